package dev.trivet.conformance;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was done to the rack, and what each daemon must have noticed once it has had the time. Knows nothing of elections. */
final class Arrangement {

    private record Part(String master, Component component) {}

    private final List<String> masters;
    private final Map<Part, Condition> conditions = new HashMap<>();

    Arrangement(List<String> masters) {
        this.masters = List.copyOf(masters);
    }

    void set(Fault fault) {
        conditions.put(new Part(fault.master(), fault.component()), fault.condition());
    }

    boolean isUp(String master, Component component) {
        return conditions.getOrDefault(new Part(master, component), Condition.UP) == Condition.UP;
    }

    /** Whether others hear its keepalived. */
    boolean isHeard(String master) {
        return isUp(master, Component.NODE) && isUp(master, Component.KEEPALIVED);
    }

    /** etcd needs more than half of its members; a node that is cut off has none but its own. */
    boolean hasEtcd(String master) {
        long reachable =
                masters.stream().filter(other -> isUp(other, Component.NODE)).count();
        return isUp(master, Component.NODE) && 2 * reachable > masters.size();
    }

    boolean isReady(String master) {
        return hasEtcd(master) && isUp(master, Component.API_SERVER);
    }

    boolean isAnyReady() {
        return masters.stream().anyMatch(this::isReady);
    }

    /** Whether a master's HAProxy reaches another's API server and finds it ready. */
    boolean sees(String master, String other) {
        return isReady(other) && isUp(master, Component.NODE);
    }

    /** Whether a master's health check succeeds: who sees no API server must reach another who might. */
    boolean passesCheck(String master) {
        return isUp(master, Component.HAPROXY)
                && masters.stream().anyMatch(other -> sees(master, other) || takesConnections(other, master));
    }

    /** Who is frozen takes them as well. */
    private boolean takesConnections(String master, String from) {
        return !master.equals(from)
                && isUp(from, Component.NODE)
                && isUp(master, Component.NODE)
                && conditions.getOrDefault(new Part(master, Component.HAPROXY), Condition.UP) != Condition.DOWN;
    }

    boolean passesAndIsHeard(String master) {
        return isHeard(master) && passesCheck(master);
    }
}
