package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Files;
import dev.trivet.plan.Hashes;
import dev.trivet.plan.Step;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestorerTest {

    private static final Cluster CLUSTER = ClusterSpecs.minimal().validate().orThrow();

    private final List<FileChange> back = new ArrayList<>();
    private final MemoryNodes nodes = new MemoryNodes(CLUSTER) {
        @Override
        public PutResult put(Master master, List<FileChange> changes) {
            back.addAll(changes);
            return super.put(master, changes);
        }
    };

    private String restore(FileChange... changes) {
        var files = Files.of(CLUSTER);
        var time = new JumpingTime();
        try (var crew = new Crew("observe")) {
            var observer = new Observer(CLUSTER, files, nodes, time, crew);
            var bench =
                    new Workbench(CLUSTER, files, nodes, time, new EventSink(event -> {}), Discovery.FILE, observer);
            return new Restorer(bench, new Step.RollBalancer("m2", List.of(changes))).restore(List.of());
        }
    }

    private static FileChange change(FileFacts before) {
        return new FileChange(new Artifact("/etc/haproxy/haproxy.cfg", FileMode.PUBLIC, "new\n"), before);
    }

    private static FileFacts present(String text, String mode, Optional<String> known) {
        return new FileFacts.Present(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)), mode, "0:0", known);
    }

    @Test
    void putsTextAndModeBack() {
        assertThat(restore(change(present("old\n", "600", Optional.of("old\n")))))
                .isEqualTo("the files that were there before are back");
        assertThat(back)
                .containsExactly(new FileChange(
                        new Artifact("/etc/haproxy/haproxy.cfg", FileMode.PRIVATE, "old\n"), new FileFacts.NotAsked()));
    }

    @Test
    void putsTheModeBackWhereItAloneHasChanged() {
        restore(change(present("new\n", "600", Optional.empty())));
        assertThat(back)
                .extracting(FileChange::artifact)
                .extracting(Artifact::mode)
                .containsExactly(FileMode.PRIVATE);
    }

    @Test
    void removesWhatWasNotThere() {
        assertThat(restore(change(new FileFacts.Absent()))).isEqualTo("the files that were there before are back");
        assertThat(nodes.done).contains("m2: rm -f -- /etc/haproxy/haproxy.cfg");
        assertThat(back).isEmpty();
    }

    @Test
    void saysWhereToFindWhatItDoesNotKnow() {
        assertThat(restore(change(present("binary", "600", Optional.empty()))))
                .contains("not all files could be put back", "m2 below /var/lib/trivet/previous");
        assertThat(back).isEmpty();
    }
}
