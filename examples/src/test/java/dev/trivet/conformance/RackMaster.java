package dev.trivet.conformance;

import dev.trivet.artifact.Artifact;
import dev.trivet.failover.Condition;
import dev.trivet.failover.Fault;
import dev.trivet.harness.Room;
import dev.trivet.spec.Cluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A master: its host, its API server, and the two daemons as the static pods run them. */
final class RackMaster {

    /** As the user of HAProxy's images. */
    private static final List<String> HAPROXY = List.of(
            "setpriv --reuid=99 --regid=99 --clear-groups haproxy -W -db -f /etc/haproxy/haproxy.cfg".split(" ", -1));

    /** A new container has no file that tells of an earlier one's processes. */
    private static final List<String> KEEPALIVED =
            List.of("sh", "-c", "rm -f /run/*.pid; exec keepalived -n -l -D -f /etc/keepalived/keepalived.conf");

    private static final Pattern SCRIPT = Pattern.compile("VRRP_Script\\((\\w+)\\) (succeeded|failed)");
    private static final Pattern SERVER = Pattern.compile("Server apiservers/(\\S+) is (UP|DOWN)");

    private final Room room;
    private final String virtualIp;
    private final ApiServer apiServer;
    private final Service haproxy;
    private final Service keepalived;

    RackMaster(Room room, Cluster cluster, List<Artifact> files, Certificate certificate, Path logs) {
        this.room = room;
        this.virtualIp = cluster.virtualRouter().address().toString();
        room.ownFolder("/etc/keepalived");
        room.ownFolder("/etc/haproxy");
        files.stream()
                .filter(RackMaster::isForTheDaemons)
                .forEach(file ->
                        room.write(file.path(), file.bytes(), file.mode().toString()));
        apiServer = new ApiServer(room, cluster.apiServerPort(), certificate, logs);
        haproxy = new Service(room, "haproxy", logs, HAPROXY);
        keepalived = new Service(room, "keepalived", logs, KEEPALIVED);
    }

    String name() {
        return room.name();
    }

    Room room() {
        return room;
    }

    ApiServer apiServer() {
        return apiServer;
    }

    /** Breaks or repairs anything but the node. */
    void apply(Fault fault) {
        switch (fault.component()) {
            case API_SERVER -> applyToApiServer(fault.condition());
            case HAPROXY -> apply(haproxy, fault.condition());
            case KEEPALIVED -> {
                if (fault.condition() == Condition.DOWN) {
                    keepalived.stop();
                } else {
                    apply(keepalived, fault.condition());
                }
            }
            case NODE -> throw new IllegalArgumentException("a node is cut off at the switch");
        }
    }

    boolean hasVirtualIp() {
        return room.hasAddress(virtualIp);
    }

    /** Whether the daemons that work have noticed all that there is to notice. */
    boolean hasNoticed(Arrangement arrangement, List<String> masters) {
        return hasHaproxyNoticed(arrangement, masters) && hasKeepalivedNoticed(arrangement);
    }

    /** What the daemons said last, for people. */
    String tails() {
        return keepalived.tail() + "\n" + haproxy.tail();
    }

    private boolean hasHaproxyNoticed(Arrangement arrangement, List<String> masters) {
        if (!haproxy.works()) {
            return true;
        }
        var seen = haproxy.lastWords(SERVER);
        return masters.stream()
                .allMatch(other -> arrangement.sees(name(), other)
                        == seen.getOrDefault(other, "UP").equals("UP"));
    }

    private boolean hasKeepalivedNoticed(Arrangement arrangement) {
        if (!keepalived.works()) {
            return true;
        }
        var scripts = keepalived.lastWords(SCRIPT);
        return scripts.equals(Map.of(
                "balancer_ready", arrangement.passesCheck(name()) ? "succeeded" : "failed",
                "holds_vip", hasVirtualIp() ? "succeeded" : "failed"));
    }

    private void applyToApiServer(Condition condition) {
        switch (condition) {
            case UP -> apiServer.start();
            case DOWN -> apiServer.kill();
            case FROZEN -> apiServer.freeze();
            case ERRORS -> {
                // The rack sets every answer.
            }
        }
    }

    private static void apply(Service service, Condition condition) {
        switch (condition) {
            case UP -> service.start();
            case DOWN -> service.kill();
            case FROZEN -> service.freeze();
            case ERRORS -> throw new IllegalArgumentException("only an API server answers errors");
        }
    }

    private static boolean isForTheDaemons(Artifact file) {
        return file.path().startsWith("/etc/keepalived/") || file.path().startsWith("/etc/haproxy/");
    }
}
