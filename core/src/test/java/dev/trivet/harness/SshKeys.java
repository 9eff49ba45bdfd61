package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys of users, hosts and an authority, made by ssh-keygen. Public for the tests of every module. */
public final class SshKeys {

    /** Of the key {@code encrypted}. */
    public static final String PASSPHRASE = "canary passphrase";

    private final Path folder;

    SshKeys(Path folder) {
        this.folder = folder;
        generate("user", "ed25519", "");
        generate("encrypted", "ed25519", PASSPHRASE);
        generate("rsa", "rsa", "");
        generate("stranger", "ed25519", "");
        generate("authority", "ed25519", "");
        generate("certified", "ed25519", "");
        keygen("-s", path("authority").toString(), "-I", "test", "-n", "root", path("certified") + ".pub");
        write("authorized", read("user.pub") + read("encrypted.pub") + read("rsa.pub"));
    }

    /**
     * The key of the users, which is let in everywhere and not encrypted.
     *
     * @return its file
     */
    public Path user() {
        return path("user");
    }

    /**
     * Where a key is.
     *
     * @param name its name, such as {@code stranger}
     * @return its file
     */
    public Path path(String name) {
        return folder.resolve(name);
    }

    Path authorized() {
        return path("authorized");
    }

    Path authority() {
        return path("authority.pub");
    }

    /**
     * A host's key, made when it is first asked for.
     *
     * @param name the host's name
     * @return its file
     */
    public Path host(String name) {
        if (!Files.exists(path("host-" + name))) {
            generate("host-" + name, "ed25519", "");
        }
        return path("host-" + name);
    }

    /**
     * A line of a file of known hosts.
     *
     * @param name by which the host is connected to
     * @param hostKey the name of the host whose key it has
     * @return the line with its end
     */
    public String knownHost(String name, String hostKey) {
        return name + " " + read("host-" + hostKey + ".pub");
    }

    /**
     * What tells a host's key from others.
     *
     * @param hostKey the host's name
     * @return such as {@code SHA256:...}
     */
    public String fingerprint(String hostKey) {
        return keygen("-l", "-f", path("host-" + hostKey) + ".pub").split(" ", -1)[1];
    }

    /**
     * Writes a file beside the keys.
     *
     * @param name the file's name
     * @param text what is in it
     * @return where it is
     */
    public Path write(String name, String text) {
        try {
            return Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file beside the keys.
     *
     * @param name the file's name
     * @return what is in it
     */
    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs ssh-keygen.
     *
     * @param arguments its arguments
     * @return what it printed
     */
    public static String keygen(String... arguments) {
        var command = new ArrayList<>(List.of("ssh-keygen"));
        command.addAll(List.of(arguments));
        return Program.run(command);
    }

    private void generate(String name, String type, String passphrase) {
        keygen("-q", "-t", type, "-N", passphrase, "-C", name, "-f", path(name).toString());
    }
}
