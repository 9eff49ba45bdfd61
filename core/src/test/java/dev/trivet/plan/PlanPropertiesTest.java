package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.spec.Cluster;
import dev.trivet.testing.ClusterSpecs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Over clusters of any size, in any state that a run can leave behind. */
class PlanPropertiesTest {

    /** A rack where a run was cut off after some steps, or in the middle of one. */
    record Cut(SeenRack rack) {

        @Override
        public String toString() {
            return rack.observation().toString();
        }
    }

    @Provide
    Arbitrary<Cut> cuts() {
        var clusters = ClusterSpecs.valid().map(spec -> spec.validate().orThrow());
        return Combinators.combine(clusters, Arbitraries.integers().between(0, 40), Arbitraries.of(true, false))
                .as(PlanPropertiesTest::cut);
    }

    private static Cut cut(Cluster cluster, int steps, boolean inTheMiddle) {
        var rack = SeenRack.bare(cluster);
        var plan = rack.plan();
        plan.steps().stream().limit(steps).forEach(rack::perform);
        if (inTheMiddle && steps < plan.steps().size()) {
            var next = plan.steps().get(steps);
            if (next instanceof Step.InitCluster init) {
                rack.at(init.master()).broken(JobNames.INIT);
            } else if (next instanceof Step.JoinMaster join) {
                rack.at(join.master()).broken(JobNames.JOIN);
            }
        }
        return new Cut(rack);
    }

    @Property(tries = 200)
    void applyingAPlanLeavesNothingToDo(@ForAll("cuts") Cut cut) {
        var plan = cut.rack().plan();
        assertThat(plan.blockers()).isEmpty();
        plan.steps().forEach(cut.rack()::perform);
        assertThat(plan.steps()).allMatch(step -> step.isDone(cut.rack().observation()));
        assertThat(cut.rack().plan().isEmpty()).as(cut.rack().plan().describe()).isTrue();
    }

    @Property(tries = 200)
    void initialisesNeverASecondTime(@ForAll("cuts") Cut cut) {
        boolean exists =
                !cut.rack().observation().mastersThatAre(Membership.COMPLETE).isEmpty();
        var inits = cut.rack().plan().steps().stream()
                .filter(Step.InitCluster.class::isInstance)
                .count();
        assertThat(inits).isLessThanOrEqualTo(exists ? 0 : 1);
    }

    @Property(tries = 200)
    void joinsComeOneAfterTheOtherAndAfterInit(@ForAll("cuts") Cut cut) {
        var plan = cut.rack().plan();
        var kubeadm = plan.steps().stream()
                .filter(step -> step instanceof Step.InitCluster || step instanceof Step.JoinMaster)
                .toList();
        for (int i = 0; i < kubeadm.size(); i++) {
            assertThat(plan.before(kubeadm.get(i))).containsAll(kubeadm.subList(0, i));
            assertThat(i == 0 || kubeadm.get(i) instanceof Step.JoinMaster).isTrue();
        }
    }

    @Property(tries = 100)
    void theHolderIsRolledLast(@ForAll("holders") int holder) {
        var rack = SeenRack.running(ClusterSpecs.minimal().validate().orThrow());
        rack.at("m1").addresses.remove(1);
        rack.at("m" + holder).holdTheAddress();
        rack.withAll(m -> m.put(rack.artifacts.of(m.master.name(), NodeFiles.HAPROXY_MANIFEST), "old\n"));
        var rolled = rack.plan().steps().stream()
                .filter(Step.RollBalancer.class::isInstance)
                .map(step -> ((Step.RollBalancer) step).master())
                .toList();
        assertThat(rolled).hasSize(3).last().isEqualTo("m" + holder);
    }

    @Provide
    Arbitrary<Integer> holders() {
        return Arbitraries.integers().between(1, 3);
    }
}
