package dev.trivet.spec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What may stand at a place of the document, as the accessors tell of the value that is read from it. */
sealed interface Shape {

    /** Of a place that no spec has: nothing more is said of what is below. */
    static Shape anything() {
        return new Anything();
    }

    /** What has to stand there, for somebody who wrote something else. */
    String words();

    /** What an item has to be, where this is a list. */
    default Shape item() {
        return anything();
    }

    /** Of a whole spec. */
    static Mapping ofSpec() {
        return mapping(ClusterSpec.class);
    }

    /** A key of a mapping. */
    record Key(Method accessor, Shape shape) {}

    /** A mapping of these keys, in the document's order. */
    record Mapping(SortedMap<String, Key> keys) implements Shape {
        @Override
        public String words() {
            return "a mapping of keys to values";
        }
    }

    /** A list. */
    record Items(Shape item) implements Shape {
        @Override
        public String words() {
            return "a list";
        }
    }

    /** A list, or its only item by itself. */
    record OneOrMore(Shape item) implements Shape {
        @Override
        public String words() {
            return item.words();
        }
    }

    /** A text, a whole number, a duration or one of an enum's words. */
    record Scalar(Class<?> type) implements Shape {
        @Override
        public String words() {
            if (type.isEnum()) {
                return String.join(" or ", choices());
            } else if (type == Integer.class) {
                return "a whole number, without quotes, and within 32 bits";
            }
            return type == Duration.class ? "a duration such as 300ms, 5s, 10m or 1h" : "a text";
        }

        List<String> choices() {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    /** Whatever it is. */
    record Anything() implements Shape {
        @Override
        public String words() {
            return "anything";
        }
    }

    private static Mapping mapping(Class<?> type) {
        var keys = new TreeMap<String, Key>(new DocumentOrder());
        keys.putAll(Arrays.stream(type.getDeclaredMethods())
                .filter(Shape::isAccessor)
                .collect(Collectors.toMap(Shape::key, method -> new Key(method, of(method)))));
        return new Mapping(keys);
    }

    private static boolean isAccessor(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !Modifier.isFinal(method.getModifiers())
                && method.getParameterCount() == 0;
    }

    private static String key(Method accessor) {
        return Optional.ofNullable(accessor.getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(accessor.getName());
    }

    private static Shape of(Method accessor) {
        var type = accessor.getGenericReturnType();
        if (!(type instanceof ParameterizedType container)) {
            return single(type);
        }
        var inner = single(container.getActualTypeArguments()[0]);
        if (accessor.getReturnType() != List.class) {
            return inner;
        }
        return accessor.isAnnotationPresent(JsonFormat.class) ? new OneOrMore(inner) : new Items(inner);
    }

    private static Shape single(Type type) {
        var single = (Class<?>) type;
        boolean isScalar =
                single == String.class || single == Integer.class || single == Duration.class || single.isEnum();
        return isScalar ? new Scalar(single) : mapping(single);
    }
}
