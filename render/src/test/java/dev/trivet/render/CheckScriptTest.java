package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.InstanceOfAssertFactories;

/** What the check makes of curl's answers, in both shells that masters have. */
@RequiresTools({"dash", "busybox"})
class CheckScriptTest {

    private static final String GOOD = "0 200";
    private static final String BLIND = "0 503";
    private static final String REFUSED = "7 000";
    private static final String RESET = "52 000";
    private static final String TIMEOUT = "28 000";

    /** Of the others' load balancers. */
    private static final int SERVES = 0;

    /** The connection was reset during the handshake, as by a HAProxy that sees no API server, or an error was answered. */
    private static final int RESETS = 35;

    private static final int ERRORS = 22;
    private static final int CANNOT_BE_REACHED = 28;

    private static final String SCRIPT = Renderers.standard()
            .render(ClusterSpecs.minimal().validate().orThrow())
            .of("m1", NodePaths.CHECK_SCRIPT)
            .text();

    @Example
    void succeedsWhenTheBalancerSaysSo() {
        assertOutcome(0, SERVES, GOOD);
    }

    @Example
    void asksTheMonitorOnTheLoopbackOnce() {
        var run = run(List.of("dash"), SERVES, GOOD);

        assertThat(run.calls())
                .singleElement(InstanceOfAssertFactories.STRING)
                .matches(
                        "--silent --output /dev/null --write-out %\\{http_code} --max-time [1-4]\\.[0-9] http://127.0.0.1:9444/watch");
        assertThat(run.callsToOthers()).isEmpty();
    }

    @Example
    void failsAfterTwoRefusals() {
        assertOutcome(1, SERVES, REFUSED, REFUSED);
        assertOutcome(1, SERVES, RESET, REFUSED);
        assertOutcome(0, SERVES, RESET, GOOD);
    }

    @Example
    void failsWhereTheBalancerIsFrozen() {
        assertOutcome(1, SERVES, TIMEOUT);
        assertOutcome(1, SERVES, REFUSED, TIMEOUT);
    }

    @Example
    void succeedsWhereNobodySeesAnApiServer() {
        assertOutcome(0, RESETS, BLIND);
        assertOutcome(0, ERRORS, BLIND);
    }

    @Example
    void failsWhereAnotherServesForSeconds() {
        assertOutcome(1, SERVES, BLIND, BLIND, BLIND);
        assertOutcome(0, SERVES, BLIND, BLIND, GOOD);
    }

    @Example
    void failsWhereThisMasterIsCutOff() {
        assertOutcome(1, CANNOT_BE_REACHED, BLIND, BLIND, BLIND);
        assertOutcome(0, CANNOT_BE_REACHED, BLIND, GOOD);
    }

    @Example
    void asksEveryOtherMaster() {
        assertThat(run(List.of("dash"), RESETS, BLIND).callsToOthers())
                .allMatch(call ->
                        call.startsWith("--globoff --silent --insecure --fail --output /dev/null --max-time 1 "))
                .extracting(call -> call.substring(call.lastIndexOf(' ') + 1))
                .containsExactlyInAnyOrder("https://192.168.1.142:8443/readyz", "https://192.168.1.143:8443/readyz");
    }

    @Example
    void failsWhereThereIsNoCurl() {
        shells().forEach(shell -> assertThat(
                        ScriptRun.withoutCurl(SCRIPT, shell).result().exitCode())
                .as("%s", shell)
                .isEqualTo(1));
    }

    /** keepalived stops it after eight seconds; a second in each round goes by with waiting. */
    @Property(tries = 60)
    void endsAfterFewCallsWhateverTheAnswers(@ForAll("answers") List<String> answers, @ForAll("others") int others) {
        var run = run(List.of("dash"), others, answers.toArray(String[]::new));
        assertThat(run.result().text()).isEmpty();
        assertThat(run.result().exitCode()).isBetween(0, 1);
        assertThat(run.calls()).hasSizeBetween(1, 4);
    }

    @Provide
    Arbitrary<List<String>> answers() {
        return Arbitraries.of(GOOD, BLIND, REFUSED, RESET, TIMEOUT).list().ofSize(8);
    }

    @Provide
    Arbitrary<Integer> others() {
        return Arbitraries.of(SERVES, RESETS, ERRORS, CANNOT_BE_REACHED);
    }

    private static void assertOutcome(int exitCode, int others, String... answers) {
        shells().forEach(shell -> {
            var run = run(shell, others, answers);
            assertThat(run.result()).as("%s", shell).isEqualTo(new Tool.Result(exitCode, ""));
            assertThat(run.calls()).as("%s", shell).hasSameSizeAs(answers);
        });
    }

    private static ScriptRun run(List<String> shell, int others, String... answers) {
        return ScriptRun.of(SCRIPT, shell, "", others, List.of(answers));
    }

    static Stream<List<String>> shells() {
        return Stream.of(List.of("dash"), List.of("busybox", "sh"));
    }
}
