package dev.trivet.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stages have been told so far. */
final class SshDraft {

    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofHours(1);

    final List<KeyFile> keys = new ArrayList<>();
    final List<JumpHost> jumps = new ArrayList<>();
    int port = Endpoint.STANDARD_PORT;
    Sudo sudo = Sudo.none();
    Duration connectTimeout = Duration.ofSeconds(10);
    Duration keepAlive = Duration.ofSeconds(10);

    private final String user;
    private Optional<Path> agent = Optional.empty();

    SshDraft(String user) {
        this.user = user;
    }

    void agent(Path socket) {
        agent = Optional.of(socket);
    }

    SshSettings settings(HostKeys hostKeys) {
        return new SshSettings(
                user, port, List.copyOf(keys), agent, sudo, List.copyOf(jumps), hostKeys, connectTimeout, keepAlive);
    }

    static Duration checked(String name, Duration duration) {
        if (duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(name + " " + duration + " is out of range; give 1 ms to 1 h");
        }
        return duration;
    }
}
