package dev.trivet.secrets;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of every object of ours that hangs together with some, by fields, collections and causes. */
final class ObjectGraph {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> pending = new ArrayDeque<>();
    private final Map<Class<?>, Set<String>> texts = new HashMap<>();

    /** Adds an object and all that is behind it. */
    synchronized void add(@Nullable Object root) {
        push(root);
        while (!pending.isEmpty()) {
            open(pending.pop());
        }
    }

    /** By the objects' types. */
    synchronized Map<Class<?>, Set<String>> texts() {
        return Map.copyOf(texts);
    }

    private void push(@Nullable Object object) {
        if (object != null && seen.add(object)) {
            pending.push(object);
        }
    }

    private void open(Object object) {
        if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::push);
            map.values().forEach(this::push);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::push);
        } else if (object instanceof Object[] array) {
            Arrays.stream(array).forEach(this::push);
        } else if (object instanceof Throwable problem) {
            push(problem.getCause());
        }
        if (isOurs(object.getClass())) {
            texts.computeIfAbsent(object.getClass(), any -> new HashSet<>()).add(object.toString());
            fields(object);
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::push);
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.trivet.") && !type.isHidden() && !type.isArray();
    }

    private void fields(Object object) {
        for (Class<?> type = object.getClass(); type != null && isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    push(value(field, object));
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot look into " + field, e);
        }
    }
}
