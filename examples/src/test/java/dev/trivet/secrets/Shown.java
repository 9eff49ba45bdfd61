package dev.trivet.secrets;

import dev.trivet.spec.TrivetException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All objects and texts that anybody gets to see. */
final class Shown {

    private final ObjectGraph graph = new ObjectGraph();
    private final List<String> texts = new ArrayList<>();

    ObjectGraph graph() {
        return graph;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    void add(@Nullable Object object) {
        graph.add(object);
    }

    void text(String text) {
        texts.add(text);
    }

    /** Does what must be refused, and keeps the exception. */
    void refused(Runnable work) {
        try {
            work.run();
        } catch (TrivetException e) {
            add(e);
            var out = new StringWriter();
            e.printStackTrace(new PrintWriter(out));
            text(out.toString());
            return;
        }
        throw new IllegalStateException("this was to be refused");
    }
}
