package dev.trivet.spec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Goes over a document once: notes where everything stands, and everything that no spec has. It gives up where the rest cannot
 * be told.
 */
final class DocumentScanner {

    private static final int MAX_DEPTH = 32;

    /** The paths of all values are kept: so neither many values nor long keys may cost more than the document itself. */
    private static final int MAX_VALUES = 2_000;

    private static final int MAX_KEY_LENGTH = 64;

    /** More than anyone reads. */
    private static final int MOST_PROBLEMS = 100;

    /** As YAML 1.2, 10.3.2 has them beside null itself. */
    private static final Set<String> OTHER_NULLS = Set.of("~", "Null", "NULL");

    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final Shape SPEC = Shape.ofSpec();

    private final DocumentText text;
    private final Secrets secrets;
    private final Map<String, Span> places = new HashMap<>();
    private final Map<String, Span> keys = new HashMap<>();
    private final DocumentHeader header = new DocumentHeader();
    private final Deque<OpenLevel> open = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private int values;

    /** What is wrong at a place. */
    private record Finding(Span span, String message) {}

    DocumentScanner(DocumentText text) {
        this.text = text;
        this.secrets = new Secrets(text);
    }

    SpecDocument scan() {
        try (var parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text.reader())) {
            scanYaml(parser);
        }
        header.problems().forEach((key, problem) -> find(places.getOrDefault(key, root()), problem));
        if (!findings.isEmpty()) {
            throw unreadable();
        }
        return new SpecDocument(text, places, secrets.hidden());
    }

    private Span root() {
        return places.getOrDefault("", new Span(0, 1));
    }

    private void find(Span span, String message) {
        findings.add(new Finding(span, message));
    }

    private UnreadableSpecException unreadable(Span span, String message) {
        find(span, message);
        return unreadable();
    }

    private UnreadableSpecException unreadable() {
        var hidden = secrets.hidden();
        return new UnreadableSpecException(findings.stream()
                .sorted(Comparator.comparingInt(finding -> finding.span().begin()))
                .limit(MOST_PROBLEMS)
                .map(finding -> new DocumentProblem(text.place(finding.span(), hidden), finding.message()))
                .toList());
    }

    private void scanYaml(YAMLParser parser) {
        try {
            scan(parser);
        } catch (JacksonException e) {
            var problem = YamlSyntaxProblem.of(e, parser.currentLocation());
            int offset = text.offset(problem.position());
            throw unreadable(new Span(offset, offset + 1), "is no YAML: " + Printable.of(problem.reason()));
        }
    }

    private void scan(YAMLParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw unreadable(
                    root(),
                    "is no mapping; begin it with "
                            + SpecDocument.HEADER.lines().findFirst().orElseThrow());
        }
        places.put("", span(parser));
        open.push(OpenLevel.mapping("", SPEC));
        while (!open.isEmpty()) {
            var token = parser.nextToken();
            secrets.reach(span(parser).end());
            if (token.isStructEnd()) {
                close(span(parser));
            } else if (token == JsonToken.PROPERTY_NAME) {
                key(parser, span(parser));
            } else {
                value(token, parser, span(parser));
            }
        }
        if (parser.nextToken() != null) {
            throw unreadable(span(parser), "has a second document; keep one cluster a file");
        }
    }

    private static Span span(YAMLParser parser) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        return new Span(
                begin, Math.max(begin + 1, (int) parser.currentLocation().getCharOffset()));
    }

    private void key(YAMLParser parser, Span span) {
        var level = open.element();
        level.key = parser.currentName();
        if (level.key.length() > MAX_KEY_LENGTH || !Printable.of(level.key).equals(level.key)) {
            throw unreadable(
                    span,
                    "has a key of more than " + MAX_KEY_LENGTH
                            + " characters, or of some that no text shows; remove it");
        }
        var path = level.keyPath();
        var spoken = Secrets.spoken(path);
        places.put(path, span);
        requirePlain(span);
        var earlier = keys.put(path, span);
        if (earlier != null) {
            find(
                    span,
                    spoken + " stands in line " + text.lineNumber(earlier.begin()) + " already; keep one of the two");
        } else if (!level.knowsKey()) {
            find(span, spoken + " is not known; " + level.suggestion());
        }
        if (Secrets.isSecret(level.path, level.key)) {
            secrets.begin(span);
            level.secret = true;
        }
    }

    private void value(JsonToken token, YAMLParser parser, Span span) {
        var level = open.element();
        var path = level.childPath();
        if (++values > MAX_VALUES) {
            throw unreadable(span, "has more than " + MAX_VALUES + " values; a spec needs a few dozen");
        }
        boolean fits = requirePlain(span) && requireFitting(token, parser, span, path);
        if (level.isList() || (token.isScalarValue() && token != JsonToken.VALUE_NULL)) {
            places.put(path, span);
        }
        if (token.isStructStart()) {
            var shape = fits ? level.childShape() : Shape.anything();
            open.push(token == JsonToken.START_ARRAY ? OpenLevel.list(path, shape) : OpenLevel.mapping(path, shape));
            if (open.size() > MAX_DEPTH) {
                throw unreadable(span, "is nested deeper than " + MAX_DEPTH + " levels; a spec needs four");
            }
        } else {
            header.see(path, parser.getString());
            endSecret(level, span.end());
        }
    }

    private void close(Span span) {
        open.pop();
        if (!open.isEmpty()) {
            endSecret(open.element(), span.end());
        }
    }

    private void endSecret(OpenLevel level, int end) {
        if (level.secret) {
            secrets.end(end);
            level.secret = false;
        }
    }

    private boolean requireFitting(JsonToken token, YAMLParser parser, Span span, String path) {
        var level = open.element();
        var spoken = Secrets.spoken(path);
        boolean otherNull = isOtherNull(token, parser, span);
        if (level.isList() && token == JsonToken.START_ARRAY) {
            find(span, spoken + " is a list within a list; write its items into the outer one");
        } else if (level.isList() && (token == JsonToken.VALUE_NULL || otherNull)) {
            find(span, spoken + " is empty; remove the item, or give it a value");
        } else if (otherNull && !(level.childShape() instanceof Shape.Anything)) {
            find(span, spoken + " is null to YAML; write null, or leave the key out");
        } else if (token != JsonToken.VALUE_NULL && !Fit.of(level.childShape(), token, parser)) {
            find(span, spoken + " must be " + level.childShape().words());
        } else {
            return true;
        }
        return false;
    }

    /** Whether it is a null of YAML's that the parser takes for a text. Quotes, or a block's mark, would stand before a real one. */
    private boolean isOtherNull(JsonToken token, YAMLParser parser, Span span) {
        return token == JsonToken.VALUE_STRING
                && OTHER_NULLS.contains(parser.getString())
                && text.isAt(parser.getString().charAt(0), span.begin());
    }

    /** Nothing plain begins with these marks. The parser tells of some only, and of a mapping's again at its first key. */
    private boolean requirePlain(Span span) {
        if (text.isAt('&', span.begin()) || text.isAt('*', span.begin())) {
            find(span, "has an anchor or alias (& or *); write the value out");
            return false;
        }
        if (text.isAt('!', span.begin())) {
            find(span, "has a tag (!); write the value without it");
            return false;
        }
        return true;
    }
}
