package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The classic set is the article's text, line by line, but for comments, quotes and white space. */
class ClassicMatchesTheArticleTest {

    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("INTERFACE", "eth0"),
            Map.entry("ROUTER_ID", "51"),
            Map.entry("AUTH_PASS", "42"),
            Map.entry("APISERVER_VIP", "192.168.1.50"),
            Map.entry("APISERVER_DEST_PORT", "4200"),
            Map.entry("APISERVER_SRC_PORT", "6443"),
            Map.entry("HOST1_ID", "m1"),
            Map.entry("HOST1_ADDRESS", "192.168.1.141"),
            Map.entry("HOST2_ID", "m2"),
            Map.entry("HOST2_ADDRESS", "192.168.1.142"),
            Map.entry("HOST3_ID", "m3"),
            Map.entry("HOST3_ADDRESS", "192.168.1.143"));

    private static final Map<String, String> PATHS = Map.of(
            "check_apiserver.sh", NodePaths.CHECK_SCRIPT,
            "keepalived.conf", NodePaths.KEEPALIVED_CONFIG,
            "haproxy.cfg", NodePaths.HAPROXY_CONFIG,
            "keepalived.yaml", NodePaths.KEEPALIVED_MANIFEST,
            "haproxy.yaml", NodePaths.HAPROXY_MANIFEST);

    private final Artifacts rendered =
            Renderers.classic().render(new GoldenCase("article", List.of(GoldenCase.Style.CLASSIC)).cluster());

    @ParameterizedTest(name = "{0}")
    @CsvSource({"m1, MASTER, 100", "m2, BACKUP, 99", "m3, BACKUP, 98"})
    void everyLineIsTheArticles(String master, String state, String priority) throws IOException {
        var values = new TreeMap<>(CONSTANTS);
        values.put("STATE", state);
        values.put("PRIORITY", priority);
        for (var file : PATHS.entrySet()) {
            var text = rendered.of(master, file.getValue()).text();
            assertThat(directives(text))
                    .as("%s of %s", file.getKey(), master)
                    .containsExactlyElementsOf(directives(filled(article(file.getKey()), values)));
        }
    }

    @ParameterizedTest
    @CsvSource({"m1", "m2", "m3"})
    void thereAreNoOtherFiles(String master) {
        assertThat(rendered.of(master))
                .extracting(artifact -> artifact.path())
                .containsExactlyInAnyOrderElementsOf(PATHS.values());
    }

    private static String filled(String template, Map<String, String> values) {
        var text = template;
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        assertThat(text).doesNotContain("${");
        return text;
    }

    private static List<String> directives(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[\"']", "").strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty() && !isComment(line))
                .toList();
    }

    /** keepalived begins comments with ! as well; the line that names the shell is none. */
    private static boolean isComment(String line) {
        return line.startsWith("!") || (line.startsWith("#") && !line.startsWith("#!"));
    }

    private static String article(String file) throws IOException {
        try (var in = ClassicMatchesTheArticleTest.class.getResourceAsStream("/article/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
