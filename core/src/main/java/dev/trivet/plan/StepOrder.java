package dev.trivet.plan;

import dev.trivet.plan.Step.AtMaster;
import dev.trivet.plan.Step.InitCluster;
import dev.trivet.plan.Step.JoinMaster;
import dev.trivet.plan.Step.PullImages;
import dev.trivet.plan.Step.PutFiles;
import dev.trivet.plan.Step.RollBalancer;
import dev.trivet.plan.Step.VerifyControlPlane;

/** Which of two steps of a plan waits for the other; all else may run side by side. */
final class StepOrder {

    private StepOrder() {}

    /** Whether the later one must not begin before the earlier one is done. */
    static boolean waits(Step later, Step earlier) {
        if (later instanceof VerifyControlPlane) {
            return true;
        } else if (earlier instanceof PutFiles) {
            return !(later instanceof PutFiles);
        } else if (earlier instanceof PullImages) {
            return !(later instanceof PullImages) && atSameMaster(later, earlier);
        }
        return isSerial(earlier) && isSerial(later);
    }

    /** These change what etcd or the balancers agree on: one at a time, in the plan's order. */
    private static boolean isSerial(Step step) {
        return step instanceof InitCluster || step instanceof JoinMaster || step instanceof RollBalancer;
    }

    private static boolean atSameMaster(Step one, Step other) {
        return one instanceof AtMaster left
                && other instanceof AtMaster right
                && left.master().equals(right.master());
    }
}
