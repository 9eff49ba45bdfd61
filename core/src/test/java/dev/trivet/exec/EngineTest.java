package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.plan.FileChange;
import dev.trivet.plan.Files;
import dev.trivet.plan.JobStatus;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine over masters in memory: what comes before what. */
class EngineTest extends MemoryRun {

    @Test
    void doesWhatMustComeFirstFirst() {
        var nodes = new MemoryNodes(CLUSTER);
        var report = apply(nodes);
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.orThrow()).isSameAs(report);
        var done = nodes.done;
        for (String master : List.of("m1", "m2", "m3")) {
            assertThat(done.indexOf(master + ": put")).isLessThan(first(done, "config images pull"));
        }
        assertThat(first(done, "m1: crictl pull")).isLessThan(done.indexOf("m1: start kubeadm-init"));
        assertThat(done)
                .containsSubsequence(
                        "m1: follow kubeadm-init",
                        "m1: kubeadm token delete abcdef",
                        "m2: start kubeadm-join",
                        "m2: follow kubeadm-join",
                        "m1: kubeadm token delete abcdef",
                        "m3: start kubeadm-join",
                        "m3: follow kubeadm-join",
                        "m1: kubeadm token delete abcdef")
                .endsWith("m1: let go", "m2: let go", "m3: let go");
        assertThat(events.toString()).doesNotContain(MemoryNodes.TOKEN, MemoryNodes.KEY);
        nodes.done.clear();
        assertThat(apply(nodes).plan().isEmpty()).isTrue();
        assertThat(nodes.done).isEmpty();
    }

    private static int first(List<String> done, String part) {
        return done.indexOf(
                done.stream().filter(line -> line.contains(part)).findFirst().orElseThrow());
    }

    /** kubeadm before 1.24 pulls with docker where it is told that path, and with crictl from every other. */
    @ParameterizedTest
    @CsvSource({
        "/var/run/dockershim.sock, /var/run/dockershim.sock, unix:///var/run/dockershim.sock",
        "/var/run/crio/crio.sock, unix:///var/run/crio/crio.sock, unix:///var/run/crio/crio.sock",
        "unix:///run/x.sock, unix:///run/x.sock, unix:///run/x.sock"
    })
    void pullsFromTheSocketInTheFormThatEachProgramKnows(String socket, String ofKubeadm, String ofCrictl) {
        var spec = ClusterSpecs.minimal().withKubernetesVersion("1.23.17");
        var cluster = spec.withKubeadm(spec.kubeadm().withCriSocket(socket))
                .validate()
                .orThrow();
        var nodes = new MemoryNodes(cluster);
        assertThat(ControlPlane.of(cluster, Files.of(cluster))
                        .over(nodes)
                        .withTime(new JumpingTime())
                        .apply(events::add)
                        .isComplete())
                .isTrue();
        assertThat(nodes.done)
                .contains("m1: kubeadm config images pull --kubernetes-version v1.23.17 --cri-socket " + ofKubeadm)
                .contains("m1: crictl -r " + ofCrictl + " pull "
                        + cluster.images().haproxy());
    }

    @Test
    void tellsTheEventsOfAStepInOrder() {
        apply(new MemoryNodes(CLUSTER));
        var ofInit = events.stream()
                .map(Event::toString)
                .filter(text -> text.contains("kubeadm"))
                .toList();
        assertThat(events.get(0)).isInstanceOf(Event.Planned.class);
        assertThat(ofInit)
                .containsSubsequence(
                        "m1: run kubeadm init ...", "m1 |  [kubeadm-init] done", "m2: run kubeadm join ...");
        var done = events.stream().filter(Event.StepFinished.class::isInstance).count();
        assertThat(done)
                .isEqualTo(events.stream()
                        .filter(Event.StepStarted.class::isInstance)
                        .count());
        assertThat(events.get(events.size() - 1)).isInstanceOf(Event.Finished.class);
    }

    /** The images of the others are pulled while the first one initialises, which waits for them here. */
    @Test
    void pullsImagesDuringInit() {
        var pulled = new CountDownLatch(2);
        var report = apply(new MemoryNodes(CLUSTER) {
            @Override
            public CommandResult run(Master master, Command command, Consumer<String> lines) {
                if (command.toString().contains("images pull") && !master.name().equals("m1")) {
                    pulled.countDown();
                }
                return super.run(master, command, lines);
            }

            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                await(pulled);
                return super.follow(master, job, seen, atMost, lines);
            }
        });
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void findsItsJobAgainThroughBrokenConnections() {
        var looks = new AtomicInteger();
        var starts = new AtomicInteger();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public StartResult start(Master master, Job job) {
                var result = super.start(master, job);
                return switch (starts.incrementAndGet()) {
                    case 1 -> new StartResult.Unclear("the connection broke");
                    case 2 -> new StartResult.NotStarted("no connection");
                    default -> result;
                };
            }

            @Override
            public FollowResult follow(Master master, String job, long seen, Duration atMost, Consumer<String> lines) {
                int look = looks.incrementAndGet();
                if (look <= 4) {
                    lines.accept("line " + look);
                    assertThat(seen).isEqualTo(look - 1);
                    return look % 2 == 0
                            ? new FollowResult.Seen(new JobStatus.Running())
                            : new FollowResult.Unclear("cut");
                }
                return super.follow(master, job, seen, atMost, lines);
            }
        };
        assertThat(apply(nodes).isComplete()).isTrue();
        assertThat(nodes.done).filteredOn("m1: start kubeadm-init"::equals).hasSize(1);
        assertThat(events.toString()).contains("looking for the job", "connecting again: cut");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looksAgainUnderTheLockWhereSomebodyWasBefore(boolean isFirst) {
        var looks = new AtomicInteger();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public HoldResult hold(Master master, String operator) {
                return new FreeHold(isFirst || !master.name().equals("m2"));
            }

            @Override
            public Inspection inspect(Master master, Inquiry inquiry) {
                if (events.isEmpty()) {
                    looks.incrementAndGet();
                }
                return super.inspect(master, inquiry);
            }
        };
        assertThat(apply(nodes).isComplete()).isTrue();
        assertThat(looks).hasValue(isFirst ? 3 : 6);
    }

    private record FreeHold(boolean isFirst) implements HoldResult.Held {

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void asksOnlyWhomItWaitsForAndInTheEndAllAtOnce() {
        var asked = new ConcurrentHashMap<String, Integer>();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public Inspection inspect(Master master, Inquiry inquiry) {
                boolean isVerified = done.contains("m3: start kubeadm-join");
                int times = isVerified ? asked.merge(master.name(), 1, Integer::sum) : 0;
                return isVerified && master.name().equals("m3") && times <= 3
                        ? new Inspection.Silent("busy")
                        : super.inspect(master, inquiry);
            }
        };
        assertThat(apply(nodes).isComplete()).isTrue();
        assertThat(asked).isEqualTo(Map.of("m1", 2, "m2", 2, "m3", 5));
    }

    @ParameterizedTest
    @CsvSource({"SOONEST,FILE,TOKEN", "FILE,FILE,FILE", "TOKEN,TOKEN,TOKEN"})
    void joinsTheWayThatIsAskedFor(Discovery discovery, Discovery second, Discovery third) {
        var configs = new ArrayList<String>();
        var nodes = new MemoryNodes(CLUSTER) {
            @Override
            public PutResult put(Master master, List<FileChange> changes) {
                changes.stream()
                        .filter(change -> change.artifact().path().equals(JoinFiles.CONFIG))
                        .forEach(change -> configs.add(change.artifact().text()));
                return super.put(master, changes);
            }
        };
        var report = over(nodes).withDiscovery(discovery).withOperator("me").apply(events::add);
        assertThat(report.isComplete()).isTrue();
        assertThat(configs)
                .allSatisfy(config -> assertThat(config).contains(MemoryNodes.TOKEN, MemoryNodes.KEY))
                .extracting(EngineTest::discoveryIn)
                .containsExactly(second, third);
    }

    private static Discovery discoveryIn(String config) {
        if (config.contains("kubeConfigPath: \"" + JoinFiles.DISCOVERY)) {
            return Discovery.FILE;
        }
        assertThat(config).contains("token: \"" + MemoryNodes.TOKEN, "sha256:" + "a".repeat(64));
        return Discovery.TOKEN;
    }
}
