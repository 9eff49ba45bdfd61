package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.ClusterYaml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What the guide and the README say, beside their Java, which {@link ReadmeTest} runs. */
class GuideTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!https://)([^)#]*)#?([^)]*)\\)");
    private static final Pattern SAID = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)");

    /** What a reader has anyway, or gets with Kubernetes; that Java has the options, ColdStartTest asks. */
    private static final List<String> PROGRAMS = List.of("tar", "ssh", "java");

    @Test
    void testsThatAreShownAreSources() throws IOException {
        GuideScript.of(Markdown.of("GUIDE.md")).requireSources(sources("src/test/java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "GUIDE.md"})
    void everySpecIsValid(String name) {
        assertThat(Markdown.of(name).blocks("yaml"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(ClusterYaml.read(text).validate().isValid())
                        .as(text)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "GUIDE.md", "RULES.md", "CONTRIBUTING.md", "SECURITY.md"})
    void everyLinkLeadsSomewhere(String name) {
        assertThat(LINK.matcher(Markdown.of(name).text()).results()).allSatisfy((MatchResult link) -> {
            var file = link.group(1).isEmpty() ? name : link.group(1);
            assertThat(Markdown.ROOT.resolve(file)).exists();
            if (!link.group(2).isEmpty()) {
                assertThat(anchors(Markdown.of(file))).as(file).contains(link.group(2));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "GUIDE.md"})
    void everyCommandIsThereWithItsOptions(String name) throws IOException {
        var poms = text(Stream.of(".", "core", "examples")
                .map(module -> Markdown.ROOT.resolve(module).resolve("pom.xml")));
        for (String line :
                String.join("", Markdown.of(name).blocks("sh")).lines().toList()) {
            var words = List.of(line.split(" "));
            var program = Markdown.ROOT.resolve(words.get(0));
            assertThat(PROGRAMS.contains(words.get(0)) || Files.isExecutable(program))
                    .as(line)
                    .isTrue();
            if (words.get(0).equals("examples/bootstrap")) {
                assertThat(words).filteredOn(word -> word.startsWith("--")).allMatch(BootstrapOptions.USAGE::contains);
            } else if (words.get(0).equals("./mvnw")) {
                assertThat(words)
                        .filteredOn(word -> word.startsWith("-P"))
                        .allMatch(word -> poms.contains("<id>" + word.substring(2) + "</id>"));
                assertThat(PROPERTY.matcher(line).results())
                        .map((MatchResult property) -> property.group(1))
                        .allMatch(property -> property.equals("skipTests") || poms.contains("<" + property + ">"));
            }
        }
    }

    @Test
    void dependenciesAreOurs() throws Exception {
        var ours = text(Stream.of("core", "render", "ssh-executor")
                .map(module -> Markdown.ROOT.resolve(module).resolve("pom.xml")));
        for (String text : Markdown.of("README.md").blocks("xml")) {
            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
            for (String tag : List.of("groupId", "artifactId", "version")) {
                var value = xml.getElementsByTagName(tag).item(0).getTextContent();
                assertThat(ours).contains("<" + tag + ">" + value + "</" + tag + ">");
            }
        }
    }

    @Test
    void everyMessageOfTheTroubleshootingIsSaid() throws IOException {
        var guide = Markdown.of("GUIDE.md").text();
        var code = text(sources("src/main/java").stream());
        assertThat(SAID.matcher(guide.substring(guide.indexOf("## Troubleshooting")))
                        .results())
                .map((MatchResult said) -> said.group(1))
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(code::contains);
    }

    private static List<String> anchors(Markdown document) {
        return document.text()
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }

    private static List<Path> sources(String folder) throws IOException {
        var all = new ArrayList<Path>();
        for (String module : List.of("core", "render", "ssh-executor", "examples")) {
            try (var files = Files.walk(Markdown.ROOT.resolve(module).resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    private static String text(Stream<Path> files) throws IOException {
        var all = new StringBuilder();
        for (Path file : files.toList()) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }
}
