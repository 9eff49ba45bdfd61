package dev.trivet.spec;

import dev.trivet.testing.BrokenSpec;
import dev.trivet.testing.ClusterSpecs;
import dev.trivet.testing.SpecBreak;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes RULES.md: every rule with what is said of specs that break it. The remedies are those of real violations. */
record RulePage(String sourceOfRule) {

    private static final int EXAMPLES = 3;

    private static final ClusterSpec DUAL = ClusterSpecs.minimal()
            .withVirtualIp(VirtualIp.of("192.168.1.50/24", "fd00:1::50/64").onInterface("eth0"))
            .withMasters(List.of(
                    MasterNode.of("m1", "192.168.1.141", "fd00:1::141"),
                    MasterNode.of("m2", "192.168.1.142", "fd00:1::142"),
                    MasterNode.of("m3", "192.168.1.143", "fd00:1::143")));

    private static final List<ClusterSpec> SOUND =
            List.of(ClusterSpecs.minimal(), DUAL, DUAL.withKubernetesVersion("1.34.2"));

    private static final String HEAD = """
            # Rules

            <!-- Written by RuleTableTest: ./mvnw -pl core test -Dtest=RuleTableTest -Drules.update=true -->

            What `ClusterSpec.validate()` holds a spec to. An error is what does not work or does not stay up; a warning, what its user should
            know. Ids are stable. Each rule stands here with what it asks for, what happens otherwise and where that is known from, and
            with what is said of specs that break it: the value, what is wrong with it and, behind the semicolon, what to do. Of a spec that was
            read from a file, the same comes with line, column and the line itself ([GUIDE.md](GUIDE.md#errors-that-point)).

            | Rule | Severity |
            |---|---|
            """;

    String text() {
        var index = Arrays.stream(Rule.values())
                .map(rule -> "| [%1$s](#%1$s) | %2$s |\n".formatted(rule.id(), severity(rule)))
                .collect(Collectors.joining());
        return HEAD + index + Arrays.stream(Rule.values()).map(this::entry).collect(Collectors.joining());
    }

    private String entry(Rule rule) {
        return """

                ## %s

                %s. %s

                - Why: %s
                - Known from: %s.

                ```text
                %s
                ```
                """.formatted(
                        rule.id(),
                        rule.severity() == Severity.ERROR ? "Error" : "Warning",
                        meaning(rule),
                        rule.reason(),
                        rule.reference(),
                        examples(rule).collect(Collectors.joining("\n")));
    }

    /** What the rule's constant says of itself. */
    private String meaning(Rule rule) {
        var comment = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+" + rule.name() + "\\(", Pattern.DOTALL)
                .matcher(sourceOfRule);
        if (!comment.find()) {
            throw new IllegalStateException(rule + " has no comment");
        }
        return comment.group(1).replaceAll("\\s+\\*?\\s*", " ").strip();
    }

    /** One for each way in which the rule's messages begin. */
    static Stream<String> examples(Rule rule) {
        return SOUND.stream()
                .flatMap(sound -> SpecBreak.all().stream()
                        .filter(way -> way.rule() == rule)
                        .flatMap(way -> way.applyTo(sound).stream()))
                .flatMap(RulePage::violations)
                .collect(Collectors.toMap(
                        violation -> violation.message().replaceAll("[0-9\"].*", ""),
                        Violation::toString,
                        (first, other) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .limit(EXAMPLES);
    }

    private static Stream<Violation> violations(BrokenSpec broken) {
        return broken.spec().validate().violations().stream().filter(violation -> violation.rule() == broken.rule());
    }

    private static String severity(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
