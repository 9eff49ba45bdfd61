package dev.trivet.exec;

import dev.trivet.harness.Program;
import dev.trivet.harness.Room;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a master's {@code /bin/sh} may be. */
enum Shells {
    DASH("dash"),
    BASH("bash"),
    /** With all of its own everyday programs. */
    BUSYBOX("busybox");

    private static final String APPLETS = "/opt/applets";

    final String program;

    Shells(String program) {
        this.program = program;
    }

    /** Makes it the room's, and gives the PATH to use. */
    String install(Room room) {
        var path = Program.search(program).map(Path::toString).orElse(program);
        room.run(
                "sh",
                "-c",
                "sh=$(readlink -f /bin/sh) && { cmp -s \"$1\" \"$sh\" || mount --bind \"$1\" \"$sh\"; }",
                "sh",
                path);
        if (this == BUSYBOX) {
            room.ownFolder("/opt");
            room.run("mkdir", APPLETS);
            room.run("busybox", "--install", "-s", APPLETS);
            // Its ip says less than the real one, and its timeout, flock and nsenter are not everywhere.
            List.of("ip", "flock", "nsenter", "mount", "setpriv")
                    .forEach(name -> room.run("rm", "-f", APPLETS + "/" + name));
        }
        return (this == BUSYBOX ? APPLETS + ":" : "")
                + Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    }
}
