package dev.trivet.conformance;

import dev.trivet.artifact.Artifacts;
import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.harness.Patience;
import dev.trivet.harness.Room;
import dev.trivet.harness.Switch;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Masters and a client on a switch: everything is real but the API servers and etcd. */
final class Rack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RackPlan plan;
    private final Cluster cluster;
    private final Path folder;
    private final List<Room> rooms = new ArrayList<>();
    private final Map<String, RackMaster> masters = new LinkedHashMap<>();
    private final Arrangement arrangement;
    private final Switch network;
    private final Probes probes;

    /**
     * Builds a rack; nothing runs on its masters yet.
     *
     * @param files what the masters' daemons run
     * @param folder where the logs go
     */
    Rack(RackPlan plan, Artifacts files, Path folder) {
        this.plan = plan;
        this.cluster = plan.cluster();
        this.folder = folder;
        this.arrangement =
                new Arrangement(cluster.masters().stream().map(Master::name).toList());
        this.network = Switch.open();
        try {
            var certificate = Certificate.make(folder);
            cluster.masters().forEach(master -> add(master, files, certificate));
            probes = startProbes(certificate);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything anew, so that this master holds the address. The others' keepalived waits until it does: of
     * daemons that start at once, the one whose check succeeds first takes the address, and keeps it.
     */
    void startWithHolder(String holder) {
        masters.keySet().forEach(master -> apply(new Fault(master, Component.KEEPALIVED, Condition.DOWN)));
        for (Component component : List.of(Component.NODE, Component.API_SERVER, Component.HAPROXY)) {
            masters.keySet().forEach(master -> apply(new Fault(master, component, Condition.UP)));
        }
        startKeepalived(holder, this::hasComeToRest);
        await(() -> hasComeToRest() && holders().equals(List.of(holder)) && isServed(), "all is well");
    }

    /** Starts everything, whosever configuration it is; the first master takes the address. */
    void startAll() {
        for (Component component : List.of(Component.API_SERVER, Component.HAPROXY)) {
            masters.keySet().forEach(master -> apply(new Fault(master, component, Condition.UP)));
        }
        startKeepalived(masters.keySet().iterator().next(), () -> true);
    }

    private void startKeepalived(String holder, BooleanSupplier ready) {
        apply(new Fault(holder, Component.KEEPALIVED, Condition.UP));
        await(() -> ready.getAsBoolean() && holders().equals(List.of(holder)), holder + " takes the address");
        for (String other : masters.keySet()) {
            if (!other.equals(holder)) {
                apply(new Fault(other, Component.KEEPALIVED, Condition.UP));
            }
        }
    }

    /** Breaks or repairs something; a node is cut off silently. */
    private void apply(Fault fault) {
        apply(fault, Cut.SILENT);
    }

    /** Breaks or repairs something, and makes the API servers answer as etcd then lets them. */
    void apply(Fault fault, Cut cut) {
        var master = masters.get(fault.master());
        if (master == null) {
            throw new IllegalArgumentException("no master is named " + fault.master());
        } else if (fault.component() != Component.NODE) {
            master.apply(fault);
        } else if (fault.condition() == Condition.UP) {
            network.mend(master.room());
        } else if (cut == Cut.SILENT) {
            network.cut(master.room());
        } else {
            network.unplug(master.room());
        }
        arrangement.set(fault);
        masters.values().forEach(each -> each.apiServer().answer(arrangement.isReady(each.name()) ? 200 : 500));
    }

    /**
     * Who has the address, of the masters that are heard. A keepalived that was frozen leaves the address on its host, and
     * a host that was cut off gives itself the address: neither is heard, and neither counts.
     */
    List<String> holders() {
        return masters.values().stream()
                .filter(master -> arrangement.isHeard(master.name()) && master.hasVirtualIp())
                .map(RackMaster::name)
                .toList();
    }

    /** Whether every daemon has noticed everything: what is left is the election, which takes about a second. */
    boolean hasComeToRest() {
        return masters.values().stream()
                .allMatch(master -> master.hasNoticed(arrangement, List.copyOf(masters.keySet())));
    }

    /** Whether the client was served throughout the last second. */
    boolean isServed() {
        return probes.succeed();
    }

    Probes probes() {
        return probes;
    }

    /** What the daemons and the client said last, for people. */
    String tails() {
        return masters.values().stream().map(RackMaster::tails).collect(Collectors.joining("\n"))
                + "\nthe client's last probes: " + probes.last();
    }

    @Override
    public void close() {
        rooms.forEach(Room::close);
        network.close();
    }

    private void add(Master master, Artifacts files, Certificate certificate) {
        var room = open(master.name());
        network.attach(room, List.of(plan.onSubnet(master.address().toString())));
        masters.put(master.name(), new RackMaster(room, cluster, files.of(master.name()), certificate, folder));
    }

    private Room open(String name) {
        var room = Room.open(name);
        rooms.add(room);
        return room;
    }

    private void await(BooleanSupplier done, String what) {
        if (!Patience.until(PATIENCE, done)) {
            throw new IllegalStateException(
                    "on the rack of " + plan + ", it does not come to pass that " + what + "\n" + tails());
        }
    }

    private Probes startProbes(Certificate certificate) {
        var client = open("client");
        network.attach(client, List.of(plan.client()));
        var address = cluster.virtualRouter().address().toString();
        return Probes.start(client, folder, address, cluster.balancer().port(), certificate.certificate());
    }
}
