package dev.trivet.exec;

import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All masters, held for one operator: taken in the order of their names, so that of two operators one gets them all. */
final class Holds implements AutoCloseable {

    private final Map<String, HoldResult.Held> held = new LinkedHashMap<>();

    static Holds take(NodeExecutor executor, List<Master> masters, String operator)
            throws StepFailedException, InterruptedException {
        var holds = new Holds();
        try {
            for (Master master :
                    masters.stream().sorted(Comparator.comparing(Master::name)).toList()) {
                var result = executor.hold(master, operator);
                holds.keep(master.name(), result);
                // What came of it in a run that is given up is no obstacle.
                Workbench.giveUpWhenInterrupted();
                require(master.name(), result);
            }
            return holds;
        } catch (StepFailedException | InterruptedException | RuntimeException e) {
            holds.close();
            throw e;
        }
    }

    private void keep(String master, HoldResult result) {
        if (result instanceof HoldResult.Held one) {
            held.put(master, one);
        }
    }

    private static void require(String master, HoldResult result) throws StepFailedException {
        if (result instanceof HoldResult.Taken taken) {
            throw new StepFailedException(
                    master + " is held by another run " + taken.holder(), "wait for it to end, then run again");
        } else if (result instanceof HoldResult.Failed failed) {
            throw new StepFailedException(master + " cannot be held: " + failed.reason(), "mend it, then run again");
        }
    }

    /** Whether nobody can have been at work on any of them before us. */
    boolean areFirst() {
        return held.values().stream().allMatch(HoldResult.Held::isFirst);
    }

    /** A broken connection lets go: from then on, somebody else may be at work. */
    void require() throws StepFailedException {
        var lost = new ArrayList<String>();
        held.forEach((master, one) -> {
            if (!one.isHeld()) {
                lost.add(master);
            }
        });
        if (!lost.isEmpty()) {
            throw new StepFailedException(
                    "the connection that held " + String.join(", ", lost) + " for this run is gone", "run again");
        }
    }

    @Override
    public void close() {
        held.values().forEach(HoldResult.Held::close);
    }
}
