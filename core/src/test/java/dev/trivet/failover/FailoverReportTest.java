package dev.trivet.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class FailoverReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/trivet/failover/golden");

    @TempDir
    Path folder;

    static List<FailoverReport> all() {
        return List.of(Pages.proved(), Pages.broken(), Pages.many(), Pages.hostile());
    }

    @Test
    void isByteForByteWhatItWas() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Pages.proved().writeTo(GOLDEN.resolve("proved.html"));
            Pages.broken().writeTo(GOLDEN.resolve("broken.html"));
        }

        assertThat(Pages.proved().writeTo(folder.resolve("new/folder/proved.html")))
                .hasSameTextualContentAs(GOLDEN.resolve("proved.html"));
        assertThat(Pages.broken().html()).isEqualTo(Files.readString(GOLDEN.resolve("broken.html")));
    }

    @Test
    void saysWhatItTells() {
        assertThat(Pages.proved()).hasToString("failover report: Failover of edge: proved");
        assertThat(Pages.broken()).hasToString("failover report: Failover of edge: not proved");
        assertThat(Pages.hostile()).hasToString("failover report: Failover: not proved");
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var report = Pages.proved();

        assertThatThrownBy(() -> report.writeTo(file.resolve("below.html")))
                .isInstanceOf(UnwritableReportException.class)
                .hasMessageContaining("below.html cannot be written");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWellFormedAndAccessibleAndLoadsNothing(FailoverReport report) {
        var page = parsed(report);

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(elements(page, "title"))
                .hasSize(1)
                .allMatch(title -> text(title).startsWith("Failover"));
        for (String landmark : List.of("header", "main", "footer", "h1")) {
            assertThat(elements(page, landmark)).as(landmark).hasSize(1);
        }
        assertThat(elements(page, "script", "img", "link", "iframe", "form", "base"))
                .isEmpty();
        assertThat(elements(page, "*"))
                .noneMatch(element ->
                        List.of("src", "href", "style", "onload").stream().anyMatch(element::hasAttribute));
        assertThat(elements(page, "th")).allMatch(th -> th.getAttribute("scope").matches("row|col"));
        assertThat(elements(page, "table"))
                .hasSize(2)
                .allMatch(table ->
                        table.getFirstChild().getNextSibling().getNodeName().equals("caption"));
        var levels = elements(page, "h1", "h2", "h3").stream()
                .map(heading -> heading.getTagName().charAt(1) - '0')
                .toList();
        assertThat(IntStream.range(1, levels.size())).allMatch(i -> levels.get(i) <= levels.get(i - 1) + 1);
        var ids = elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void showsEveryFaultWithItsBound() {
        var cluster = Pages.cluster(5);
        var bounds = OutageBounds.of(cluster);
        var page = parsed(FailoverReport.of(FailoverAnalysis.of(cluster)));
        var rows = elements(page, "tr").stream().skip(1).limit(8).toList();

        assertThat(rows).hasSameSizeAs(bounds.ofTheHolder());
        for (int i = 0; i < rows.size(); i++) {
            var bound = bounds.ofTheHolder().get(i);
            var fault = bound.faults().get(0);
            assertThat(text(elements(rows.get(i), "th").get(0)))
                    .isEqualToIgnoringCase(fault.component() + " " + fault.verb());
            assertShows(rows.get(i), 0, bound);
            var ofAnother = bounds.after(List.of(new Fault("m4", fault.component(), fault.condition())));
            assertShows(rows.get(i), 1, ofAnother.orElseThrow());
        }
        assertThat(texts(page, "dd")).contains("192.168.1.50/24", "192.168.1.50:8443", "2 of 5", "3077 ms");
        assertThat(texts(page, "th"))
                .contains("of m1, the holder", "of m2, m3, m4 or m5", "of m1 and m2", "of m1, m2, m3 and m4");
    }

    @Test
    void showsWhatTheLastOfFaultsInARowAdds() {
        var cluster = Pages.cluster(5);
        var bounds = OutageBounds.of(cluster);
        var page = parsed(FailoverReport.of(FailoverAnalysis.of(cluster)));
        var nodes = elements(page, "tr").get(10);
        var first = new Fault("m1", Component.NODE, Condition.DOWN);
        var both = bounds.after(List.of(first, new Fault("m2", Component.NODE, Condition.DOWN)));
        var added = both.orElseThrow()
                .total()
                .minus(bounds.after(List.of(first)).orElseThrow().total());

        assertThat(text(nodes)).contains("m3 takes the address", "nobody can serve");
        assertThat(text(elements(nodes, "summary").get(0))).isEqualTo(added.toMillis() + " ms at most");
    }

    @Test
    void tellsTheStoriesAndHowToMendThem() {
        var analysis = FailoverAnalysis.ofClassic(Pages.cluster(3));
        var story = analysis.counterexamples().get(0);
        var page = parsed(FailoverReport.of(analysis));
        var article = elements(page, "article").get(0);

        assertThat(text(article)).contains("Not so: " + story.guarantee(), story.mend());
        assertThat(elements(article, "li")).hasSize(story.steps().size() + 1);
        assertThat(text(elements(article, "li").get(1)))
                .contains("HAProxy of m1 dies", story.last().reason());
        assertThat(texts(page, "li")).contains("\u2717 Does not hold: " + story.guarantee());
    }

    /** Beyond three masters a story begins with the silence of all but three. */
    @Test
    void tellsTheSameFaultOfManyMastersAtOnce() {
        var model = new FailoverModel(
                IntStream.rangeClosed(1, 9).mapToObj(i -> "m" + i).toList(),
                List.of(150, 149, 148, 147, 146, 145, 144, 143, 142),
                -100,
                7,
                BalancerView.READYZ);
        var analysis = FailoverAnalysis.of(model);
        var page = parsed(FailoverReport.of(analysis));

        assertThat(analysis.counterexamples()).isNotEmpty();
        assertThat(texts(page, "strong")).anyMatch(words -> words.startsWith("keepalived of each of m"));
    }

    @Test
    void foldsManyMastersAwayAndStaysSmall() {
        var page = parsed(Pages.many());

        assertThat(texts(page, "summary")).contains("8 more masters");
        assertThat(texts(page, "th")).contains("of m2 to m20 (19 masters, any one)");
        assertThat(texts(page, "h3")).hasSize(20);
        assertThat(Pages.many().html().length()).isLessThan(40_000);
    }

    @Test
    void noNameIsTakenForHtml() {
        var page = parsed(Pages.hostile());

        assertThat(texts(page, "h3"))
                .contains("<script>parent.x = 1</script>", "\"'&amp;--></style>", "\uFFFDm3\uFFFD\uFFFD");
    }

    private static void assertShows(Element row, int column, OutageBound bound) {
        var cell = elements(row, "td").get(column);
        if (bound.terms().isEmpty()) {
            assertThat(text(cell)).endsWith("\u2713 no outage");
            return;
        }
        assertThat(text(elements(cell, "summary").get(0)))
                .isEqualTo(bound.total().toMillis() + " ms at most");
        assertThat(elements(cell, "li").stream().map(FailoverReportTest::text))
                .containsExactlyElementsOf(bound.terms().stream()
                        .map(term -> term.duration().toMillis() + " ms " + term.what() + " " + term.formula())
                        .toList());
    }

    private static List<Element> elements(Document page, String... tags) {
        return elements(page.getDocumentElement(), tags);
    }

    /** In the document's order. */
    private static List<Element> elements(Element within, String... tags) {
        var found = new ArrayList<Element>();
        NodeList all = within.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && (List.of(tags).contains("*") || List.of(tags).contains(element.getTagName()))) {
                found.add(element);
            }
        }
        return found;
    }

    private static Document parsed(FailoverReport report) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(report.html().getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("this is no page: " + report.html(), e);
        }
    }

    private static List<String> texts(Document page, String tag) {
        return elements(page, tag).stream().map(FailoverReportTest::text).toList();
    }

    private static String text(Node node) {
        return node.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
