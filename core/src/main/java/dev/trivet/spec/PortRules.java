package dev.trivet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which ports may be bound on a master beside what Kubernetes binds there. */
final class PortRules {

    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int LAST = 65535;
    private static final int FIRST_NODE_PORT = 30000;
    private static final int LAST_NODE_PORT = 32767;

    private static final Set<Integer> TAKEN_BY_KUBERNETES =
            Set.of(2379, 2380, 2381, 10248, 10249, 10250, 10256, 10257, 10259);

    private PortRules() {}

    /** A port, where it stands, and whether the user wrote it or it is a default. */
    private record Port(String path, int number, Optional<Integer> written, int lowest) {}

    static void check(Draft draft, Findings findings) {
        var balancer = draft.spec.loadBalancer();
        var ports = List.of(
                new Port("loadBalancer.port", draft.port(), balancer.port(), FIRST_UNPRIVILEGED),
                new Port("loadBalancer.monitorPort", draft.monitorPort(), balancer.monitorPort(), FIRST_UNPRIVILEGED),
                new Port(
                        "apiServer.port",
                        draft.apiServerPort(),
                        draft.spec.apiServer().port(),
                        1));
        var earlier = new ArrayList<Port>();
        for (Port port : ports) {
            checkNumber(port, findings);
            earlier.stream()
                    .filter(other -> other.number() == port.number())
                    .findFirst()
                    .ifPresent(other -> reportSame(other, port, findings));
            earlier.add(port);
        }
    }

    private static void checkNumber(Port port, Findings findings) {
        if (port.number() < port.lowest() || port.number() > LAST) {
            findings.add(
                    Rule.PORT_RANGE,
                    port.path(),
                    port.number(),
                    "is outside " + port.lowest() + " to " + LAST + "; choose a port inside");
        } else if (TAKEN_BY_KUBERNETES.contains(port.number())) {
            findings.add(
                    Rule.PORT_TAKEN,
                    port.path(),
                    port.number(),
                    "is used by Kubernetes itself on every master; choose another");
        } else if (port.number() >= FIRST_NODE_PORT && port.number() <= LAST_NODE_PORT) {
            findings.add(
                    Rule.PORT_NODE_PORT,
                    port.path(),
                    port.number(),
                    "is in the range of NodePorts, " + FIRST_NODE_PORT + " to " + LAST_NODE_PORT + "; choose another");
        }
    }

    /** Names the one that was written: a default cannot be mended. */
    private static void reportSame(Port earlier, Port later, Findings findings) {
        var culprit = later.written().isPresent() ? later : earlier;
        var other = culprit.equals(later) ? earlier : later;
        findings.add(
                Rule.PORT_UNIQUE,
                culprit.path(),
                culprit.number(),
                "is " + other.path() + " too, and both are bound on every master; choose another",
                other.path());
    }
}
