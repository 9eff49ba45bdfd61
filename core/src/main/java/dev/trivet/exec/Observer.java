package dev.trivet.exec;

import dev.trivet.artifact.Artifacts;
import dev.trivet.plan.MasterState;
import dev.trivet.plan.Observation;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Looks at all masters side by side, as often as it is asked to and with the same threads. */
record Observer(Cluster cluster, Artifacts artifacts, NodeExecutor executor, Timekeeper time, Crew crew) {

    Observation observe() throws InterruptedException {
        return all(cluster.masters(), this::observe);
    }

    /** Only what tells how the control plane is: a plan cannot be made from it. */
    Observation health() throws InterruptedException {
        return health(cluster.masters());
    }

    /** The same of some masters. */
    Observation health(List<Master> masters) throws InterruptedException {
        return all(masters, this::health);
    }

    private Observation all(List<Master> masters, Function<Master, MasterState> question) throws InterruptedException {
        List<Callable<MasterState>> work = masters.stream()
                .<Callable<MasterState>>map(master -> () -> question.apply(master))
                .toList();
        var states = crew.all(work);
        var byName = new LinkedHashMap<String, MasterState>();
        for (int i = 0; i < states.size(); i++) {
            byName.put(masters.get(i).name(), states.get(i));
        }
        return new Observation(byName);
    }

    MasterState observe(Master master) {
        return ask(master, new Inquiry(cluster, artifacts.of(master.name())));
    }

    MasterState health(Master master) {
        return ask(master, Inquiry.ofHealth(cluster));
    }

    /** The clock is read about half way between question and answer. */
    private MasterState ask(Master master, Inquiry inquiry) {
        var before = time.now();
        var inspection = executor.inspect(master, inquiry);
        var half = Duration.between(before, time.now()).dividedBy(2);
        if (inspection instanceof Inspection.Answered answered) {
            var facts = answered.facts();
            return new MasterState.Reached(
                    facts, Duration.between(before.plus(half), facts.host().clock()));
        }
        return new MasterState.NotReached(((Inspection.Silent) inspection).reason());
    }
}
