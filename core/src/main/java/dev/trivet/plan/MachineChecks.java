package dev.trivet.plan;

import dev.trivet.spec.IpAddress;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The masters are reached, are who they should be, and agree on the time. */
final class MachineChecks {

    private static final Duration MOST_APART = Duration.ofSeconds(30);

    private MachineChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        situation.cluster().masters().forEach(master -> reached(situation, master, blockers));
        differentMachines(situation, blockers);
        situation.forEachReached((master, facts) -> addresses(master, facts, blockers));
        clocks(situation, blockers);
    }

    private static void reached(Situation situation, Master master, List<Blocker> blockers) {
        var state = situation.observation().masters().get(master.name());
        if (!(state instanceof MasterState.Reached)) {
            var reason = state instanceof MasterState.NotReached silent ? silent.reason() : "it was not asked";
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.UNREACHABLE,
                    "it is not reached: " + reason,
                    "make it reachable; what is on it is not known"));
        }
    }

    private static void differentMachines(Situation situation, List<Blocker> blockers) {
        Map<String, String> seen = new HashMap<>();
        situation.forEachReached((master, facts) -> {
            var id = facts.identity().machineId();
            var twin = id.isEmpty() ? null : seen.putIfAbsent(id, master.name());
            if (twin != null) {
                blockers.add(
                        Blocker.at(
                                master.name(),
                                BlockerKind.SAME_MACHINE,
                                "its machine-id " + id + " is also that of " + twin,
                                "check the addresses; on a copied machine, empty /etc/machine-id and run systemd-machine-id-setup"));
            }
        });
    }

    private static void addresses(Master master, MasterFacts facts, List<Blocker> blockers) {
        for (IpAddress address : master.addresses()) {
            var wanted = new Identity.LocalAddress(master.networkInterface(), address.toString());
            if (!facts.identity().addresses().contains(wanted)) {
                blockers.add(Blocker.at(
                        master.name(),
                        BlockerKind.ADDRESS_MISSING,
                        address + " is not on " + master.networkInterface() + " but it has "
                                + facts.identity().addresses(),
                        "correct the spec's address or interface, or the machine's network"));
            }
        }
    }

    private static void clocks(Situation situation, List<Blocker> blockers) {
        var reached = situation.observation().masters().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof MasterState.Reached)
                .sorted(Comparator.comparing(entry -> ahead(entry.getValue())))
                .toList();
        if (reached.isEmpty()) {
            return;
        }
        var slowest = reached.get(0);
        var fastest = reached.get(reached.size() - 1);
        var apart = ahead(fastest.getValue()).minus(ahead(slowest.getValue()));
        if (apart.compareTo(MOST_APART) > 0) {
            blockers.add(Blocker.at(
                    fastest.getKey(),
                    BlockerKind.CLOCKS_APART,
                    "its clock is " + apart.toSeconds() + " s ahead of " + slowest.getKey(),
                    "set both by NTP: a certificate from one would not be valid yet on the other"));
        }
    }

    private static Duration ahead(MasterState state) {
        return state instanceof MasterState.Reached reached ? reached.clockAhead() : Duration.ZERO;
    }
}
