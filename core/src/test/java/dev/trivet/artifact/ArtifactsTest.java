package dev.trivet.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {

    private static final Artifact CONFIG = new Artifact("/etc/a.conf", FileMode.PRIVATE, "a");
    private static final Artifact SCRIPT = new Artifact("/etc/b.sh", FileMode.PRIVATE_SCRIPT, "b");

    private final Artifacts artifacts = new Artifacts(inOrder("m2", List.of(SCRIPT, CONFIG), "m1", List.of(CONFIG)));

    @Test
    void keepsTheMastersAndTheirFilesInOrder() {
        assertThat(artifacts.masters()).containsExactly("m2", "m1");
        assertThat(artifacts.of("m2")).containsExactly(SCRIPT, CONFIG);
        assertThat(artifacts.of("m2", "/etc/a.conf")).isEqualTo(CONFIG);
        assertThat(artifacts).hasToString("m2 0700 /etc/b.sh, 1 B\nm2 0600 /etc/a.conf, 1 B\nm1 0600 /etc/a.conf, 1 B");
    }

    @Test
    void refusesAMasterOrAFileThatIsNotThere() {
        assertThatThrownBy(() -> artifacts.of("m3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("m3")
                .hasMessageContaining("[m2, m1]");
        assertThatThrownBy(() -> artifacts.of("m1", "/etc/b.sh"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/etc/b.sh")
                .hasMessageContaining("/etc/a.conf");
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        var files = new ArrayList<>(List.of(CONFIG));
        var masters = new LinkedHashMap<String, List<Artifact>>(Map.of("m1", files));
        var made = new Artifacts(masters);
        files.clear();
        masters.clear();
        assertThat(made.of("m1")).containsExactly(CONFIG);
        assertThatThrownBy(() -> made.of("m1").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> made.masters().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isEqualToTheSameFiles() {
        var same = new Artifacts(inOrder("m2", List.of(SCRIPT, CONFIG), "m1", List.of(CONFIG)));
        assertThat(artifacts).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(artifacts).isNotEqualTo(new Artifacts(Map.of("m1", List.of(CONFIG))));
        assertThat(artifacts).isNotEqualTo("m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m1", "M1", "7", "node-1.example.org", "a..b", "a-"})
    void takesTheNameOfAHost(String master) {
        assertThat(new Artifacts(Map.of(master, List.of())).masters()).containsExactly(master);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".m1", "-m1", "m/1", "../m1", "m 1", "m1\n", "m\\1", "m_1", "mä", "m:1"})
    void refusesAnotherName(String master) {
        assertThatThrownBy(() -> new Artifacts(Map.of(master, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("master " + master);
    }

    private static Map<String, List<Artifact>> inOrder(
            String first, List<Artifact> itsFiles, String second, List<Artifact> otherFiles) {
        var masters = new LinkedHashMap<String, List<Artifact>>();
        masters.put(first, itsFiles);
        masters.put(second, otherFiles);
        return masters;
    }
}
