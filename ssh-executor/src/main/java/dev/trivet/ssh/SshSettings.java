package dev.trivet.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that an executor was told. */
record SshSettings(
        String user,
        int port,
        List<KeyFile> keys,
        Optional<Path> agent,
        Sudo sudo,
        List<JumpHost> jumps,
        HostKeys hostKeys,
        Duration connectTimeout,
        Duration keepAlive) {

    int connectMillis() {
        return Math.toIntExact(connectTimeout.toMillis());
    }

    int keepAliveMillis() {
        return Math.toIntExact(keepAlive.toMillis());
    }

    /** Whom to log in as and how, without a secret. */
    @Override
    public String toString() {
        var words = new ArrayList<String>(List.of("SSH as " + user + " at port " + port));
        words.addAll(sudo instanceof Sudo.None ? List.of() : List.of("with sudo"));
        keys.forEach(key -> words.add("with the key " + key.path()));
        agent.ifPresent(socket -> words.add("with the agent at " + socket));
        jumps.forEach(jump -> words.add("by way of " + jump.host()));
        words.add("trusting " + hostKeys);
        return String.join(", ", words);
    }
}
