package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.failover.FailoverAnalysis;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.Keepalived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the guide show is run as it stands. */
class ReadmeTest {

    private static final Path ROOT = Markdown.ROOT;

    @TempDir
    Path folder;

    /** In one JShell, whose start takes longer than all that is typed. */
    @Test
    void javaBlocksTheTourAndTheGuideRunInJshell() throws IOException, InterruptedException {
        var blocks = blocks("java");
        assertThat(blocks).hasSize(5);
        var guide = GuideScript.of(Markdown.of("GUIDE.md"));
        prepareFolder();

        var printed = jshell(String.join("\n", blocks) + "\n/open examples/tour.jsh\n" + guide.typed() + "\n/exit\n");

        assertThat(printed)
                .doesNotContain("Error:", "Exception")
                .contains(
                        "==> []",
                        "==> [m1, m2, m3]",
                        "unicast_src_ip 192.168.1.141",
                        "created method bootstrap(Cluster)",
                        "0600 edge/cluster-api.yaml")
                .contains("Proved for m1, m2, m3, whatever fails", "Mend: take a keepalived image that has curl");
        for (String file :
                List.of("etc/kubernetes/manifests/haproxy.yaml", "bootstrap.sh", "user-data", "config.ign")) {
            assertThat(folder.resolve("target/out/m3").resolve(file)).isRegularFile();
        }
        tourIsSeen(printed);
        guide.requireShown(printed);
    }

    /** The examples, and every spec that a document names in its first line. */
    private void prepareFolder() throws IOException {
        Files.createDirectory(folder.resolve("examples"));
        for (String file : List.of("examples/cluster.yaml", "examples/broken-cluster.yaml", "examples/tour.jsh")) {
            Files.copy(ROOT.resolve(file), folder.resolve(file));
        }
        for (String yaml : Markdown.of("GUIDE.md").blocks("yaml")) {
            Files.writeString(
                    folder.resolve(yaml.lines().findFirst().orElseThrow().replace("# ", "")), yaml);
        }
    }

    private void tourIsSeen(String printed) {
        assertThat(printed.substring(printed.indexOf("> spec")))
                .containsSubsequence(
                        "kind: ControlPlane\nname: \"edge\"\n",
                        "> broken.validate()",
                        "port-unique",
                        "Proved for m1, m2, m3, whatever fails",
                        "failover report: Failover of edge: proved",
                        "target/tour/classic.html",
                        "m3 0600 /etc/keepalived/keepalived.conf",
                        "unicast_src_ip 192.168.1.141",
                        "control plane edge of m1, m2, m3 at 192.168.1.50:8443",
                        "m1: membership none, API server ready: no",
                        "Control plane edge: 10 steps",
                        "flowchart TD",
                        "m3: run kubeadm join",
                        "Control plane edge: nothing to do",
                        "m2, served: true",
                        "m3: change 1 file of the running load balancer",
                        "nothing may be written",
                        "this is a tour",
                        "SSH, not open yet");
        assertThat(folder.resolve("target/tour/failover.html")).content().contains("Failover is proved");
        assertThat(folder.resolve("target/tour/classic.html")).content().contains("Failover is not proved");
    }

    @Test
    void theFirstJavaBlockEndsByLine30() throws IOException {
        var lines = Files.readAllLines(ROOT.resolve("README.md"));
        int start = lines.indexOf("```java");
        assertThat(lines.subList(start, lines.size()).indexOf("```") + start).isLessThan(30);
    }

    @Test
    void theYamlBlockShowsTheDefaults() throws IOException {
        var shown = ClusterYaml.read(blocks("yaml").get(0)).validate().orThrow();
        var plain = ClusterYaml.read(ROOT.resolve("examples/cluster.yaml"))
                .validate()
                .orThrow();

        assertThat(shown.virtualRouter()).isEqualTo(plain.virtualRouter());
        assertThat(shown.balancer()).isEqualTo(plain.balancer());
        assertThat(shown.check()).isEqualTo(plain.check());
        assertThat(shown.images()).isEqualTo(plain.images());
        assertThat(shown.network()).isEqualTo(plain.network());
        assertThat(shown.kubeadm()).isEqualTo(plain.kubeadm());
        assertThat(shown.endpoint()).isEqualTo(plain.endpoint());
        assertThat(shown.apiServerPort()).isEqualTo(plain.apiServerPort());
        assertThat(shown.masters().get(2).priority())
                .isEqualTo(plain.masters().get(2).priority());
    }

    @Test
    void theFaultIsShownAsItIsPrinted() throws IOException {
        var validation =
                ClusterYaml.read(ROOT.resolve("examples/broken-cluster.yaml")).validate();

        assertThat(validation.toString().replace(ROOT + "/", "") + "\n")
                .startsWith(blocks("text").get(0));
    }

    @Test
    void examplesNameTheSchema() throws IOException {
        var first = Files.readAllLines(ROOT.resolve("examples/cluster.yaml")).get(0);
        var schema = ROOT.resolve("examples").resolve(first.replace("# yaml-language-server: $schema=", ""));

        assertThat(Files.readString(schema)).isEqualTo(ClusterYaml.schema());
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("`" + first + "`");
    }

    @Test
    void theCounterexampleIsTheOneThatIsFound() throws IOException {
        var spec = ClusterYaml.read(ROOT.resolve("examples/cluster.yaml"))
                .withKeepalived(Keepalived.defaults().withImage("osixia/keepalived:2.0.20"));

        assertThat(FailoverAnalysis.ofClassic(spec.validate().orThrow()).explain())
                .contains(blocks("text").get(1));
    }

    private static List<String> blocks(String language) {
        return Markdown.of("README.md").blocks(language);
    }

    private String jshell(String input) throws IOException, InterruptedException {
        var typed = Files.writeString(folder.resolve("typed"), input);
        var printed = folder.resolve("printed");
        var builder = new ProcessBuilder(ROOT.resolve("examples/jshell").toString())
                .directory(folder.toFile())
                .redirectInput(typed.toFile())
                .redirectOutput(printed.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }
}
