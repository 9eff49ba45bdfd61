package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Chromium;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.MasterNode;
import dev.trivet.testing.ClusterSpecs;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mermaid itself draws what a plan says, and takes no text for more than a text. */
@Tag("real-tools")
class RealToolsMermaidTest {

    /** What would be a list, a heading, a link, an icon, a formula, HTML, a directive, an end, or a way out of the label. */
    private static final List<String> HOSTILE = List.of(
            "1. one",
            "- one",
            "+ one",
            "3) three",
            "# heading",
            "> quoted",
            "`code` **bold** _leaning_ ~~gone~~",
            "[text](https://example.org) www.example.org https://example.org a@example.org",
            "fa:fa-car fab:fa-linux",
            "$$x^2$$",
            "<b>bold</b><img src=x onerror=alert(1)><br/>",
            "#quot; #35; &lt; &amp;#35; &#60;",
            "%%{init: {\"theme\": \"dark\"}}%% %% comment",
            "end",
            "a\"] --> b[\"c",
            "a\nclick s1 href \"javascript:alert(1)\"",
            "a; style s1 fill:red; classDef x y",
            "\"`a **b**`\"",
            "{{mustache}} ${value} \\n \\u0041",
            "A & B | C @ D ^ E = F ' G ! H ? I * J",
            "\u00e9\u6f22\u5b57\ud83d\ude00");

    private static final int MANY = 50;

    private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/mermaid/pom.properties";

    @TempDir
    Path folder;

    @Test
    void drawsThePlanAndNothingElse() throws IOException {
        var missing = Chromium.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var plans = List.of(
                SeenRack.bare().plan(),
                SeenRack.bare(many()).plan(),
                SeenRack.running().plan(),
                SeenRack.bare().withAll(m -> m.missingCommands.addAll(HOSTILE)).plan());
        var labels = HOSTILE.stream().map(text -> "flowchart TD\n  s1[\"" + MermaidText.of(text) + "\"]\n");

        var drawn =
                draw(Stream.concat(plans.stream().map(Plan::toMermaid), labels).toList());

        assertThat(drawn).hasSize(plans.size() + HOSTILE.size()).noneMatch(seen -> seen.has("problem"));
        assertThat(drawn).allMatch(seen -> seen.get("strangers").asInt() == 0);
        assertThat(texts(drawn.get(0), "nodes")).containsExactlyInAnyOrderElementsOf(titles(plans.get(0)));
        assertThat(texts(drawn.get(0), "groups")).containsExactly("side by side");
        assertThat(drawn.get(0).get("arrows").asInt()).isEqualTo(9);
        assertThat(texts(drawn.get(1), "nodes")).containsExactlyInAnyOrderElementsOf(titles(plans.get(1)));
        assertThat(texts(drawn.get(2), "nodes")).containsExactly("nothing to do");
        assertThat(texts(drawn.get(3), "nodes")).hasSize(plans.get(3).blockers().size() + 1);
        for (int i = 0; i < HOSTILE.size(); i++) {
            assertThat(texts(drawn.get(plans.size() + i), "nodes"))
                    .containsExactly(HOSTILE.get(i).replace('\n', ' '));
        }
    }

    private static Cluster many() {
        var spec = ClusterSpecs.minimal()
                .withMasters(IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> MasterNode.of("m" + i, "192.168.1." + (140 + i)))
                        .toList());
        return spec.validate().orThrow();
    }

    private static List<String> titles(Plan plan) {
        return plan.steps().stream().map(Step::title).toList();
    }

    private static List<String> texts(JsonNode seen, String what) {
        return seen.get(what).valueStream().map(JsonNode::asString).toList();
    }

    private List<JsonNode> draw(List<String> diagrams) throws IOException {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"/></head><body>");
        for (String diagram : diagrams) {
            page.append("<section>");
            page.append(diagram.replace("&", "&amp;").replace("<", "&lt;"));
            page.append("</section>");
        }
        page.append("<script>").append(mermaid());
        page.append("</script><script>").append(resource("draw.js")).append("</script></body></html>");
        var file = java.nio.file.Files.writeString(folder.resolve("diagrams.html"), page);
        var seen = Chromium.open(file, folder.resolve("profile"), Chromium.Scheme.LIGHT);
        return Chromium.verdicts(seen).stream()
                .map(JsonMapper.builder().build()::readTree)
                .toList();
    }

    private static String mermaid() throws IOException {
        var webjar = new Properties();
        webjar.load(new StringReader(resource(WEBJAR)));
        return resource(
                "/META-INF/resources/webjars/mermaid/" + webjar.getProperty("version") + "/dist/mermaid.min.js");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RealToolsMermaidTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
