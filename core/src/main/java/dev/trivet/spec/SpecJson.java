package dev.trivet.spec;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a spec, for programs. */
final class SpecJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SpecJson() {}

    static String of(Validation validation) {
        var tree = MAPPER.createObjectNode().put("valid", validation.isValid());
        var violations = tree.putArray("violations");
        validation.violations().forEach(violation -> add(violations, violation));
        return text(tree);
    }

    static String of(UnreadableSpecException unreadable) {
        var tree = MAPPER.createObjectNode();
        var problems = tree.putArray("problems");
        unreadable.problems().forEach(problem -> {
            var node = problems.addObject().put("problem", problem.problem()).put("remedy", problem.remedy());
            addPlaces(node, List.of(problem.place()));
        });
        return text(tree);
    }

    private static void add(ArrayNode violations, Violation violation) {
        var node = violations
                .addObject()
                .put("rule", violation.rule().id())
                .put("severity", violation.severity().word())
                .put("path", violation.path())
                .put("actual", violation.actual())
                .put("problem", violation.problem())
                .put("remedy", violation.remedy());
        addPlaces(node, violation.places());
    }

    private static void addPlaces(ObjectNode parent, List<SourcePlace> places) {
        var nodes = parent.putArray("places");
        places.forEach(place -> nodes.addObject()
                .put("file", place.file())
                .put("line", place.line())
                .put("column", place.column())
                .put("length", place.length()));
    }

    private static String text(ObjectNode tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }
}
