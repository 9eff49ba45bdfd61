package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A machine with OpenSSH's server and users of its own: root, and one for each way to become root and each shell. Public for
 * the tests of every module.
 */
public final class SshHost {

    /** What sudo asks the user {@code asked} for. */
    public static final String SUDO_PASSWORD = "canary pässword'\\$";

    private static final Duration START = Duration.ofSeconds(20);

    /** The room gets copies of the machine's accounts, which stay as they are. */
    private static final String SET_UP = """
            set -e
            mkdir -p /run/own /run/sshd
            cp -a /etc /run/own/etc
            mount --bind /run/own/etc /etc
            mount -t tmpfs -o mode=755 tmpfs /home
            mount -t tmpfs -o mode=755 tmpfs /var/log
            rm -f /etc/ssh/sshrc /etc/sudoers.d/*
            usermod --shell /bin/bash root
            # Without a password, but not locked: sshd without PAM lets no locked account in.
            user() { useradd --create-home --shell "$2" --password '*' "$1"; }
            user free /bin/sh
            user asked /bin/dash
            user nobodys /bin/bash
            user dashed /bin/dash
            user bashed /bin/bash
            user traced /bin/bash
            user hushed /bin/bash
            user fished "$(command -v fish)"
            user locked /usr/sbin/nologin
            printf '%s\\n' "asked:$1" "nobodys:$1" "traced:$1" | chpasswd
            printf '%s\\n' 'Defaults lecture=never' 'free ALL=(ALL) NOPASSWD: ALL' 'dashed ALL=(ALL) NOPASSWD: ALL' \
                'bashed ALL=(ALL) NOPASSWD: ALL' 'fished ALL=(ALL) NOPASSWD: ALL' 'hushed ALL=(ALL) NOPASSWD: ALL' \
                'asked ALL=(ALL) ALL' 'traced ALL=(ALL) ALL' > /etc/sudoers.d/test
            chmod 0440 /etc/sudoers.d/test
            echo 'echo noise; echo more noise >&2' > /home/bashed/.bashrc
            echo 'set -x' > /home/traced/.bashrc
            echo 'exec 2>/dev/null' > /home/hushed/.bashrc
            mkdir -p /home/fished/.config/fish
            echo 'echo noise; echo more noise >&2' > /home/fished/.config/fish/config.fish
            chown -R fished: /home/fished
            """;

    private static final String CONFIGURATION = """
            ListenAddress 0.0.0.0
            HostKey /etc/ssh/trivet_ed25519
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            AuthorizedKeysFile /etc/ssh/authorized_keys
            TrustedUserCAKeys /etc/ssh/authority.pub
            PrintLastLog no
            MaxStartups 200
            LogLevel DEBUG2
            PidFile none
            """;

    private final Room room;
    private final String address;
    private final Path log;
    private Daemon sshd;

    SshHost(Room room, String address, SshKeys keys, Path folder) {
        this.room = room;
        this.address = address;
        log = folder.resolve(room.name() + ".log");
        room.run("sh", "-c", SET_UP, "sh", SUDO_PASSWORD);
        copy(keys.authorized(), "/etc/ssh/authorized_keys", "644");
        copy(keys.authority(), "/etc/ssh/authority.pub", "644");
        copy(keys.host(room.name()), "/etc/ssh/trivet_ed25519", "600");
        configure("");
        sshd = start();
    }

    /**
     * The machine itself.
     *
     * @return its room
     */
    public Room room() {
        return room;
    }

    /**
     * Where it listens.
     *
     * @return its address
     */
    public String address() {
        return address;
    }

    /**
     * Its server.
     *
     * @return sshd with all its connections
     */
    public Daemon sshd() {
        return sshd;
    }

    /** Ends the server with all its connections, and starts it anew. */
    public void restart() {
        sshd.kill();
        sshd = start();
    }

    /**
     * Says what the server is told beyond the rest; counts after a restart.
     *
     * @param more lines of sshd_config
     */
    public void configure(String more) {
        room.write("/etc/ssh/trivet_config", (CONFIGURATION + more).getBytes(StandardCharsets.UTF_8), "644");
    }

    /**
     * Gives the server another key, and starts it anew.
     *
     * @param key the key's file
     */
    public void useHostKey(Path key) {
        copy(key, "/etc/ssh/trivet_ed25519", "600");
        restart();
    }

    /**
     * How many lines of the server's log have a text.
     *
     * @param text what to look for
     * @return the number of lines
     */
    public long logged(String text) {
        return sshd.lines().stream().filter(line -> line.contains(text)).count();
    }

    /**
     * What runs there.
     *
     * @return the arguments of every process, a line each
     */
    public String processes() {
        return room.run(
                "sh", "-c", "for file in /proc/[0-9]*/cmdline; do tr '\\0' ' ' < $file 2>/dev/null; echo; done");
    }

    private Daemon start() {
        var seen = Files.exists(log) ? listening() : 0;
        var started = room.start(log, List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/etc/ssh/trivet_config"));
        if (!Patience.until(START, () -> listening() > seen)) {
            throw new IllegalStateException("sshd does not start: " + started.lines());
        }
        return started;
    }

    private long listening() {
        return lines().stream()
                .filter(line -> line.contains("Server listening"))
                .count();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path file, String to, String mode) {
        try {
            room.write(to, Files.readAllBytes(file), mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
