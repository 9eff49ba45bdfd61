package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.FileMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in rolled files and cannot be rolled: told before the first file, not after minutes. */
class FixedChecksTest {

    private static final String HAPROXY = """
            backend apiservers
                server m1 192.168.1.141:6443 check verify none
                server m2 192.168.1.142:6443 check verify none
            frontend monitor
                bind 127.0.0.1:9444
            """;

    private static final String KEEPALIVED = """
            vrrp_instance apiserver {
                virtual_ipaddress {
                    192.168.1.50/32 dev eth0
                }
            }
            """;

    private static final Map<String, String> TEXTS =
            Map.of(NodeFiles.HAPROXY_CONFIG, HAPROXY, NodeFiles.KEEPALIVED_CONFIG, KEEPALIVED);

    /** Of these masters, the files are as the text was before; of the others, as it is now. */
    private static List<String> against(String now, String before, String... masters) {
        var rack = SeenRack.running();
        var files = new LinkedHashMap<String, List<Artifact>>();
        rack.names().forEach(name -> {
            var artifacts = TEXTS.entrySet().stream()
                    .map(text -> new Artifact(text.getKey(), FileMode.PRIVATE, text.getValue()))
                    .toList();
            files.put(name, artifacts);
            artifacts.forEach(artifact -> rack.at(name).put(artifact));
        });
        for (String name : masters) {
            files.getOrDefault(name, List.of())
                    .forEach(artifact ->
                            rack.at(name).put(artifact, artifact.text().replace(now, before)));
        }
        return against(rack, new Artifacts(files));
    }

    private static List<String> against(SeenRack rack, Artifacts artifacts) {
        return Plan.between(rack.cluster, artifacts, rack.observation()).blockers().stream()
                .map(Blocker::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9444, 127.0.0.1:9445, 9445, the monitor port",
        ":6443, :6444, 6444, the API server port",
        "192.168.1.50/32, 192.168.1.5/32, 192.168.1.5, the virtual IP"
    })
    void whatKubeadmOrAllOthersDependOnStaysUnlessOneAloneHasAnother(
            String now, String before, String value, String name) {
        assertThat(against(now, before, "m1", "m2", "m3"))
                .singleElement()
                .asString()
                .startsWith(name + " would change on m1 (" + value + "), m2 (" + value + "), m3 (" + value + "), and ")
                .endsWith("; keep the old value in the spec [not-rollable]");
        assertThat(against(now, before, "m2", "m3")).hasSize(1);
        assertThat(against(now, before, "m2")).isEmpty();
    }

    @Test
    void aFileThatDoesNotSayItHasNoOldValue() {
        assertThat(against(HAPROXY, "global\n", "m1", "m2", "m3")).isEmpty();
        var rack = SeenRack.running()
                .withAll(m -> m.files.put(
                        NodeFiles.HAPROXY_CONFIG, new FileFacts.Present("0", "600", "0:0", Optional.empty())));
        assertThat(against(rack, rack.artifacts)).isEmpty();
    }

    /** Where only one master runs yet, nobody has the new value. */
    @Test
    void theOnlyMasterThatRunsCannotBeGivenAnotherApiServersPortEither() {
        var rack = SeenRack.running();
        rack.withAll(m -> m.members.removeIf(member -> !member.name().equals("m1")));
        List.of("m2", "m3").forEach(name -> rack.at(name).leavings.clear());
        var artifact = new Artifact(NodeFiles.HAPROXY_CONFIG, FileMode.PUBLIC, HAPROXY);
        rack.at("m1").put(artifact, HAPROXY.replace(":6443", ":6444"));
        var files = new LinkedHashMap<String, List<Artifact>>();
        rack.names()
                .forEach(name -> files.put(
                        name, List.of(artifact, rack.artifacts.of(name).get(3))));
        assertThat(against(rack, new Artifacts(files)))
                .containsExactly("the API server port would change on m1 (6444), and the API servers stay at the port"
                        + " that kubeadm gave them; keep the old value in the spec [not-rollable]");
    }
}
