package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host is held for real, under each shell. */
@Tag("real-tools")
class HoldScriptTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);

    /** Whoever has the lock's file open, in this host alone. */
    private static final String KILL_HOLDERS = """
            for folder in /proc/[0-9]*; do
                case $(ls -l "$folder/fd" 2>/dev/null) in */run/trivet/lock*) kill -9 "${folder#/proc/}" ;; esac
            done
            """;

    private static HoldResult.Held held(ShellHost host, String operator) {
        var result = host.executor.hold(host.master, operator);
        assertThat(result).isInstanceOf(HoldResult.Held.class);
        return (HoldResult.Held) result;
    }

    @ParameterizedTest
    @EnumSource
    void isHeldByOne(Shells shell) {
        var host = ShellHost.of(shell);
        try (var alice = held(host, "Alice's run")) {
            assertThat(alice.isHeld()).isTrue();
            assertThat(host.executor.hold(host.master, "Bob"))
                    .isInstanceOfSatisfying(
                            HoldResult.Taken.class,
                            taken -> assertThat(taken.holder()).startsWith("by Alice's run since "));
            assertThat(alice.isHeld()).isTrue();
        }
        try (var bob = held(host, "Bob")) {
            assertThat(bob.isHeld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoWasTheFirst(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("rm", "-rf", "/run/trivet");
        try (var alice = held(host, "Alice")) {
            assertThat(alice.isFirst()).isTrue();
            assertThat(host.executor.hold(host.master, "Bob")).isInstanceOf(HoldResult.Taken.class);
        }
        try (var bob = held(host, "Bob")) {
            assertThat(bob.isFirst()).isFalse();
        }
        host.room.run("sh", "-c", ": >/run/trivet/lock");
        try (var carol = held(host, "Carol")) {
            assertThat(carol.isFirst())
                    .as("after one who was cut off as he wrote his name")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLetGoAtOnceWhenClosed(Shells shell) {
        var host = ShellHost.of(shell);
        for (int i = 0; i < 3; i++) {
            var alice = held(host, "Alice");
            alice.close();
            assertThat(alice.isHeld()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLetGoWhenTheHoldersProcessDies(Shells shell) {
        var host = ShellHost.of(shell);
        try (var alice = held(host, "Alice")) {
            host.room.run("sh", "-c", KILL_HOLDERS);
            assertThat(Patience.until(PLENTY, () -> !alice.isHeld())).isTrue();
            held(host, "Bob").close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereTheLockCannotBe(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("sh", "-c", "rm -rf /run/trivet && : >/run/trivet");
        assertThat(host.executor.hold(host.master, "Alice")).isInstanceOf(HoldResult.Failed.class);
        host.room.run("rm", "/run/trivet");
    }
}
