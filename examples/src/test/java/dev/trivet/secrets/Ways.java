package dev.trivet.secrets;

import dev.trivet.exec.Command;
import dev.trivet.exec.LocalExecutor;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.Secret;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The ways to masters, with passwords and passphrases of their own. */
final class Ways {

    static final String SUDO_PASSWORD = "c4n'a\\ry \"s%do";
    static final String PASSPHRASE = "c4n'a\\ry \"k%y";

    private final Shown shown;

    Ways(Shown shown) {
        this.shown = shown;
    }

    /** Nothing is connected to but a port of this machine that nobody listens on. */
    void ssh(Path folder) throws IOException, NoSuchAlgorithmException {
        var key = Files.writeString(folder.resolve("key"), newKey());
        var trust = HostKeys.pinned("127.0.0.1", "SHA256:" + "A".repeat(43));
        var login = SshExecutor.as("ops").sudo(Secret.of(SUDO_PASSWORD)).jump("127.0.0.1:1");
        shown.add(login);
        var builder = login.identity(key).trusting(trust);
        shown.add(builder);
        try (var executor = builder.open()) {
            shown.add(executor);
            ask(executor);
        }
        shown.refused(() -> SshExecutor.as("ops")
                .identity(folder.resolve("file"), Secret.of(PASSPHRASE))
                .trusting(trust)
                .open());
        var here = LocalExecutor.through(master -> List.of("trivet-no-such-way"));
        shown.add(here);
        ask(here);
    }

    private static String newKey() throws NoSuchAlgorithmException {
        var encoded = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void ask(NodeExecutor executor) {
        var command = Command.of("cat").withInput(Secret.of(SUDO_PASSWORD)).withSecretOutput();
        new RecordingExecutor(executor, shown.graph())
                .run(Life.cluster().masters().get(0), command, shown::text);
    }
}
