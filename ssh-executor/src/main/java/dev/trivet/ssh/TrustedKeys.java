package dev.trivet.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.Optional;
import java.util.Set;

/** The trusted keys of one server. Pins come first: not even an authority in a file speaks for a pinned host. */
final class TrustedKeys implements HostKeyRepository {

    private static final HostKey[] NONE = {};

    private final Optional<Set<String>> pins;
    private final HostKeyRepository files;

    TrustedKeys(Optional<Set<String>> pins, HostKeyRepository files) {
        this.pins = pins;
        this.files = files;
    }

    @Override
    public int check(String host, byte[] key) {
        if (pins.isEmpty()) {
            return files.check(host, key);
        }
        return pins.get().contains(Fingerprint.of(key)) ? OK : CHANGED;
    }

    @Override
    public HostKey[] getHostKey() {
        return pins.isEmpty() ? files.getHostKey() : NONE;
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return pins.isEmpty() ? files.getHostKey(host, type) : NONE;
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "trusted keys";
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("nothing is trusted on the way");
    }

    @Override
    public void remove(String host, String type) {
        remove(host, type, new byte[0]);
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("nothing is removed on the way");
    }
}
