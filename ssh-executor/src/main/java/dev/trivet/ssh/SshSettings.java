package dev.trivet.ssh;

import java.nio.file.Path;
import java.time.Duration;
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
}
