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

/** What the check makes of curl's answers, in both shells that masters have. */
@RequiresTools({"dash", "busybox"})
class CheckScriptTest {

    private static final int GOOD = 0;
    private static final int REFUSED = 7;
    private static final int HTTP_ERROR = 22;
    private static final int TIMEOUT = 28;

    private static final String SCRIPT = Renderers.standard()
            .render(ClusterSpecs.minimal().validate().orThrow())
            .of("m1", NodePaths.CHECK_SCRIPT)
            .text();

    @Example
    void succeedsAfterFourGoodAnswers() {
        assertOutcome(0, GOOD, GOOD, GOOD, GOOD);
    }

    @Example
    void asksTheMonitorOnTheLoopback() {
        assertThat(run(List.of("dash"), GOOD, GOOD, GOOD, GOOD).calls())
                .containsOnly("--silent --fail --output /dev/null --max-time 0.4 http://127.0.0.1:9444/ready");
    }

    @Example
    void failsAfterThreeRefusalsInARow() {
        assertOutcome(1, REFUSED, REFUSED, REFUSED);
        assertOutcome(1, GOOD, REFUSED, REFUSED, REFUSED);
    }

    @Example
    void failsWhenTheBalancerSeesNoApiServer() {
        assertOutcome(1, HTTP_ERROR, HTTP_ERROR, HTTP_ERROR);
    }

    @Example
    void failsAfterFiveTimeoutsInARow() {
        assertOutcome(1, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);
    }

    @Example
    void failsAfterRefusalsAndTimeoutsInARow() {
        assertOutcome(1, TIMEOUT, REFUSED, TIMEOUT, REFUSED);
    }

    @Example
    void toleratesOneTimeoutAndTwoRefusals() {
        assertOutcome(0, TIMEOUT, GOOD, GOOD, GOOD);
        assertOutcome(0, GOOD, GOOD, GOOD, TIMEOUT, GOOD);
        assertOutcome(0, REFUSED, REFUSED, GOOD, GOOD);
        assertOutcome(0, TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, GOOD);
    }

    @Example
    void failsWhereThereIsNoCurl() {
        shells().forEach(shell -> assertThat(
                        ScriptRun.withoutCurl(SCRIPT, shell).result().exitCode())
                .as("%s", shell)
                .isEqualTo(1));
    }

    /** keepalived stops it after eight seconds: each of the calls and pauses takes half a second at most. */
    @Property(tries = 60)
    void endsAfterFewCallsWhateverTheAnswers(@ForAll("answers") List<Integer> answers) {
        var run = run(List.of("dash"), answers.toArray(Integer[]::new));
        assertThat(run.result().text()).isEmpty();
        assertThat(run.result().exitCode()).isBetween(0, 1);
        assertThat(run.calls()).hasSizeBetween(3, 8);
    }

    @Provide
    Arbitrary<List<Integer>> answers() {
        return Arbitraries.of(GOOD, REFUSED, HTTP_ERROR, TIMEOUT).list().ofSize(8);
    }

    private static void assertOutcome(int exitCode, Integer... answers) {
        shells().forEach(shell -> {
            var run = run(shell, answers);
            assertThat(run.result()).as("%s", shell).isEqualTo(new Tool.Result(exitCode, ""));
            assertThat(run.calls()).as("%s", shell).hasSameSizeAs(answers);
        });
    }

    private static ScriptRun run(List<String> shell, Integer... answers) {
        return ScriptRun.of(SCRIPT, shell, "", answers);
    }

    static Stream<List<String>> shells() {
        return Stream.of(List.of("dash"), List.of("busybox", "sh"));
    }
}
