package dev.trivet.examples;

import dev.trivet.exec.Secret;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the bootstrap program is told. */
final class BootstrapOptions {

    static final String USAGE = """
            usage: bootstrap CLUSTER.yaml --key FILE --known-hosts FILE [options]

            Makes the control plane that the file describes, on its masters, over SSH. Run it again to go on after it was cut off, to
            mend what drifted, and to roll out changes; where all is well it writes nothing.

              --key FILE                  the private key to log in with
              --known-hosts FILE          the masters' host keys; ssh-keyscan writes it, and you compare the fingerprints
              --user NAME                 who to log in as; root by default
              --port N                    sshd's port; 22 by default
              --sudo                      become root by sudo, without a password
              --sudo-password-file FILE   become root by sudo, with the password in this file's first line
              --jump USER@HOST            by way of this host; may be given several times
              --plan                      only print what would be done
            """;

    private final Path spec;
    private Optional<Path> key = Optional.empty();
    private Optional<Path> knownHosts = Optional.empty();
    private String user = "root";
    private int port = 22;
    private boolean sudo;
    private Optional<Secret> sudoPassword = Optional.empty();
    private final List<String> jumps = new ArrayList<>();
    private boolean planOnly;

    /** The arguments are wrong. */
    static final class WrongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongException(String problem) {
            super(problem + "; see --help");
        }
    }

    private BootstrapOptions(Path spec) {
        this.spec = spec;
    }

    static BootstrapOptions of(String... args) {
        var words = new ArrayDeque<>(List.of(args));
        var options = new BootstrapOptions(Path.of(words.remove()));
        while (!words.isEmpty()) {
            options.take(words.remove(), words);
        }
        return options;
    }

    Path spec() {
        return spec;
    }

    boolean planOnly() {
        return planOnly;
    }

    SshExecutor open() {
        var login = SshExecutor.as(user)
                .identity(required(key, "--key"))
                .port(port)
                .trusting(HostKeys.knownHosts(required(knownHosts, "--known-hosts")));
        jumps.forEach(login::jump);
        sudoPassword.ifPresent(login::sudo);
        if (sudo) {
            login.sudo();
        }
        return login.open();
    }

    private void take(String option, Deque<String> words) {
        switch (option) {
            case "--key" -> key = Optional.of(Path.of(value(option, words)));
            case "--known-hosts" -> knownHosts = Optional.of(Path.of(value(option, words)));
            case "--user" -> user = value(option, words);
            case "--port" -> port = number(option, value(option, words));
            case "--sudo" -> sudo = true;
            case "--sudo-password-file" -> sudoPassword = Optional.of(firstLine(option, Path.of(value(option, words))));
            case "--jump" -> jumps.add(value(option, words));
            case "--plan" -> planOnly = true;
            default -> throw new WrongException("there is no option " + option);
        }
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw new WrongException(option + " needs a value");
        }
        return words.remove();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new WrongException(option + " " + value + " is no number");
        }
    }

    private static Secret firstLine(String option, Path file) {
        try (var lines = Files.lines(file)) {
            return Secret.of(
                    lines.findFirst().orElseThrow(() -> new WrongException(option + " " + file + " is empty")));
        } catch (IOException e) {
            throw new WrongException(option + " " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static Path required(Optional<Path> value, String option) {
        return value.orElseThrow(() -> new WrongException(option + " is missing"));
    }
}
