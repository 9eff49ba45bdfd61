package dev.trivet.rack;

import dev.trivet.failover.Component;
import dev.trivet.failover.Condition;
import dev.trivet.plan.Hashes;
import dev.trivet.spec.Master;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All that a machine is. */
final class MachineState {

    private final Master master;
    private final FileTree files = new FileTree();
    private final Kubelet kubelet = new Kubelet();
    private final Jobs jobs = new Jobs();
    private final Set<String> images = new TreeSet<>();
    private final Map<Component, Condition> conditions = new EnumMap<>(Component.class);
    private Duration clockAhead = Duration.ZERO;
    private boolean starting;
    private Optional<RackHold> hold = Optional.empty();
    private boolean wasHeld;

    MachineState(Master master) {
        this.master = master;
    }

    Master master() {
        return master;
    }

    String name() {
        return master.name();
    }

    /** As in {@code /etc/machine-id}. */
    String id() {
        return Hashes.sha256(name().getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /** One of those that nobody sells. */
    String hardwareAddress() {
        return "02:" + id().substring(0, 10).replaceAll("..(?!$)", "$0:");
    }

    FileTree files() {
        return files;
    }

    Kubelet kubelet() {
        return kubelet;
    }

    Jobs jobs() {
        return jobs;
    }

    Set<String> images() {
        return images;
    }

    Duration clockAhead() {
        return clockAhead;
    }

    void setClockAhead(Duration ahead) {
        clockAhead = ahead;
    }

    /** Whether it was restarted and is not up yet. */
    boolean isStarting() {
        return starting;
    }

    void setStarting(boolean starting) {
        this.starting = starting;
    }

    Optional<RackHold> hold() {
        return hold;
    }

    boolean wasHeld() {
        return wasHeld;
    }

    void setHold(Optional<RackHold> hold) {
        wasHeld = true;
        this.hold = hold;
    }

    void setCondition(Component component, Condition condition) {
        conditions.put(component, condition);
    }

    /** What was done to a component on purpose. */
    Condition condition(Component component) {
        return Optional.ofNullable(conditions.get(component)).orElse(Condition.UP);
    }

    /** Whether others reach it. */
    boolean answers() {
        return !starting && condition(Component.NODE) == Condition.UP;
    }

    /** Whether the kubelet runs it. What was killed on purpose stays down. */
    boolean runs(StaticPod pod) {
        return kubelet.find(pod).isPresent()
                && pod.component()
                        .filter(part -> condition(part) == Condition.DOWN)
                        .isEmpty();
    }

    /** Whether it runs and has come up; it may hang all the same. */
    boolean isStarted(StaticPod pod, Instant now) {
        return runs(pod)
                && kubelet.find(pod)
                        .filter(running -> !now.isBefore(running.readyAt()))
                        .isPresent();
    }

    boolean isWell(StaticPod pod, Instant now) {
        return isStarted(pod, now)
                && pod.component()
                        .filter(part -> condition(part) != Condition.UP)
                        .isEmpty();
    }

    boolean runsAsConfigured() {
        return Arrays.stream(StaticPod.values())
                .allMatch(pod -> kubelet.find(pod)
                        .filter(running -> !files.find(pod.needed())
                                .map(StoredFile::text)
                                .equals(Optional.of(running.configuration())))
                        .isEmpty());
    }

    List<String> podNames() {
        return Arrays.stream(StaticPod.values())
                .filter(this::runs)
                .map(StaticPod::podName)
                .toList();
    }
}
