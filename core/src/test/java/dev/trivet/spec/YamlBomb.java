package dev.trivet.spec;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Documents made to be expensive, of 1 MiB where size is what they are after, and what must be said of each. */
@SuppressWarnings("ImmutableEnumChecker") // each supplier only makes a text
enum YamlBomb {
    LARGEST(() -> filled("", "\n", ""), "read"),
    ONE_BYTE_TOO_LARGE(() -> filled("", "\n", "") + "\n", "1:1 is larger than 1 MiB"),
    LONG_LINE(() -> filled("# ", "x", ""), "3:65537 has a line of more than 65536 characters"),
    LONG_LINE_OF_EMOJI(() -> filled("# ", "\ud83d\ude00", ""), "3:32770 has a line of more than 65536 characters"),
    LONG_TEXT(() -> filled("name: ", "x", ""), "3:65537 has a line of more than 65536 characters"),
    LONG_KEY(() -> filled("? ", "k", "\n: v"), "3:65537 has a line of more than 65536 characters"),
    LONG_INTEGER(() -> filled("loadBalancer: {port: ", "9", "}"), "3:65537 has a line of more than"),
    LONGEST_LINES(() -> filled("", "#".repeat(65_536) + "\n", ""), "read"),
    MAPPINGS_IN_MAPPINGS(() -> filled("x: ", "{x:\n ", ""), "34:2 is nested deeper than 32 levels"),
    LISTS_IN_LISTS(() -> filled("x: ", "[\n ", ""), "4:2 x[0] is a list within a list"),
    LISTS_IN_LISTS_BY_DASHES(() -> "x:\n  " + "- ".repeat(8_000), "4:5 x[0] is a list within a list"),
    BOTH_IN_BOTH(() -> filled("x: ", "[{x:\n ", ""), "18:3 is nested deeper than 32 levels"),
    QUESTIONS(() -> "? ".repeat(8_000), "3:3 is no YAML"),
    LAUGHS(() -> "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "3:4 has an anchor"),
    ALIASES(() -> filled("masters:\n", "- *a\n", ""), "4:3 has an anchor or alias"),
    ANCHORS(() -> filled("masters:\n", "- &a b\n", ""), "4:3 has an anchor or alias"),
    TAGS(() -> filled("masters:\n", "- !!str b\n", ""), "4:3 has a tag"),
    LONG_TAG(() -> "name: !" + "x".repeat(16_000) + " b", "3:7 has a tag"),
    GADGET(() -> "name: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]\n", "3:7 has a tag"),
    MERGE_KEY(() -> "<<: {name: a}\n", "3:1 << is not known"),
    DOCUMENTS(() -> filled("", "---\n", ""), "4:1 has a second document"),
    DIRECTIVES(() -> filled("...\n", "%YAML 1.1\n", "---\n"), "5:1 is no YAML: found duplicate YAML directive"),
    SAME_KEYS(() -> filled("", "name: a\n", ""), "4:1 name stands in line 3 already"),
    SAME_KEYS_ESCAPED(() -> "name: a\n\"\\u006eame\": b\n", "4:1 name stands in line 3 already"),
    UNKNOWN_KEYS(() -> counted("x:\n", " k%d: a\n"), "2001:9 has more than 2000 values"),
    LONG_KEYS_OF_MANY(() -> "? " + "k".repeat(60) + "\n: [" + "a,\n ".repeat(180_000) + "]\n", "2001:2 has more than"),
    KEY_OF_MANY_LINES(() -> filled("? \"", "k\n ", "\"\n: v"), "349508:3 is no YAML: Name length"),
    KEY_OF_16000(() -> "? " + "k".repeat(16_000) + "\n: v", "3:3 has a key of more than 64 characters"),
    SIMPLE_KEY_OF_16000(() -> "k".repeat(16_000) + ": v", "3:16001 is no YAML"),
    UNSEEN_KEY(() -> "\"\\e[2Jname\": edge\n", "3:1 has a key of more than 64 characters"),
    EMPTY_MASTERS(() -> filled("masters:\n", "- {}\n", ""), "2001:3 has more than 2000 values"),
    MANY_NAMES(() -> filled("apiServer: {certSans: [", "a,\n ", "]}"), "1999:2 has more than 2000 values"),
    LONG_TEXT_OF_DOTS(() -> filled("endpointName: \"a\n", " a.a.a.a.\n", "\""), "read"),
    LONG_TEXT_OF_LINES(() -> filled("name: a\n", "  a\n", ""), "read"),
    LONG_TEXT_FOLDED(() -> filled("name: >\n", "  a\n\n", ""), "read"),
    LONG_TEXT_KEPT(() -> filled("name: |+\n", "\n", ""), "read"),
    LONG_TEXT_ESCAPED(() -> filled("name: \"", "\\u0000\\\n ", "\""), "read"),
    INTEGER_OF_16000(
            () -> "loadBalancer: {port: " + "9".repeat(16_000) + "}", "3:22 loadBalancer.port must be a whole number"),
    FRACTION_OF_16000(
            () -> "loadBalancer: {port: 1." + "9".repeat(16_000) + "}",
            "3:22 loadBalancer.port must be a whole number"),
    LONG_EXPONENT(() -> "loadBalancer: {port: 1e999999999}", "3:22 loadBalancer.port must be a whole number"),
    LONG_EXPONENT_AS_TEXT(() -> "kubernetesVersion: 1e999999999", "read"),
    INTEGER_AS_TEXT(() -> "kubernetesVersion: " + "9".repeat(16_000), "3:20 kubernetesVersion cannot be read"),
    LONG_DURATION(
            () -> "keepalived: {advertInterval: " + "9".repeat(16_000) + "s}", "3:30 keepalived.advertInterval must"),
    OPEN_QUOTE(() -> filled("name: '", "x\n ", ""), "349509:2 is no YAML: while scanning a quoted scalar"),
    OPEN_QUOTES(() -> filled("name: '", "''\n ", ""), "262132:2 is no YAML: while scanning a quoted scalar"),
    BRACES(() -> filled("name: ", "}\n", ""), "3:7 is no YAML"),
    COLONS(() -> filled("name:\n", " :\n", ""), "4:2 is no YAML"),
    SPACES(() -> filled("name:\n", " \n", " a"), "read"),
    TABS(() -> filled("name: a\n", "\t\n", ""), "4:1 is no YAML"),
    CARRIAGE_RETURNS(() -> filled("", "\r\n", ""), "read"),
    BYTE_ORDER_MARKS(() -> filled("", "\ufeff\n", ""), "4:1 is no YAML"),
    NUL(() -> "name: a\0", "3:8 has a character"),
    EMOJI(() -> filled("name: \"", "\ud83d\ude00\n ", "\""), "read"),
    LONE_SURROGATE(() -> "name: \"\\ud800\"", "read");

    private static final int LIMIT = 1 << 20;

    private final Supplier<String> body;
    final String expected;

    YamlBomb(Supplier<String> body, String expected) {
        this.body = body;
        this.expected = expected;
    }

    /** Reads and judges each one, and prints a line of what came of it. */
    public static void main(String[] arguments) {
        for (YamlBomb bomb : values()) {
            System.out.println(bomb + " " + bomb.outcome());
        }
    }

    private String outcome() {
        try {
            ClusterYaml.read(SpecDocument.HEADER + body.get()).validate();
            return "read";
        } catch (UnreadableSpecException e) {
            var problems = e.problems().stream().map(YamlBomb::heading).toList();
            return problems.stream()
                    .filter(problem -> problem.startsWith(expected))
                    .findFirst()
                    .orElse(problems.get(0));
        }
    }

    private static String heading(DocumentProblem problem) {
        return problem.place().line() + ":" + problem.place().column() + " " + problem.message();
    }

    /** With the header and what stands around it, as many of them as make the largest document that is read. */
    private static String filled(String before, String unit, String after) {
        int room = LIMIT - bytes(SpecDocument.HEADER + before + after);
        return before + unit.repeat(room / bytes(unit)) + after;
    }

    private static String counted(String before, String unit) {
        var text = new StringBuilder(before);
        for (int i = 0; i < 60_000; i++) {
            text.append(unit.formatted(i));
        }
        return text.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
