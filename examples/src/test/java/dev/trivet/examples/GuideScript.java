package dev.trivet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The guide as it is typed into JShell: its Java blocks, each with the output that is shown below it. Tests are not typed but
 * stand in the sources.
 */
record GuideScript(List<Piece> pieces) {

    /** JShell says nothing of what it takes, so that what is printed is the blocks' own; errors it still tells. */
    private static final String SILENCE = """
            /set mode guide silent -command
            /set prompt guide "" ""
            /set feedback guide
            """;

    private static final String MARK = "=== block of the guide ";
    private static final Pattern BEHIND = Pattern.compile("(?m)^System\\.out\\.println\\(.*\\); +// (.*)$");
    private static final List<String> SHOWN = List.of("text", "json");

    /** Java, and what it prints: nothing, or lines in which {@code ...} stands for others. */
    record Piece(String java, String shown) {

        boolean isTest() {
            return java.contains("@Override\n    protected") || java.contains("@Property");
        }

        /** What it prints: behind its lines, and below them, cut at the dots. */
        List<String> parts() {
            var behind = BEHIND.matcher(java).results().map((MatchResult value) -> value.group(1));
            return isTest()
                    ? List.of()
                    : Stream.concat(behind, cut(shown, "\\.\\.\\.")).toList();
        }

        /** What of it stands in a source. */
        List<String> source() {
            return cut(java, " *// \\.\\.\\.").toList();
        }

        private static Stream<String> cut(String text, String dots) {
            return Stream.of(("\n" + text).split("\n" + dots + "(?=\n)")).filter(part -> !part.isBlank());
        }
    }

    static GuideScript of(Markdown guide) {
        var pieces = new ArrayList<Piece>();
        var before = "";
        for (Markdown.Block block : guide.blocks()) {
            if (block.language().equals("java")) {
                pieces.add(new Piece(block.text(), ""));
            } else if (SHOWN.contains(block.language())) {
                assertThat(before).as("what prints " + block.text()).isEqualTo("java");
                var last = pieces.remove(pieces.size() - 1);
                pieces.add(new Piece(last.java(), block.text()));
            }
            before = block.language();
        }
        return new GuideScript(pieces);
    }

    /** What is typed, with a mark before each block. */
    String typed() {
        var text = new StringBuilder(SILENCE);
        for (int i = 0; i < pieces.size(); i++) {
            text.append("System.out.println(\"").append(MARK).append(i).append("\");\n");
            text.append(pieces.get(i).isTest() ? "" : pieces.get(i).java());
        }
        return text.toString();
    }

    /** Every block has printed what is shown behind and below it. */
    void requireShown(String printed) {
        for (int i = 0; i < pieces.size(); i++) {
            var after = printed.substring(printed.indexOf(MARK + i + "\n") + MARK.length());
            var own = after.contains(MARK) ? after.substring(0, after.indexOf(MARK)) : after;
            var parts = pieces.get(i).parts();
            if (!parts.isEmpty()) {
                assertThat(apart(own))
                        .as("what is printed by\n" + pieces.get(i).java())
                        .containsSubsequence(
                                parts.stream().map(GuideScript::apart).toList());
            }
        }
    }

    /** Every test that is shown stands in a source. */
    void requireSources(List<Path> sources) {
        assertThat(pieces)
                .filteredOn(Piece::isTest)
                .hasSize(2)
                .allSatisfy(piece ->
                        assertThat(sources).as(piece.java()).anyMatch(source -> hasAll(source, piece.source())));
    }

    private static boolean hasAll(Path source, List<String> parts) {
        try {
            var text = Files.readString(source);
            return parts.stream().allMatch(text::contains);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + source, e);
        }
    }

    /** Lines that are not blank, each between ends of lines of its own: so a part is whole lines, and another may follow. */
    private static String apart(String text) {
        return text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n\n", "\n", "\n"));
    }
}
