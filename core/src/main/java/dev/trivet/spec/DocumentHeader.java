package dev.trivet.spec;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The two keys that say what a document is, and have one value each. */
final class DocumentHeader {

    static final SortedMap<String, String> WANTED = Collections.unmodifiableSortedMap(
            new TreeMap<>(Map.of("apiVersion", "trivet.dev/v1alpha1", "kind", "ControlPlane")));

    private final Map<String, String> seen = new HashMap<>();

    /** What stands at the top of a document. */
    static String text() {
        var text = new StringBuilder();
        WANTED.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        return text.toString();
    }

    void see(String path, String value) {
        seen.put(path, value);
    }

    /** What is wrong, by its key. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        WANTED.forEach((key, wanted) -> {
            var actual = seen.get(key);
            if (actual == null) {
                problems.put(key, key + " is missing; write " + key + ": " + wanted);
            } else if (!actual.equals(wanted)) {
                problems.put(key, key + " is " + Printable.of(actual) + ", which is not known; write " + wanted);
            }
        });
        return problems;
    }
}
