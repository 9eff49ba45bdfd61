package dev.trivet.exec;

import dev.trivet.artifact.Artifacts;
import dev.trivet.harness.Room;
import dev.trivet.harness.StandIns;
import dev.trivet.harness.Switch;
import dev.trivet.plan.Files;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Three hosts with stand-ins on a switch, reached by entering their rooms. */
final class StandInRack implements AutoCloseable {

    final Cluster cluster = ClusterSpecs.minimal().validate().orThrow();
    final Map<String, Room> rooms = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final JumpingTime time = new JumpingTime();
    final StandIns standIns;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final NodeExecutor executor;

    private StandInRack(Path folder) {
        var addresses = cluster.masters().stream()
                .collect(Collectors.toMap(
                        Master::name, master -> master.address().toString()));
        standIns = new StandIns(
                folder,
                addresses,
                cluster.virtualRouter().address() + "/24",
                cluster.endpoint().toString());
        var here = LocalExecutor.through(master -> way(at(master.name())));
        this.executor = (master, command, lines) -> {
            synchronized (commands) {
                commands.add(command);
            }
            return here.run(master, command, lines);
        };
    }

    static StandInRack open(Path folder) {
        var rack = new StandInRack(folder);
        try {
            var cables = Switch.open();
            rack.open.add(cables);
            for (Master master : rack.cluster.masters()) {
                var room = Room.open(master.name());
                rack.open.add(room);
                rack.rooms.put(master.name(), room);
                cables.attach(room, List.of(master.address() + "/24"));
                room.ownFolder("/etc");
                rack.standIns.furnish(room);
            }
            rack.open.add(rack.standIns);
            return rack;
        } catch (RuntimeException e) {
            rack.close();
            throw e;
        }
    }

    private static List<String> way(Room room) {
        var way = new ArrayList<>(room.entrance());
        way.addAll(List.of("env", "PATH=" + StandIns.PATH));
        return way;
    }

    Room at(String master) {
        return Objects.requireNonNull(rooms.get(master), master);
    }

    ControlPlane controlPlane(String balancerSetting) {
        return controlPlane(Files.of(cluster, balancerSetting));
    }

    ControlPlane controlPlane(Artifacts artifacts) {
        return ControlPlane.of(cluster, artifacts).over(executor).withTime(time).withOperator("the test");
    }

    /** Applies, and keeps what happens. */
    Report apply(ControlPlane controlPlane) {
        events.clear();
        commands.clear();
        return controlPlane.apply(events::add);
    }

    /** Everything that the engine or kubeadm may write on a master: number, mode, owner and times of each file. */
    String files(String master) {
        var listing = "find /etc /var /run/trivet -xdev -printf '%p %i %m %U %T@ %C@ %s\\n' | sort";
        return at(master).run("bash", "-c", listing);
    }

    @Override
    public void close() {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("the rack does not go away", e);
            }
        }
    }
}
