package dev.trivet.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the table in the documentation of {@link Rule}, and RULES.md; {@code -Drules.update=true} writes both anew. */
class RuleTableTest {

    private static final Path SOURCE = Path.of("src/main/java/dev/trivet/spec/Rule.java");
    private static final Path PAGE = Path.of("..", "RULES.md");
    private static final Pattern TABLE = Pattern.compile("(?s) \\* <table>\n.*? \\* </table>\n");

    @Test
    void theDocumentationHasATableOfAllRules() throws IOException {
        var source = Files.readString(SOURCE);
        assertThat(source).containsPattern(TABLE);
        var expected = TABLE.matcher(source).replaceFirst(Matcher.quoteReplacement(table()));
        if (Boolean.getBoolean("rules.update")) {
            Files.writeString(SOURCE, expected);
        }
        assertThat(Files.readString(SOURCE))
                .as("the table of rules, which -Drules.update=true brings up to date")
                .isEqualTo(expected);
    }

    @Test
    void thePageHasWhatIsSaidOfSpecsThatBreakARule() throws IOException {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(RulePage.examples(rule))
                        .isNotEmpty()
                        .allMatch(said -> said.contains("; ") && said.endsWith(" [" + rule.id() + "]")));
        var expected = new RulePage(Files.readString(SOURCE)).text();
        if (Boolean.getBoolean("rules.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE))
                .as("RULES.md, which -Drules.update=true brings up to date")
                .isEqualTo(expected);
    }

    @Test
    void everyRuleHasItsOwnIdAReasonAndAReference() {
        assertThat(Rule.values()).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(Rule.values()).extracting(Rule::reason).allMatch(reason -> reason.endsWith("."));
        assertThat(Rule.values()).extracting(Rule::reference).noneMatch(String::isBlank);
    }

    private static String table() {
        return """
                <table>
                <caption>All rules</caption>
                <tr><th scope="col">Id</th><th scope="col">Severity</th>
                  <th scope="col">Otherwise</th>
                  <th scope="col">Source</th></tr>
                """.concat(Arrays.stream(Rule.values()).map(RuleTableTest::row).collect(Collectors.joining()))
                .concat("</table>\n")
                .replaceAll("(?m)^(?=.)", " * ");
    }

    private static String row(Rule rule) {
        return """
                <tr><th scope="row">%s</th><td>%s</td>
                  <td>%s</td>
                  <td>%s</td></tr>
                """.formatted(
                        rule.id(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        escaped(rule.reason()),
                        escaped(rule.reference()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }
}
