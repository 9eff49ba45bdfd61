package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.plan.Answer;
import dev.trivet.plan.EtcdFacts;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.FrontFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.JobStatus;
import dev.trivet.plan.MasterFacts;
import dev.trivet.spec.Cluster;
import dev.trivet.testing.ClusterSpecs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Facts are read out of whatever a machine answers. */
class InspectionReaderTest {

    private static final Cluster CLUSTER = ClusterSpecs.minimal().validate().orThrow();
    private static final List<String> KINDS = List.of(
            "machine-id",
            "host",
            "clock",
            "address",
            "mac",
            "swap",
            "kernel",
            "missing",
            "listener",
            "process",
            "job",
            "kubeadm",
            "leaving",
            "authority",
            "endpoint",
            "api",
            "marked",
            "etcd",
            "members",
            "front",
            "neighbour",
            "runtime",
            "image",
            "balancer",
            "obstacle",
            "file",
            "content",
            "absent",
            "end",
            "unheard-of");

    private static MasterFacts read(String... lines) {
        return read(List.of(lines));
    }

    private static MasterFacts read(List<String> lines) {
        var inquiry = new Inquiry(CLUSTER, List.of(new Artifact("/etc/a", FileMode.PUBLIC, "a\n")));
        return new InspectionReader(CLUSTER.masters().get(0), inquiry, new InspectionLines(lines)).facts();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<String>> garbage() {
        var words = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().numeric().ofMaxLength(20),
                Arbitraries.strings().all().ofMaxLength(30).map(InspectionReaderTest::encoded),
                Arbitraries.of("", "0", "7", "28", "60", "200", "/etc/a", "yes", "ended 999", "192.168.1.50"),
                Arbitraries.of(
                                "{",
                                "[]",
                                "null",
                                "{\"members\":7}",
                                "{\"members\":[[],{\"name\":{}}]}",
                                "[".repeat(5000))
                        .map(InspectionReaderTest::encoded));
        var line = Combinators.combine(Arbitraries.of(KINDS), words.list().ofMaxSize(5))
                .as((kind, rest) -> kind + " " + String.join(" ", rest));
        return Arbitraries.oneOf(line, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 2000)
    void readsGarbageWithoutAFuss(@ForAll("garbage") List<String> lines) {
        assertThat(read(lines).membership()).isNotNull();
    }

    @Example
    void doesNotKnowWhatItWasNotTold() {
        var facts = read();
        assertThat(facts.identity().machineId()).isEmpty();
        assertThat(facts.identity().hostName()).isEqualTo("m1");
        assertThat(facts.host().swapping()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.runtime().running()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.kubeadm().markedAsMaster()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.services().front().occupied()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.file("/etc/a")).isEqualTo(new FileFacts.Absent());
    }

    @Example
    void readsAnswersByCurlsCodes() {
        assertThat(read("api 0 200").services().apiServerReady()).isEqualTo(Answer.YES);
        assertThat(read("api 0 500").services().apiServerReady()).isEqualTo(Answer.NO);
        assertThat(read("api 7 000").services().apiServerReady()).isEqualTo(Answer.NO);
        assertThat(read("api 28 000").services().apiServerReady()).isEqualTo(Answer.UNKNOWN);
        assertThat(read("runtime 0").runtime().running()).isEqualTo(Answer.YES);
        assertThat(read("runtime 124").runtime().running()).isEqualTo(Answer.NO);
        assertThat(read("marked yes").kubeadm().markedAsMaster()).isEqualTo(Answer.YES);
        assertThat(read("marked no").kubeadm().markedAsMaster()).isEqualTo(Answer.NO);
    }

    @Example
    void tellsWhoHasTheVirtualIp() {
        var own = "address eth0 192.168.1.50";
        assertThat(read(own, "front 7 000").services().front())
                .isEqualTo(new FrontFacts(Answer.YES, Optional.empty(), FrontFacts.Kind.NOT_READY));
        assertThat(occupied("front 28 000")).isEqualTo(Answer.NO);
        assertThat(occupied("front 7 000", "neighbour aa:bb REACHABLE")).isEqualTo(Answer.YES);
        assertThat(occupied("front 7 000", "neighbour aa:bb STALE")).isEqualTo(Answer.UNKNOWN);
        assertThat(occupied("front 35 000")).isEqualTo(Answer.YES);
        var authority = "authority " + encoded("some certificate");
        assertThat(read(authority, "front 0 200").services().front().kind()).isEqualTo(FrontFacts.Kind.READY);
        assertThat(read(authority, "front 60 000").services().front().kind())
                .isEqualTo(FrontFacts.Kind.OTHER_AUTHORITY);
        assertThat(read("front 60 000").services().front().kind()).isEqualTo(FrontFacts.Kind.NOT_READY);
    }

    private static Answer occupied(String... lines) {
        return read(lines).services().front().occupied();
    }

    @Example
    void readsMembers() {
        var json = "{\"members\":[{\"name\":\"m1\"},{\"name\":\"m2\",\"isLearner\":true},{\"ID\":\"7\"}]}";
        assertThat(read("members " + encoded(json)).services().etcd().members())
                .containsExactly(
                        new EtcdFacts.Member("m1", false),
                        new EtcdFacts.Member("m2", true),
                        new EtcdFacts.Member("", false));
        assertThat(read("members " + encoded("{\"members\":[{"))
                        .services()
                        .etcd()
                        .members())
                .isEmpty();
    }

    @Example
    void readsFilesAndJobs() {
        var hash = Hashes.sha256("ä b\n".getBytes(StandardCharsets.UTF_8));
        var facts = read(
                "file /etc/a " + hash + " 640 0:7",
                "content /etc/a " + encoded("ä b\n"),
                "file /etc/b abc 600 0:0",
                "content /etc/b !!!",
                "file /etc/changed " + hash + " 600 0:0",
                "content /etc/changed " + encoded("changed while it was read\n"),
                "obstacle /etc/c /etc is a symbolic link",
                "job one running",
                "job two ended 7",
                "job three lost",
                "job four none");
        assertThat(facts.file("/etc/a")).isEqualTo(new FileFacts.Present(hash, "640", "0:7", Optional.of("ä b\n")));
        assertThat(facts.file("/etc/changed")).isEqualTo(new FileFacts.Present(hash, "600", "0:0", Optional.empty()));
        assertThat(facts.file("/etc/b")).isEqualTo(new FileFacts.Present("abc", "600", "0:0", Optional.empty()));
        assertThat(facts.file("/etc/c")).isEqualTo(new FileFacts.Obstructed("/etc is a symbolic link"));
        assertThat(Stream.of("one", "two", "three", "four").map(facts.activity()::job))
                .containsExactly(
                        Optional.of(new JobStatus.Running()),
                        Optional.of(new JobStatus.Ended(7)),
                        Optional.of(new JobStatus.Lost()),
                        Optional.empty());
    }

    @Example
    void takesAnAnswerWithoutItsEndForNone() {
        NodeExecutor cut = (master, command, lines) -> new CommandResult.Finished(141, "host m1\n", "sh: killed\n");
        NodeExecutor dead = (master, command, lines) -> new CommandResult.NotRun("no route");
        var inquiry = new Inquiry(CLUSTER, List.of());
        var master = CLUSTER.masters().get(0);
        assertThat(cut.inspect(master, inquiry))
                .isEqualTo(new Inspection.Silent("its answer is cut off, the script ended with 141: sh: killed"));
        assertThat(dead.inspect(master, inquiry)).isEqualTo(new Inspection.Silent("no route"));
    }
}
