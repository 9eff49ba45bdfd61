package dev.trivet.harness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rooms need of the machine, and the reason for a skip where it is missing. Public for the tests of every module. */
public final class Requirements {

    private static final List<String> OWN = List.of("unshare", "nsenter", "ip", "mount", "sh", "bash");

    private Requirements() {}

    /**
     * Looks at this machine. Under {@code -Dreal-tools.required=true} nothing counts as missing, so that a test fails
     * rather than be skipped.
     *
     * @param programs what the test needs besides
     * @return what is missing, or nothing
     */
    public static Optional<String> missing(String... programs) {
        if (Boolean.getBoolean("real-tools.required")) {
            return Optional.empty();
        }
        var absent = Stream.concat(OWN.stream(), Stream.of(programs))
                .filter(name -> Program.search(name).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            return Optional.of("not installed: " + String.join(", ", absent));
        }
        var attempt = Program.tryRun(List.of("unshare", "--mount", "--net", "--pid", "--uts", "--fork", "true"));
        return attempt.exitCode() == 0
                ? Optional.empty()
                : Optional.of("namespaces cannot be made here, which takes root: "
                        + attempt.text().strip());
    }
}
