package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.harness.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser makes of the pages, on a telephone and on a desk, in both colour schemes. */
@Tag("real-tools")
class RealToolsReportTest {

    private static final List<Integer> WIDTHS = List.of(360, 1280);

    /** Grey on white, too wide, talkative, and with an image of somebody's: so that the judge is known to see that. */
    private static final String BAD = """
            <!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            script-src 'unsafe-inline'; img-src *; style-src 'unsafe-inline'"/><title>bad</title><style>p { color: #999; width: 2000px }</style></head>
            <body><p>faint</p><img src="http://127.0.0.1:9/nobody.png" alt=""/>
            <script>console.error("this is bad")</script></body></html>
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        var missing = Chromium.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @ParameterizedTest
    @EnumSource(Chromium.Scheme.class)
    void isReadableAtAnyWidthAndAsksForNothing(Chromium.Scheme scheme) throws IOException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("proved", Pages.proved().html());
        pages.put("broken", Pages.broken().html());
        pages.put("many", Pages.many().html());
        pages.put("hostile", Pages.hostile().html());
        pages.put("bad", BAD);

        var seen = Chromium.open(frames(pages), folder.resolve("profile"), scheme);

        assertThat(seen.lines().filter(line -> line.contains("CONSOLE")))
                .isNotEmpty()
                .allMatch(line -> line.matches(".*source: file:\\S*/bad(-judged)?\\.html .*"));
        var verdicts = Chromium.verdicts(seen).stream()
                .map(JsonMapper.builder().build()::readTree)
                .toList();
        assertThat(verdicts).hasSize(pages.size() * WIDTHS.size());
        for (JsonNode verdict : verdicts) {
            assertThat(verdict.get("dark").asBoolean()).isEqualTo(scheme == Chromium.Scheme.DARK);
            var found = verdict.get("found").valueStream().map(JsonNode::asString);
            if (verdict.get("name").asString().equals("bad")) {
                assertThat(found.map(problem -> problem.replaceAll("[ :].*", "")))
                        .containsExactly("contrast", "overflow", "request");
            } else {
                assertThat(found).as(verdict.toString()).isEmpty();
                assertThat(verdict.get("texts").asInt()).isGreaterThan(50);
                assertThat(verdict.get("paper").asString())
                        .isEqualTo(scheme == Chromium.Scheme.DARK ? "20 23 26" : "251 251 249");
            }
        }
    }

    /** Every page as it is, whose console is heard, and a copy a width that is judged. */
    private Path frames(Map<String, String> pages) throws IOException {
        var frames = new StringBuilder(
                        "<!DOCTYPE html><html><head><meta charset='utf-8'/></head><body><pre></pre><script>")
                .append("addEventListener('message', event => document.querySelector('pre')")
                .append(".append('verdict=' + encodeURIComponent(JSON.stringify(event.data)) + '\\n'))</script>");
        for (var page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
            Files.writeString(folder.resolve(page.getKey() + "-judged.html"), judged(page.getValue()));
            frames.append("<iframe src='").append(page.getKey()).append(".html'></iframe>");
            for (int width : WIDTHS) {
                frames.append("<iframe name='")
                        .append(page.getKey())
                        .append("' src='")
                        .append(page.getKey());
                frames.append("-judged.html' width='").append(width).append("'></iframe>");
            }
        }
        return Files.writeString(folder.resolve("frames.html"), frames.append("</body></html>"));
    }

    /** The copy allows scripts, and has one. */
    private static String judged(String page) throws IOException {
        try (var in = RealToolsReportTest.class.getResourceAsStream("judge.js")) {
            var script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return page.replace("default-src 'none'", "default-src 'none'; script-src 'unsafe-inline'")
                    .replace("</body>", "<script>" + script + "</script></body>");
        }
    }
}
