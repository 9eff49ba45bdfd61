package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, jobs and secrets refuse misuse and print no secret. */
class CommandTest {

    @Test
    void printsNeitherInputNorOutput() {
        var secret = Secret.of("geheim");
        var command = Command.of("cat", "-").withInput(secret).withSecretOutput();
        assertThat(command.toString()).isEqualTo("cat -");
        assertThat(secret.toString()).isEqualTo("********");
        assertThat(secret).isEqualTo(Secret.of("geheim")).hasSameHashCodeAs(Secret.of("geheim"));
        assertThat(secret).isNotEqualTo(Secret.of("other")).isNotEqualTo("geheim");
        assertThat(new CommandResult.Finished(0, "geheim", "geheim").toString()).isEqualTo("ended with 0");
    }

    @Test
    void keepsWhatItWasGiven() {
        var plain = Command.of("cat", "-", "");
        assertThat(plain.words()).containsExactly("cat", "-", "");
        assertThat(plain.input()).isEmpty();
        assertThat(plain.isOutputSecret()).isFalse();
        assertThat(plain.deadline()).isEqualTo(Duration.ofMinutes(1));
        var given = plain.withInput(Secret.of("geheim")).withSecretOutput().withDeadline(Duration.ofSeconds(3));
        assertThat(given.words()).isEqualTo(plain.words());
        assertThat(given.input().orElseThrow().reveal()).isEqualTo("geheim");
        assertThat(given.isOutputSecret()).isTrue();
        assertThat(given.deadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(Secret.of("a").hashCode()).isNotEqualTo(Secret.of("b").hashCode());
    }

    @Test
    void takesPlainPathsToDiscard() {
        assertThat(new Job("join-2", List.of("true"), List.of("/etc/trivet/join.yaml", "/run/_a.b-c")).discarded())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-n", "--help", "a\0b"})
    void refusesWhatIsNoProgram(String program) {
        assertThatThrownBy(() -> Command.of(program)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANulAndNoTime() {
        assertThatThrownBy(() -> Command.of("echo", "a\0")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> Command.of("echo", "a", "\0a")).hasMessageContaining("NUL");
        var command = Command.of("true");
        assertThatThrownBy(() -> command.withDeadline(Duration.ZERO)).hasMessageContaining("not positive");
        assertThatThrownBy(() -> command.withDeadline(Duration.ofSeconds(-1))).hasMessageContaining("not positive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "../a", "a b", "A", "1a"})
    void refusesAnUnusualJob(String name) {
        assertThatThrownBy(() -> new Job(name, List.of("true"), List.of())).hasMessageContaining("job name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative", "/a b", "/a/../b", "/-a", "/a*", "/"})
    void refusesAnUnusualPath(String path) {
        assertThatThrownBy(() -> new Job("a", List.of("true"), List.of(path))).hasMessageContaining("path");
    }

    @Test
    void refusesAJobWithoutAProgram() {
        assertThatThrownBy(() -> new Job("a", List.of(), List.of())).hasMessageContaining("no program");
    }

    @Test
    void callsCancellationsHooksOnceAndLateOnesAtOnce() {
        var called = new ArrayList<String>();
        var cancellation = new Cancellation();
        Runnable forgotten = () -> called.add("forgotten");
        cancellation.onCancel(() -> called.add("early"));
        cancellation.onCancel(forgotten);
        cancellation.forget(forgotten);
        assertThat(cancellation.isCancelled()).isFalse();
        cancellation.cancel();
        cancellation.onCancel(() -> called.add("late"));
        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(called).containsExactly("early", "late");
    }
}
