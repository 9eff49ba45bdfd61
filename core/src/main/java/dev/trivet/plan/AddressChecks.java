package dev.trivet.plan;

import dev.trivet.spec.Master;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The virtual IP is free, or ours. Whether others speak VRRP with our virtual router id is not checked: hearing them takes a
 * raw socket for longer than their interval, which bare machines have no tool for; among unicast peers they are not heard.
 */
final class AddressChecks {

    /** curl ends with 60 for all of them. */
    private static final String UNPROVED =
            "find out which it is: if another cluster's server, whose the address is, or choose another one; if a"
                    + " certificate that has expired, run kubeadm certs renew all on each master and restart its API"
                    + " server; if one that is not for the address, add it to apiServer.certSans, move apiserver.crt and"
                    + " apiserver.key away and make them anew by kubeadm init phase certs apiserver";

    private AddressChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        situation.forEachReached((master, facts) -> {
            if (facts.services().front().kind() == FrontFacts.Kind.OTHER_AUTHORITY) {
                blockers.add(Blocker.at(
                        master.name(),
                        BlockerKind.OTHER_CLUSTER,
                        "behind the virtual IP " + situation.virtualIp()
                                + " answers a server whose certificate its CA does not prove for "
                                + situation.cluster().endpoint(),
                        UNPROVED));
            }
            setByHand(situation, master, facts, blockers);
        });
        if (situation.observation().holdersOf(situation.virtualIp()).isEmpty()) {
            var ours = hardwareAddresses(situation);
            situation.forEachReached((master, facts) -> free(situation, master, facts, ours, blockers));
        }
    }

    /** Without keepalived, an address that is there was set in the machine's own network configuration, and never moves. */
    private static void setByHand(Situation situation, Master master, MasterFacts facts, List<Blocker> blockers) {
        boolean neverPut = facts.membership() == Membership.NONE
                && facts.file(NodeFiles.KEEPALIVED_MANIFEST) instanceof FileFacts.Absent;
        if (facts.identity().has(situation.virtualIp())
                && neverPut
                && facts.activity().idsOf("keepalived").isEmpty()) {
            blockers.add(Blocker.at(
                    master.name(),
                    BlockerKind.VIRTUAL_IP_TAKEN,
                    "it has the virtual IP " + situation.virtualIp() + " without keepalived",
                    "take it out of the machine's own network configuration"));
        }
    }

    private static void free(
            Situation situation, Master master, MasterFacts facts, Set<String> ours, List<Blocker> blockers) {
        var front = facts.services().front();
        boolean neighbourIsOurs = front.hardwareAddress().filter(ours::contains).isPresent();
        if (neighbourIsOurs || front.occupied() == Answer.NO) {
            return;
        }
        boolean taken = front.occupied() == Answer.YES;
        blockers.add(Blocker.at(
                master.name(),
                taken ? BlockerKind.VIRTUAL_IP_TAKEN : BlockerKind.VIRTUAL_IP_UNCLEAR,
                (taken ? "it reaches a stranger at" : "it cannot tell whether somebody has")
                        + " the virtual IP " + situation.virtualIp()
                        + front.hardwareAddress().map(mac -> " (" + mac + ")").orElse(""),
                taken ? "find that machine, or choose another virtual IP" : "try again in a minute"));
    }

    private static Set<String> hardwareAddresses(Situation situation) {
        Set<String> ours = new HashSet<>();
        situation.forEachReached((master, facts) -> ours.addAll(facts.identity().hardwareAddresses()));
        return ours;
    }
}
