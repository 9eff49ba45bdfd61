package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan as people and as programs read it. */
class WrittenPlanTest {

    private static final Artifact FILE = new Artifact("/etc/a", FileMode.PRIVATE, "new\n");

    private static FileChange change(String before, String mode, String owner) {
        return new FileChange(
                FILE,
                new FileFacts.Present(
                        Hashes.sha256(before.getBytes(StandardCharsets.UTF_8)), mode, owner, Optional.of(before)));
    }

    private static JsonNode json(SeenRack rack) {
        return JsonMapper.builder().build().readTree(rack.plan().toJson());
    }

    private static List<Integer> numbers(JsonNode list) {
        return list.valueStream().map(JsonNode::intValue).toList();
    }

    @Test
    void saysWhatIsToBeDone() {
        assertThat(SeenRack.running().plan().describe()).isEqualTo("Control plane edge: nothing to do\n");
        assertThat(SeenRack.running()
                        .with("m2", m -> m.apiReady = Answer.NO)
                        .plan()
                        .toString())
                .isEqualTo("""
                        Control plane edge: 1 step
                          1. verify the control plane through 192.168.1.50:8443
                             now: the API server of m2 is not ready
                        """);
        assertThat(SeenRack.bare().plan().describe())
                .startsWith("Control plane edge: 10 steps\n  1. m1: put 6 files\n     new file ")
                .contains("\n 10. verify the control plane");
    }

    @Test
    void saysWhyNothingIsDone() {
        assertThat(SeenRack.bare()
                        .with("m2", m -> m.missingCommands.add("socat"))
                        .plan()
                        .describe())
                .isEqualTo("""
                        Control plane edge: nothing may be written, for
                          - m2: it has no socat; install it [command-missing]
                        """);
    }

    @Test
    void drawsWhatComesBeforeWhat() {
        assertThat(SeenRack.bare().plan().toMermaid()).isEqualTo("""
                        flowchart TD
                          accTitle: Control plane edge
                          subgraph from1["side by side"]
                            direction TB
                            s1["m1: put 6 files"]
                            s2["m2: put 6 files"]
                            s3["m3: put 6 files"]
                          end
                          s4["m1: pull Kubernetes' and the balancer's images"]
                          s5["m2: pull Kubernetes' and the balancer's images"]
                          s6["m3: pull Kubernetes' and the balancer's images"]
                          s7["m1: run kubeadm init"]
                          s8["m2: run kubeadm join"]
                          s9["m3: run kubeadm join"]
                          s10["verify the control plane through 192.168.1.50:8443"]
                          from1 --> s4
                          from1 --> s5
                          from1 --> s6
                          s4 --> s7
                          s5 --> s8
                          s7 --> s8
                          s6 --> s9
                          s8 --> s9
                          s9 --> s10
                        """);
    }

    @Test
    void drawsWhatIsNotThereYetAndThatNothingIsToBeDone() {
        var unready = SeenRack.running().with("m2", m -> m.apiReady = Answer.NO);

        assertThat(unready.plan().toMermaid())
                .contains("  s1[\"verify the control plane through 192.168.1.50:8443"
                        + "<br/>now: the API server of m2 is not ready\"]\n");
        assertThat(SeenRack.running().plan().toMermaid()).endsWith("  done([\"nothing to do\"])\n");
    }

    @Test
    void drawsWhyNothingIsDoneAndTakesNoTextForMore() {
        var rack = SeenRack.bare().with("m2", m -> m.missingCommands.add("a\"]\n\u202Eend--1. x"));

        assertThat(rack.plan().toMermaid()).isEqualTo("""
                        flowchart TD
                          accTitle: Control plane edge
                          blocked{{"nothing may be written"}}
                          b1["m2: it has no a#34;#93; #65533;end#45;#45;1#46; x#59; install it #91;command-missing#93;"] --> blocked
                        """);
    }

    @Test
    void saysWhatChangesInAFile() {
        assertThat(new FileChange(FILE, new FileFacts.Absent()))
                .hasToString("create " + FILE)
                .extracting(FileChange::diff)
                .isEqualTo("new file " + FILE + "\n");
        assertThat(change("new\n", "644", "7:8"))
                .hasToString("replace " + FILE)
                .extracting(FileChange::diff)
                .isEqualTo("mode and owner of /etc/a: 644 7:8 become 600 0:0\n");
        assertThat(change("old\n", "600", "0:0").diff())
                .isEqualTo("--- /etc/a\n+++ /etc/a\n@@ -1,1 +1,1 @@\n-old\n+new\n");
        assertThat(new FileChange(FILE, new FileFacts.Present("0", "600", "0:0", Optional.empty())).diff())
                .isEqualTo("replaced " + FILE + ", whose content is not text\n");
    }

    @Test
    void aFileIsRightInContentModeAndOwner() {
        assertThat(change("new\n", "600", "0:0").before().isAs(FILE)).isTrue();
        assertThat(change("old\n", "600", "0:0").before().isAs(FILE)).isFalse();
        assertThat(change("new\n", "644", "0:0").before().isAs(FILE)).isFalse();
        assertThat(change("new\n", "600", "7:0").before().isAs(FILE)).isFalse();
        assertThat(new FileFacts.Absent().isAs(FILE)).isFalse();
    }

    @Test
    void programsReadTheOrderAndTheFiles() {
        var steps = json(SeenRack.bare()).get("steps");
        assertThat(steps).hasSize(10);
        var put = steps.get(0);
        assertThat(put.get("kind").stringValue()).isEqualTo("PutFiles");
        assertThat(put.get("title").stringValue()).isEqualTo("m1: put 6 files");
        assertThat(put.get("master").stringValue()).isEqualTo("m1");
        assertThat(put.get("after")).isEmpty();
        assertThat(put.get("files")).hasSize(6);
        assertThat(steps.get(1).get("after")).isEmpty();
        assertThat(numbers(steps.get(3).get("after"))).containsExactly(0, 1, 2);
        assertThat(numbers(steps.get(6).get("after"))).containsExactly(0, 1, 2, 3);
        assertThat(numbers(steps.get(8).get("after"))).containsExactly(0, 1, 2, 5, 6, 7);
        assertThat(numbers(steps.get(9).get("after"))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(steps.get(9).has("master")).isFalse();
        assertThat(json(SeenRack.bare()).get("blockers")).isEmpty();
    }

    @Test
    void programsReadWhatAFileWasBefore() {
        var rack = SeenRack.running();
        var artifact = rack.artifacts.of("m2", "/etc/haproxy/haproxy.cfg");
        var file = json(rack.with("m2", m -> m.put(artifact, "global\n"))).at("/steps/0/files/0");
        assertThat(file.get("path").stringValue()).isEqualTo("/etc/haproxy/haproxy.cfg");
        assertThat(file.get("mode").stringValue()).isEqualTo(artifact.mode().toString());
        assertThat(file.get("sha256").stringValue()).isEqualTo(Hashes.sha256(artifact.bytes()));
        assertThat(file.get("before").stringValue())
                .isEqualTo(Hashes.sha256("global\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void programsReadWhatStandsAgainstIt() {
        var blocker = json(SeenRack.bare().with("m2", m -> m.missingCommands.add("socat")))
                .at("/blockers/0");
        assertThat(blocker.get("kind").stringValue()).isEqualTo("command-missing");
        assertThat(blocker.get("master").stringValue()).isEqualTo("m2");
        assertThat(blocker.get("problem").stringValue()).isEqualTo("it has no socat");
        assertThat(blocker.get("remedy").stringValue()).isEqualTo("install it");
    }
}
