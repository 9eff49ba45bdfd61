package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Binds a scanned document to a {@link ClusterSpec}, and says what does not fit in the document's own words. */
final class SpecMapper {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new DurationReader())
                    .addSerializer(Duration.class, new DurationWriter()))
            .build();

    private SpecMapper() {}

    static ClusterSpec read(SpecDocument document) {
        try {
            return MAPPER.readValue(document.reader(), ClusterSpec.class);
        } catch (JacksonException e) {
            var path = path(e);
            var position =
                    e instanceof UnrecognizedPropertyException ? document.keyPosition(path) : document.position(path);
            throw document.unreadable(position, problem(e, path));
        }
    }

    static String write(ClusterSpec spec) {
        var tree = (ObjectNode) MAPPER.valueToTree(spec);
        prune(tree);
        return MAPPER.writeValueAsString(tree);
    }

    /** Leaves out the settings and lists in which nothing was said. */
    private static void prune(ObjectNode tree) {
        tree.forEach(child -> {
            if (child instanceof ObjectNode settings) {
                prune(settings);
            }
        });
        tree.removeIf(child -> child.isContainer() && child.isEmpty());
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String problem(JacksonException e, String path) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path + " is not known" + suggestion(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (e instanceof MismatchedInputException mismatch) {
            return path + " must be " + words(mismatch.getTargetType());
        }
        if (e instanceof InputCoercionException outOfRange) {
            return path + " must be " + words(outOfRange.getTargetType()) + ", and within 32 bits";
        }
        return path + " cannot be read: " + e.getOriginalMessage();
    }

    private static String suggestion(String key, Collection<Object> known) {
        var names =
                known.stream().map(Object::toString).sorted(new DocumentOrder()).toList();
        return "; did you mean " + NearestName.of(key, names) + "? Known here: " + String.join(", ", names);
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        } else if (type == Integer.class || type == int.class) {
            return "a whole number, without quotes";
        } else if (type == Duration.class) {
            return "a duration such as 300ms, 5s, 10m or 1h";
        } else if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a mapping of keys to values";
    }

    private static final class DurationReader extends ValueDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            return Durations.parse(parser.getString())
                    .orElseThrow(() -> MismatchedInputException.from(parser, Duration.class, "no duration"));
        }
    }

    private static final class DurationWriter extends ValueSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Durations.format(value));
        }
    }
}
