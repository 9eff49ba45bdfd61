package dev.trivet.spec;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the document's JSON Schema: keys and types from the values that are read, meanings from their documentation, forms of texts
 * from what the rules look for, bounds and what is required from what the rules say of a sample, defaults from the README's example,
 * which is held to them.
 */
class SchemaWriter {

    private static final Pattern BOUNDS = Pattern.compile("is outside (-?\\d+) to (-?\\d+);");
    private static final Pattern CHOICES = Pattern.compile("; write (\\d+) or (\\d+)$");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode defaults;

    SchemaWriter(JsonNode defaults) {
        this.defaults = defaults;
    }

    String schema() {
        var schema = MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Trivet's control plane")
                .put("description", Documentation.of(ClusterSpec.class))
                .put("type", "object");
        fill(schema, Shape.ofSpec(), "");
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private void fill(ObjectNode schema, Shape.Mapping mapping, String path) {
        var properties = schema.putObject("properties");
        var required = MAPPER.createArrayNode();
        if (path.isEmpty()) {
            DocumentHeader.WANTED.forEach((key, value) -> {
                properties.putObject(key).put("const", value);
                required.add(key);
            });
        }
        mapping.keys().forEach((name, key) -> {
            var keyPath = path.isEmpty() ? name : path + "." + name;
            boolean isRequired = Sample.requires(keyPath);
            if (isRequired) {
                required.add(name);
            }
            var property = properties.putObject(name);
            property.put("description", description(key));
            fill(property, key, keyPath, isRequired);
            var standard = defaults.at("/" + keyPath.replace('.', '/'));
            if (!standard.isMissingNode() && !standard.isNull() && !standard.isContainer()) {
                property.set("default", standard);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
    }

    private static String description(Shape.Key key) {
        var meaning = Documentation.meaning(key.accessor());
        boolean hasValues = !(inner(key.shape()) instanceof Shape.Mapping);
        return hasValues ? meaning + " " + Documentation.values(key.accessor()) : meaning;
    }

    private static Shape inner(Shape shape) {
        return shape instanceof Shape.Items items ? items.item() : shape;
    }

    private void fill(ObjectNode schema, Shape.Key key, String path, boolean isRequired) {
        var none = isRequired ? List.<String>of() : List.of("null");
        if (key.shape() instanceof Shape.Mapping mapping) {
            types(schema, Stream.concat(Stream.of("object"), none.stream()));
            fill(schema, mapping, path);
        } else if (key.shape() instanceof Shape.Items list) {
            types(schema, Stream.concat(Stream.of("array"), none.stream()));
            fillItems(schema, key, list.item(), path, isRequired);
        } else if (key.shape() instanceof Shape.OneOrMore either) {
            var choices = schema.putArray("anyOf");
            fillScalar(choices.addObject(), key, (Shape.Scalar) either.item(), path, none);
            var list = choices.addObject().put("type", "array").put("maxItems", AddressFamily.values().length);
            fillItems(list, key, either.item(), path, isRequired);
        } else {
            fillScalar(schema, key, (Shape.Scalar) key.shape(), path, none);
        }
    }

    private void fillItems(ObjectNode schema, Shape.Key key, Shape item, String path, boolean isRequired) {
        if (isRequired) {
            schema.put("minItems", 1);
        }
        var items = schema.putObject("items");
        if (item instanceof Shape.Mapping mapping) {
            items.put("type", "object").put("description", Documentation.of(itemType(key.accessor())));
            fill(items, mapping, path + "[0]");
        } else {
            fillScalar(items, key, (Shape.Scalar) item, path + "[0]", List.of());
        }
    }

    private static Class<?> itemType(Method accessor) {
        return (Class<?>) ((ParameterizedType) accessor.getGenericReturnType()).getActualTypeArguments()[0];
    }

    private static void fillScalar(
            ObjectNode schema, Shape.Key key, Shape.Scalar scalar, String path, List<String> none) {
        if (scalar.type().isEnum()) {
            var choices = schema.putArray("enum");
            scalar.choices().forEach(choices::add);
            none.forEach(any -> choices.addNull());
        } else if (scalar.type() == Integer.class) {
            types(schema, Stream.concat(Stream.of("integer"), none.stream()));
            bound(schema, path);
        } else if (scalar.type() == String.class) {
            var form = key.accessor().getAnnotation(Form.class);
            types(schema, Stream.concat(scalars(form.value()), none.stream()));
            schema.put("pattern", whole(form.value()));
            Optional.of(form.longest())
                    .filter(longest -> longest < Integer.MAX_VALUE)
                    .ifPresent(longest -> schema.put("maxLength", longest));
        } else {
            types(schema, Stream.concat(Stream.of("string"), none.stream()));
            schema.put("pattern", whole(Durations.FORM));
        }
    }

    private static void types(ObjectNode schema, Stream<String> types) {
        var all = types.toList();
        if (all.size() == 1) {
            schema.put("type", all.get(0));
        } else {
            var list = schema.putArray("type");
            all.forEach(list::add);
        }
    }

    private static String whole(String form) {
        return "^(?:" + form + ")$";
    }

    /** What stands without quotes may be a number or a truth value to YAML, and is a text to Trivet. */
    private static Stream<String> scalars(String form) {
        var pattern = Pattern.compile(form);
        var types = new ArrayList<>(List.of("string"));
        if (Stream.of("7", "42", "4.2", "4e2")
                .anyMatch(text -> pattern.matcher(text).matches())) {
            types.add("number");
        }
        if (pattern.matcher("true").matches()) {
            types.add("boolean");
        }
        return types.stream();
    }

    /** The bounds that the rules name to somebody who is beyond them. */
    private static void bound(ObjectNode schema, String path) {
        Sample.saidOf(path, Integer.MAX_VALUE)
                .flatMap(message -> Stream.of(BOUNDS, CHOICES)
                        .map(pattern -> pattern.matcher(message))
                        .filter(Matcher::find)
                        .map(Matcher::toMatchResult))
                .forEach(bounds -> schema.put("minimum", Integer.parseInt(bounds.group(1)))
                        .put("maximum", Integer.parseInt(bounds.group(2))));
    }
}
