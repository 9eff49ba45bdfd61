package dev.trivet.spec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** The text of a spec, known to be one plain YAML document of the right kind, and where each of its values stands. */
final class SpecDocument {

    static final String HEADER = "apiVersion: trivet.dev/v1alpha1\nkind: ControlPlane\n";

    private static final String API_VERSION = "trivet.dev/v1alpha1";
    private static final String KIND = "ControlPlane";
    private static final int MAX_DEPTH = 32;

    /** The paths of all values are kept: so neither many values nor long keys may cost more than the document itself. */
    private static final int MAX_VALUES = 2_000;

    private static final int MAX_KEY_LENGTH = 64;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final String source;
    private final String text;
    private final int[] characters;
    private final Map<String, SourcePosition> keys = new HashMap<>();
    private final Map<String, SourcePosition> values = new HashMap<>();
    private final Map<String, String> topLevelTexts = new HashMap<>();

    private SpecDocument(String source, String text) {
        this.source = source;
        this.text = text;
        this.characters = text.codePoints().toArray();
    }

    static SpecDocument scan(String source, String text) {
        var document = new SpecDocument(source, text);
        PlainText.problem(text).ifPresent(problem -> {
            throw document.unreadable(problem.position(), problem.words());
        });
        try (var parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), document.reader())) {
            document.scanYaml(parser);
        }
        document.requireHeader();
        return document;
    }

    UnsplitReader reader() {
        return new UnsplitReader(text);
    }

    /** The place of a key. */
    SourcePosition keyPosition(String path) {
        return Optional.ofNullable(keys.get(path)).orElse(SourcePosition.START);
    }

    /** The place of a value, or of the nearest one around it. */
    SourcePosition position(String path) {
        var position = values.get(path);
        if (position != null) {
            return position;
        }
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? SourcePosition.START : position(path.substring(0, cut));
    }

    UnreadableSpecException unreadable(SourcePosition position, String problem) {
        return new UnreadableSpecException(source, position, problem);
    }

    /** The path of a mapping or list that is open, and how many items of a list have been seen. */
    private static final class Level {
        private final String path;
        private final boolean list;
        private int items;
        private String key = "";

        Level(String path, boolean list) {
            this.path = path;
            this.list = list;
        }

        String childPath() {
            if (list) {
                return path + "[" + items++ + "]";
            }
            return path.isEmpty() ? key : path + "." + key;
        }
    }

    private void scanYaml(YAMLParser parser) {
        try {
            scan(parser);
        } catch (JacksonException e) {
            var problem = YamlSyntaxProblem.of(e, parser.currentLocation());
            throw unreadable(problem.position(), "is no YAML: " + Printable.of(problem.reason()));
        }
    }

    private void scan(YAMLParser parser) {
        Deque<Level> open = new ArrayDeque<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw unreadable(SourcePosition.START, "is no mapping; begin it with\n" + HEADER);
        }
        open.push(new Level("", false));
        while (!open.isEmpty()) {
            var token = parser.nextToken();
            var position = SourcePosition.of(parser.currentTokenLocation());
            requirePlain(parser, position);
            var level = open.element();
            if (token.isStructEnd()) {
                open.pop();
            } else if (token == JsonToken.PROPERTY_NAME) {
                level.key = parser.currentName();
                requireNameable(level.key, position);
                requireOnce(level.path.isEmpty() ? level.key : level.path + "." + level.key, position);
            } else {
                var path = level.childPath();
                values.put(path, position);
                requireFew(position);
                enter(token, parser, path, level, open, position);
            }
        }
        if (parser.nextToken() != null) {
            throw unreadable(
                    SourcePosition.of(parser.currentTokenLocation()), "has a second document; keep one cluster a file");
        }
    }

    private void enter(
            JsonToken token, YAMLParser parser, String path, Level level, Deque<Level> open, SourcePosition position) {
        if (token == JsonToken.START_ARRAY && level.list) {
            throw unreadable(position, path + " is a list within a list; write its items into the outer one");
        } else if (token.isStructStart()) {
            open.push(new Level(path, token == JsonToken.START_ARRAY));
            if (open.size() > MAX_DEPTH) {
                throw unreadable(position, "is nested deeper than " + MAX_DEPTH + " levels; a spec needs four");
            }
        } else if (token == JsonToken.VALUE_NULL && level.list) {
            throw unreadable(position, path + " is empty; remove the item, or give it a value");
        } else if (open.size() == 1) {
            topLevelTexts.put(path, parser.getString());
        }
    }

    private void requireFew(SourcePosition position) {
        if (values.size() > MAX_VALUES) {
            throw unreadable(position, "has more than " + MAX_VALUES + " values; a spec needs a few dozen");
        }
    }

    private void requireNameable(String key, SourcePosition position) {
        if (key.length() > MAX_KEY_LENGTH || !Printable.of(key).equals(key)) {
            throw unreadable(
                    position,
                    "has a key of more than " + MAX_KEY_LENGTH
                            + " characters, or of some that no text shows; remove it");
        }
    }

    private void requireOnce(String path, SourcePosition position) {
        var earlier = keys.put(path, position);
        if (earlier != null) {
            throw unreadable(position, path + " stands in line " + earlier.line() + " already; keep one of the two");
        }
    }

    private void requirePlain(YAMLParser parser, SourcePosition position) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null || isAnchored(parser)) {
            throw unreadable(position, "has an anchor or alias (& or *); write the value out");
        }
        if (parser.getTypeId() != null) {
            throw unreadable(position, "has a tag (!); write the value without it");
        }
    }

    /** The parser keeps the anchor of a text to itself, but says where it begins. */
    private boolean isAnchored(YAMLParser parser) {
        long begin = parser.currentTokenLocation().getCharOffset();
        return begin >= 0 && begin < characters.length && characters[(int) begin] == '&';
    }

    private void requireHeader() {
        requireText("apiVersion", API_VERSION);
        requireText("kind", KIND);
    }

    private void requireText(String key, String wanted) {
        var actual = topLevelTexts.get(key);
        if (actual == null) {
            throw unreadable(position(key), key + " is missing; write " + key + ": " + wanted);
        }
        if (!actual.equals(wanted)) {
            throw unreadable(
                    position(key), key + " is " + Printable.of(actual) + ", which is not known; write " + wanted);
        }
    }
}
