package dev.trivet.spec;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** What the YAML parser says of a text that is no YAML: where it gave up, and why, without its drawing of the line. */
record YamlSyntaxProblem(SourcePosition position, String reason) {

    private static final Pattern MARK = Pattern.compile("(?m)^ in reader, line (\\d{1,9}), column (\\d{1,9}):$");

    /** A breach of the parser's own limits has no place; then it is where the parser has come to. */
    static YamlSyntaxProblem of(JacksonException e, TokenStreamLocation reached) {
        var message = String.valueOf(e.getOriginalMessage());
        var position = MARK.matcher(message)
                .results()
                .reduce((first, second) -> second)
                .map(YamlSyntaxProblem::position)
                .orElseGet(() ->
                        SourcePosition.of(Optional.ofNullable(e.getLocation()).orElse(reached)));
        var reason = message.lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .collect(Collectors.joining(": "));
        return new YamlSyntaxProblem(position, reason);
    }

    private static SourcePosition position(MatchResult mark) {
        return new SourcePosition(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
    }
}
