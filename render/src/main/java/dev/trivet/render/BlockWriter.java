package dev.trivet.render;

import java.util.function.Consumer;

/** Writes configuration in indented blocks: keepalived's in braces, HAProxy's by indentation alone. */
final class BlockWriter {

    private static final String STEP = "    ";

    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    BlockWriter line(String text) {
        out.append(text.isEmpty() ? "" : indent).append(text).append('\n');
        return this;
    }

    /** A header, and lines below it. */
    BlockWriter section(String header, Consumer<BlockWriter> lines) {
        line(header);
        return indented(lines);
    }

    /** A header, and lines in braces. */
    BlockWriter braces(String header, Consumer<BlockWriter> lines) {
        return line(header + " {").indented(lines).line("}");
    }

    private BlockWriter indented(Consumer<BlockWriter> lines) {
        var outer = indent;
        indent = outer + STEP;
        lines.accept(this);
        indent = outer;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
