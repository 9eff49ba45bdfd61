package dev.trivet.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A line of {@code bad-specs.yaml}.
 *
 * @param change what was done to a sound document
 * @param document what became of it
 * @param breaks what is expected to be found, as in {@code name-format at name}
 */
record BadSpec(String change, String document, List<String> breaks) {

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final Pattern STEP = Pattern.compile("[A-Za-z]+|\\d+");

    static List<BadSpec> all() {
        var corpus = corpus();
        var all = new ArrayList<BadSpec>();
        corpus.get("tables").forEach(table -> addTable(all, table, base(corpus, table)));
        corpus.get("changes").forEach(change -> {
            var breaks = change.get("breaks")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            all.add(of(base(corpus, change), change.get("set"), breaks));
        });
        return all;
    }

    static List<String> bases() {
        return corpus().get("bases")
                .valueStream()
                .map(MAPPER::writeValueAsString)
                .toList();
    }

    private static JsonNode corpus() {
        try (InputStream in = Objects.requireNonNull(BadSpec.class.getResourceAsStream("bad-specs.yaml"))) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode base(JsonNode corpus, JsonNode entry) {
        var name = entry.path("base").asString("plain");
        return Objects.requireNonNull(corpus.get("bases").get(name), name);
    }

    private static void addTable(List<BadSpec> all, JsonNode table, JsonNode base) {
        table.get("places")
                .properties()
                .forEach(place -> table.get("values").forEach(value -> {
                    var set = MAPPER.createObjectNode();
                    table.path("with").properties().forEach(other -> set.set(other.getKey(), other.getValue()));
                    set.set(place.getKey(), value);
                    all.add(of(base, set, List.of(place.getValue().stringValue() + " at " + place.getKey())));
                }));
    }

    private static BadSpec of(JsonNode base, JsonNode set, List<String> breaks) {
        var document = base.deepCopy();
        set.properties().forEach(entry -> put(document, steps(entry.getKey()), entry.getValue()));
        return new BadSpec(set.toString(), MAPPER.writeValueAsString(document), breaks);
    }

    private static List<String> steps(String path) {
        return STEP.matcher(path).results().map(MatchResult::group).toList();
    }

    /** Makes what is missing on the way; a null takes away what is there. */
    private static void put(JsonNode parent, List<String> steps, JsonNode value) {
        var step = steps.get(0);
        if (steps.size() > 1) {
            put(child(parent, step, isIndex(steps.get(1))), steps.subList(1, steps.size()), value);
        } else if (parent instanceof ArrayNode list) {
            list.insert(Integer.parseInt(step), value);
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(step);
        } else {
            ((ObjectNode) parent).set(step, value);
        }
    }

    private static JsonNode child(JsonNode parent, String step, boolean list) {
        if (isIndex(step)) {
            return parent.get(Integer.parseInt(step));
        }
        var mapping = (ObjectNode) parent;
        if (!mapping.has(step)) {
            mapping.set(step, list ? MAPPER.createArrayNode() : MAPPER.createObjectNode());
        }
        return mapping.get(step);
    }

    private static boolean isIndex(String step) {
        return Character.isDigit(step.charAt(0));
    }

    @Override
    public String toString() {
        return change + " breaks " + breaks;
    }
}
