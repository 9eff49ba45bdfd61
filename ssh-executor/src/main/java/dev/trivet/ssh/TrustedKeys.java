package dev.trivet.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * The library looks for a revocation by the host's literal name, and would miss one by a pattern. Without a type, it
     * looks for what to ask the host for, and a revoked key is not that.
     */
    @Override
    public HostKey[] getHostKey(String host, @Nullable String type) {
        if (pins.isPresent()) {
            return NONE;
        }
        var named = Stream.of(files.getHostKey(host, type)).filter(key -> !isRevoked(key));
        var revoked = Stream.of(files.getHostKey()).filter(key -> type != null && isRevoked(key));
        return Stream.concat(named, revoked).toArray(HostKey[]::new);
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

    private static boolean isRevoked(HostKey key) {
        return key.getMarker().equals("@revoked");
    }
}
