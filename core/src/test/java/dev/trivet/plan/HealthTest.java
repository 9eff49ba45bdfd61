package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A control plane is whole when nothing is missing, and each thing that is missing has its own line. */
class HealthTest {

    private static final Step.JoinMaster FRESH = new Step.JoinMaster("m3", Continuation.FRESH, List.of());
    private static final Step.JoinMaster AGAIN = new Step.JoinMaster("m3", Continuation.AGAIN, List.of());

    private static final Consumer<SeenMaster> WITHOUT_M3 = m -> m.members.remove(new EtcdFacts.Member("m3", false));

    private static List<String> unmet(SeenRack rack) {
        return Health.unmet(rack.cluster, rack.observation());
    }

    private static List<String> unmetForJoining(Step.JoinMaster join, Consumer<SeenMaster> change) {
        var rack = SeenRack.running().with("m1", change);
        return Health.unmetForJoining(rack.observation().facts("m1").orElseThrow(), join);
    }

    private static Arguments lacks(String line, Consumer<SeenMaster> change) {
        return Arguments.of(line, change);
    }

    static Stream<Arguments> lacks() {
        return Stream.of(
                lacks("m2 does not answer", m -> m.silent = Optional.of("no route")),
                lacks("m2 is not a master yet", m -> m.leavings.clear()),
                lacks("the API server of m2 is not ready", m -> m.apiReady = Answer.NO),
                lacks("the API server of m2 is not ready", m -> m.apiReady = Answer.UNKNOWN),
                lacks("HAProxy of m2 sees no API server", m -> m.balancerReady = Answer.UNKNOWN),
                lacks("etcd of m2 is not healthy", m -> m.etcdHealthy = Answer.UNKNOWN),
                lacks("etcd of m2 has the voters [m1, m3]", m -> m.members.remove(new EtcdFacts.Member("m2", false))),
                lacks("etcd of m2 has the voters [m1, m2, m3, m4]", m -> m.members.add(member("m4", false))),
                lacks("no ready API server answers m2 at 192.168.1.50:8443", m -> m.front = notReady()),
                lacks("the virtual IP is on m1 and m2", SeenMaster::holdTheAddress));
    }

    private static FrontFacts notReady() {
        return new FrontFacts(Answer.YES, Optional.empty(), FrontFacts.Kind.NOT_READY);
    }

    private static EtcdFacts.Member member(String name, boolean learner) {
        return new EtcdFacts.Member(name, learner);
    }

    @Test
    void isWholeWhenNothingIsMissing() {
        assertThat(unmet(SeenRack.running())).isEmpty();
        assertThat(unmet(SeenRack.running().with("m2", m -> m.members.add(member("m4", true)))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lacks")
    void namesTheOneThingThatIsMissing(String line, Consumer<SeenMaster> change) {
        assertThat(unmet(SeenRack.running().with("m2", change))).containsExactly(line);
    }

    @Test
    void somebodyHasTheAddress() {
        var rack = SeenRack.running();
        rack.with("m1", m -> m.addresses.removeIf(local -> local.address().equals("192.168.1.50")));
        assertThat(unmet(rack)).containsExactly("the virtual IP is on no master");
    }

    @Test
    void aMasterTakesAnotherInWhenItIsWellItself() {
        assertThat(unmetForJoining(FRESH, WITHOUT_M3)).isEmpty();
        assertThat(unmetForJoining(FRESH, WITHOUT_M3.andThen(m -> m.apiReady = Answer.UNKNOWN)))
                .containsExactly("its API server is not ready");
        assertThat(unmetForJoining(FRESH, WITHOUT_M3.andThen(m -> m.etcdHealthy = Answer.NO)))
                .containsExactly("its etcd is not healthy");
    }

    /** Nobody may have told when the plan was made: etcd of masters that start tells nothing. */
    @Test
    void aMemberOfABareMasterIsInItsWay() {
        var stale =
                "its etcd still has a member m3, whose data is not there any more: take it out by etcdctl member remove";
        assertThat(unmetForJoining(FRESH, m -> {})).containsExactly(stale);
        assertThat(unmetForJoining(AGAIN, m -> {})).isEmpty();
    }

    @Test
    void aMemberWithoutAVoteIsInTheWayUnlessTheSameJoinLeftIt() {
        var noVote = "a member of its etcd has no vote yet";
        assertThat(unmetForJoining(FRESH, WITHOUT_M3.andThen(m -> m.members.add(member("m2", true)))))
                .containsExactly(noVote);
        assertThat(unmetForJoining(FRESH, WITHOUT_M3.andThen(m -> m.members.add(member("", false)))))
                .containsExactly(noVote);
        assertThat(unmetForJoining(AGAIN, m -> m.members.add(member("m3", true))))
                .isEmpty();
        assertThat(unmetForJoining(AGAIN, m -> m.members.add(member("", false))))
                .isEmpty();
        assertThat(unmetForJoining(AGAIN, m -> m.members.add(member("m2", true))))
                .containsExactly(noVote);
    }
}
