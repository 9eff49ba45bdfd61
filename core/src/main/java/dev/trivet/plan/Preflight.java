package dev.trivet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Everything that must hold before the first byte is written, one class a topic. */
final class Preflight {

    private static final List<BiConsumer<Situation, List<Blocker>>> TOPICS = List.of(
            MachineChecks::check,
            HostChecks::check,
            PortChecks::check,
            FileChecks::check,
            ClusterChecks::check,
            MemberChecks::check,
            AddressChecks::check,
            RollingChecks::check,
            FixedChecks::check);

    private Preflight() {}

    static List<Blocker> check(Situation situation) {
        var blockers = new ArrayList<Blocker>();
        TOPICS.forEach(topic -> topic.accept(situation, blockers));
        return blockers;
    }
}
