package com.example.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trivet.exec.Event;
import dev.trivet.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens in a run as JSON, a line each, by this tool's own Jackson 2. */
final class JsonEvents implements Consumer<Event> {

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<String> lines = new ArrayList<>();

    @Override
    public void accept(Event event) {
        var json = mapper.createObjectNode().put("event", event.getClass().getSimpleName());
        if (event instanceof Event.StepStarted started) {
            add(json, started.step());
        } else if (event instanceof Event.StepFinished finished) {
            add(json.put("seconds", finished.took().toSeconds()), finished.step());
        } else if (event instanceof Event.StepFailed failed) {
            add(json.put("why", failed.failure().toString()), failed.step());
        } else if (event instanceof Event.Finished finished) {
            add(json.put("complete", finished.report().isComplete()));
        }
    }

    /** One JSON object an event that this tool shows. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private void add(ObjectNode json, Step step) {
        add(json.put("step", step.title()));
    }

    private void add(ObjectNode json) {
        try {
            lines.add(mapper.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
