package dev.trivet.ssh;

import dev.trivet.exec.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** A private key, and what it is encrypted with. */
record KeyFile(Path path, Optional<Secret> passphrase) {

    static KeyFile plain(Path path) {
        return new KeyFile(path, Optional.empty());
    }

    static KeyFile encrypted(Path path, Secret passphrase) {
        return new KeyFile(path, Optional.of(passphrase));
    }

    /** Where OpenSSH looks for the certificate as well. */
    Path certificate() {
        return path.resolveSibling(path.getFileName() + "-cert.pub");
    }
}
