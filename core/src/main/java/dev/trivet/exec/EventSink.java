package dev.trivet.exec;

import java.util.function.Consumer;

/** Hands events on, one thread at a time. */
final class EventSink {

    private final Consumer<Event> listener;

    EventSink(Consumer<Event> listener) {
        this.listener = listener;
    }

    synchronized void send(Event event) {
        listener.accept(event);
    }
}
