package dev.trivet.ssh;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads and decrypts the keys once, for all connections. */
final class KeyReader {

    private final JSch library;

    KeyReader(JSch library) {
        this.library = library;
    }

    List<Identity> read(SshSettings settings) {
        if (settings.keys().isEmpty() && settings.agent().isEmpty()) {
            throw new UnusableSshSettingsException(
                    "there is nothing to log in with as " + settings.user() + "; give identity(file) or agent(socket)");
        }
        settings.agent().ifPresent(KeyReader::checkAgent);
        settings.keys().forEach(this::add);
        return List.copyOf(library.getIdentityRepository().getIdentities());
    }

    private void add(KeyFile key) {
        var passphrase = key.passphrase().map(secret -> secret.reveal().getBytes(StandardCharsets.UTF_8));
        byte[] content = bytes(key.path());
        try {
            var certificate = certificate(key);
            if (certificate.isPresent()) {
                library.addIdentity(key.path().toString(), content, certificate.get(), passphrase.orElse(null));
            }
            // Behind its certificate as well: that may have expired, or be of an authority that nobody knows.
            library.addIdentity(key.path().toString(), content, null, passphrase.orElse(null));
        } catch (JSchException e) {
            throw unusable(key, e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
        var identities = library.getIdentityRepository().getIdentities();
        if (identities.stream().anyMatch(Identity::isEncrypted)) {
            throw new UnusableSshSettingsException("key " + key.path()
                    + " is encrypted; give its passphrase (in Java, identity(file, Secret.of(...)))");
        }
    }

    private static UnusableSshSettingsException unusable(KeyFile key, JSchException cause) {
        String message = String.valueOf(cause.getMessage());
        return new UnusableSshSettingsException(
                message.contains("passphrase")
                        ? "the passphrase given does not open key " + key.path()
                                + "; give the one that it was made with"
                        : "key " + key.path() + " cannot be used: " + message
                                + "; give the file of a private key, as ssh-keygen makes it");
    }

    private static Optional<byte[]> certificate(KeyFile key) {
        return Files.exists(key.certificate()) ? Optional.of(bytes(key.certificate())) : Optional.empty();
    }

    private static void checkAgent(Path socket) {
        if (Keys.agentAt(socket).getStatus() != Keys.RUNNING) {
            throw new UnusableSshSettingsException("no agent answers at " + socket
                    + "; give the socket of a running one, which ssh-agent prints at its start");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableSshSettingsException("key " + file + " cannot be read: " + e + "; give a file that can");
        }
    }
}
