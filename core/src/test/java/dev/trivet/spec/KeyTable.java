package dev.trivet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Writes the guide's table of all keys from the JSON Schema. */
record KeyTable(JsonNode schema) {

    String text() {
        var rows = new ArrayList<String>();
        add("", schema, rows);
        return "| Key | Type | Bounds | Default | Meaning |\n|---|---|---|---|---|\n" + String.join("", rows);
    }

    private static void add(String prefix, JsonNode mapping, List<String> rows) {
        var required =
                mapping.path("required").valueStream().map(JsonNode::asString).toList();
        mapping.path("properties").properties().forEach(entry -> {
            var path = prefix + entry.getKey();
            var key = entry.getValue();
            rows.add(row(path, key, required.contains(entry.getKey())));
            add(path + ".", key, rows);
            if (key.path("items").has("properties")) {
                add(path + "[].", key.get("items"), rows);
            }
        });
    }

    private static String row(String path, JsonNode key, boolean required) {
        return Stream.of(
                        "`" + path + "`",
                        type(key),
                        bounds(key),
                        required
                                ? "required"
                                : key.has("default") ? "`" + key.get("default").asString() + "`" : "",
                        key.path("description")
                                .asString("What kind of document this is.")
                                .replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String type(JsonNode key) {
        if (key.has("anyOf")) {
            return "text, or list of texts";
        } else if (key.has("const") || key.has("enum")) {
            return "word";
        }
        var types = key.path("type").toString();
        if (types.contains("object")) {
            return "mapping";
        } else if (types.contains("array")) {
            return key.path("items").has("properties") ? "list of mappings" : "list of texts";
        } else if (types.contains("integer")) {
            return "number";
        }
        return key.path("pattern").asString("").contains("(ms|s|m|h)") ? "duration" : "text";
    }

    private static String bounds(JsonNode key) {
        if (key.has("const")) {
            return "`" + key.get("const").asString() + "`";
        } else if (key.has("enum")) {
            return key.get("enum")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .map(word -> "`" + word.asString() + "`")
                    .collect(Collectors.joining(", "));
        } else if (key.has("minimum")) {
            return key.get("minimum").asString() + " to " + key.get("maximum").asString();
        } else if (key.has("maxLength")) {
            return "up to " + key.get("maxLength").asString() + " characters";
        }
        return key.has("anyOf") ? "up to " + AddressFamily.values().length : "";
    }
}
