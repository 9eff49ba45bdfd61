package dev.trivet.examples;

import dev.trivet.exec.Secret;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import dev.trivet.ssh.SshExecutorBuilder;
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
              --passphrase-file FILE      what the key is encrypted with, in this file's first line
              --agent SOCKET              log in with the keys of the agent that listens there, as in $SSH_AUTH_SOCK
              --known-hosts FILE          host keys by the spec's addresses, and those of jump hosts: `ssh-keyscan ADDRESS` prints
                                          them, and you compare the fingerprints
              --user NAME                 who to log in as; root by default
              --port N                    sshd's port; 22 by default
              --sudo                      become root by sudo, without a password
              --sudo-password-file FILE   become root by sudo, with the password in this file's first line
              --jump [USER@]HOST[:PORT]   by way of this host, with the same keys; may be given several times
              --plan                      only print what would be done
              --json                      print that as JSON, for other programs; writes nothing either

            Ctrl-C ends it: what kubeadm has begun goes on there, and the next run finds it.
            It ends with 0 when the control plane is complete (with --plan: when nothing stands against it), with 1 when not, and with
            2 when the arguments are wrong.
            """;

    private Optional<Path> spec = Optional.empty();
    private Optional<Path> key = Optional.empty();
    private Optional<Secret> passphrase = Optional.empty();
    private Optional<Path> agent = Optional.empty();
    private Optional<Path> knownHosts = Optional.empty();
    private String user = "root";
    private int port = 22;
    private boolean sudo;
    private Optional<Secret> sudoPassword = Optional.empty();
    private final List<String> jumps = new ArrayList<>();
    private boolean planOnly;
    private boolean json;

    /** The arguments are wrong. */
    static final class WrongException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongException(String problem) {
            super(problem + "; see --help");
        }
    }

    private BootstrapOptions() {}

    static BootstrapOptions of(String... args) {
        var words = new ArrayDeque<>(List.of(args));
        var options = new BootstrapOptions();
        while (!words.isEmpty()) {
            options.take(words.remove(), words);
        }
        return options;
    }

    Path spec() {
        return required(spec, "CLUSTER.yaml");
    }

    boolean planOnly() {
        return planOnly || json;
    }

    boolean json() {
        return json;
    }

    SshExecutor open() {
        try {
            return login().open();
        } catch (IllegalArgumentException e) {
            throw new WrongException(String.valueOf(e.getMessage()));
        }
    }

    SshExecutorBuilder login() {
        if (agent.isEmpty() || passphrase.isPresent()) {
            required(key, "--key");
        }
        var login =
                SshExecutor.as(user).port(port).trusting(HostKeys.knownHosts(required(knownHosts, "--known-hosts")));
        key.ifPresent(
                file -> passphrase.ifPresentOrElse(secret -> login.identity(file, secret), () -> login.identity(file)));
        agent.ifPresent(login::agent);
        jumps.forEach(login::jump);
        if (sudo) {
            login.sudo();
        }
        // The last word counts, and whoever has a password needs it.
        sudoPassword.ifPresent(login::sudo);
        return login;
    }

    private void take(String option, Deque<String> words) {
        switch (option) {
            case "--key" -> key = Optional.of(Path.of(value(option, words)));
            case "--passphrase-file" -> passphrase = Optional.of(firstLine(option, Path.of(value(option, words))));
            case "--agent" -> agent = Optional.of(Path.of(value(option, words)));
            case "--known-hosts" -> knownHosts = Optional.of(Path.of(value(option, words)));
            case "--user" -> user = value(option, words);
            case "--port" -> port = number(option, value(option, words));
            case "--sudo" -> sudo = true;
            case "--sudo-password-file" -> sudoPassword = Optional.of(firstLine(option, Path.of(value(option, words))));
            case "--jump" -> jumps.add(value(option, words));
            case "--plan" -> planOnly = true;
            case "--json" -> json = true;
            default -> spec = Optional.of(file(option));
        }
    }

    private Path file(String word) {
        if (word.startsWith("-")) {
            throw new WrongException("there is no option " + word);
        } else if (spec.isPresent()) {
            throw new WrongException(word + " is one file too many, beside " + spec.get());
        }
        return Path.of(word);
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty() || words.element().startsWith("--")) {
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
