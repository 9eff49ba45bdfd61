package dev.trivet.spec;

import java.util.Optional;

/** A mapping or list that the scanner is in. */
final class OpenLevel {

    final String path;
    String key = "";
    boolean secret;

    private final Shape shape;
    private final boolean list;
    private int items;

    private OpenLevel(String path, Shape shape, boolean list) {
        this.path = path;
        this.shape = shape;
        this.list = list;
    }

    static OpenLevel mapping(String path, Shape shape) {
        return new OpenLevel(path, shape, false);
    }

    static OpenLevel list(String path, Shape shape) {
        return new OpenLevel(path, shape, true);
    }

    boolean isList() {
        return list;
    }

    String keyPath() {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** The path of the next value. */
    String childPath() {
        return list ? path + "[" + items++ + "]" : keyPath();
    }

    Shape childShape() {
        return list ? shape.item() : known().map(Shape.Key::shape).orElseGet(Shape::anything);
    }

    /** Whether the key can be there. */
    boolean knowsKey() {
        return !(shape instanceof Shape.Mapping) || known().isPresent() || isHeader();
    }

    String suggestion() {
        var names = ((Shape.Mapping) shape).keys().keySet();
        return "did you mean " + NearestName.of(key, names) + "? Known here: " + String.join(", ", names);
    }

    private boolean isHeader() {
        return path.isEmpty() && DocumentHeader.WANTED.containsKey(key);
    }

    private Optional<Shape.Key> known() {
        return shape instanceof Shape.Mapping mapping && DocumentOrder.isKey(key)
                ? Optional.ofNullable(mapping.keys().get(key))
                : Optional.empty();
    }
}
