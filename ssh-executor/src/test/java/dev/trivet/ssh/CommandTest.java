package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.exec.CommandResult.Finished;
import dev.trivet.exec.CommandResult.NotRun;
import dev.trivet.exec.CommandResult.Unknown;
import dev.trivet.exec.Secret;
import dev.trivet.harness.Patience;
import dev.trivet.spec.Master;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command gets and gives, by real sshd as root. */
@Tag("real-tools")
class CommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static SshRack rack;
    private static SshExecutor ssh;
    private static Master master;

    @BeforeAll
    static void open() {
        rack = SshRack.open(1);
        ssh = rack.root();
        master = rack.master("m1");
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            ssh.close();
            rack.close();
        }
    }

    @Test
    void givesOutputErrorsAndExitCode() {
        var result = SshRack.run(ssh, master, "sh", "-c", "echo out; echo err >&2; exit 7");
        assertThat(result).isEqualTo(new Finished(7, "out\n", "err\n"));
    }

    @Test
    void runsAsRoot() {
        assertThat(SshRack.run(ssh, master, "id", "-u").output()).isEqualTo("0\n");
    }

    @Test
    void deliversLinesInOrderAndTheLastWithoutItsEnd() {
        var lines = new ArrayList<String>();
        ssh.run(master, Command.of("printf", "one\\n\\ntwo\\r\\nthree ä"), lines::add);
        assertThat(lines).containsExactly("one", "", "two", "three ä");
    }

    @Test
    void deliversALineWhileTheCommandRuns() {
        var lines = new ArrayList<String>();
        var waits = "echo first; while [ ! -e /run/go-on ]; do sleep 0.1; done; echo second";
        var result = ssh.run(master, Command.of("sh", "-c", waits), line -> {
            lines.add(line);
            rack.host("m1").room().write("/run/go-on", new byte[0], "644");
        });
        assertThat(result).isEqualTo(new Finished(0, "first\nsecond\n", ""));
        assertThat(lines).containsExactly("first", "second");
    }

    @Test
    void keepsSecretOutputFromTheListener() {
        var lines = new ArrayList<String>();
        var result = ssh.run(master, Command.of("echo", "canary").withSecretOutput(), lines::add);
        assertThat(((Finished) result).output()).isEqualTo("canary\n");
        assertThat(lines).isEmpty();
        assertThat(result.toString()).doesNotContain("canary");
    }

    @Test
    void passesInputByteForByte() {
        var text = new StringBuilder();
        for (char letter = 0; letter < 0x800; letter++) {
            text.append(letter);
        }
        text.append("\r\n\u2028😀");
        var result = ssh.run(
                master, Command.of("od", "-An", "-v", "-tx1").withInput(Secret.of(text.toString())), line -> {});
        var seen = ((Finished) result).output().replaceAll("\\s", "");
        assertThat(seen).isEqualTo(HexFormat.of().formatHex(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void passesMuchInput() {
        var input = "0123456789abcdef".repeat(1 << 18);
        var result = ssh.run(master, Command.of("wc", "-c").withInput(Secret.of(input)), line -> {});
        assertThat(((Finished) result).output().strip()).isEqualTo(String.valueOf(input.length()));
    }

    @Test
    void closesTheInputOfACommandWithoutAny() {
        assertThat(SshRack.run(ssh, master, "cat")).isEqualTo(new Finished(0, "", ""));
    }

    @Test
    void doesNotMindInputThatNobodyReads() {
        var input = Secret.of("x".repeat(8 << 20));
        assertThat(ssh.run(master, Command.of("true").withInput(input), line -> {}))
                .isEqualTo(new Finished(0, "", ""));
    }

    @Test
    void passesALongWord() {
        var word = "long ".repeat(20_000);
        assertThat(SshRack.run(ssh, master, "printf", "%s", word).output()).isEqualTo(word);
    }

    @Test
    void refusesWordsThatLinuxWouldNotTake() {
        var result = ssh.run(master, Command.of("echo", "x".repeat(140_000)), line -> {});
        assertThat(result).isInstanceOf(NotRun.class);
        assertThat(result.toString()).contains("131071", "as input");
    }

    @ParameterizedTest
    @CsvSource({"HUP,129", "KILL,137", "USR1,138", "SEGV,139", "TERM,143"})
    void tellsTheEndByASignalAsAShellDoes(String signal, int exitCode) {
        assertThat(SshRack.run(ssh, master, "sh", "-c", "kill -s " + signal + " $$")
                        .exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void tellsThatAProgramIsNotThere() {
        var result = SshRack.run(ssh, master, "no-such-program");
        assertThat(result.exitCode()).isEqualTo(127);
        assertThat(result.errors()).contains("no-such-program");
    }

    @Test
    void leavesACommandAfterItsDeadlineAndTellsItToEnd() {
        var hang = Command.of("sh", "-c", "sleep 98765; :").withDeadline(Duration.ofSeconds(3));
        var result = ssh.run(master, hang, line -> {});
        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(result.toString()).contains("m1", "sh did not end within 3000 ms");
        assertThat(Patience.until(PATIENCE, () -> !rack.host("m1").processes().contains("98765")))
                .isTrue();
    }

    @Test
    void boundsOutputWithoutEnd() {
        var count = new AtomicLong();
        var endless = Command.of("yes", "y".repeat(1000)).withDeadline(Duration.ofSeconds(5));
        var result = ssh.run(master, endless, line -> count.incrementAndGet());
        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(count.get()).isPositive();
        assertThat(Patience.until(PATIENCE, () -> !rack.host("m1").processes().contains("yes yyy")))
                .isTrue();
        assertThat(SshRack.run(ssh, master, "echo", "still there").succeeded()).isTrue();
    }

    /** A result holds 8 MiB; all that comes is more than that by far. */
    @Test
    void keepsLittleOfMuchOutput() {
        var count = new AtomicLong();
        var most = new AtomicLong();
        long before = memory();
        var much = Command.of("sh", "-c", "yes \"$1\" | head -c 256000000", "sh", "y".repeat(999));
        var result = ssh.run(master, much, line -> {
            if (count.incrementAndGet() % 64_000 == 0) {
                most.accumulateAndGet(memory() - before, Math::max);
            }
        });
        assertThat(((Finished) result).output()).hasSize(Command.MAX_OUTPUT);
        assertThat(count).hasValue(256_000);
        assertThat(most.get()).isBetween(1L, 64L << 20);
    }

    /** What is in use, and not what waits for the collector. */
    private static long memory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void cutsOutputThatIsTooLong() {
        var much = "head -c 20000000 /dev/zero | tr '\\0' x; head -c 9000000 /dev/zero | tr '\\0' y >&2";
        var lengths = new ArrayList<Integer>();
        var result = ssh.run(master, Command.of("sh", "-c", much), line -> lengths.add(line.length()));
        assertThat(((Finished) result).output()).hasSize(Command.MAX_OUTPUT);
        assertThat(((Finished) result).errors()).hasSize(Command.MAX_OUTPUT);
        assertThat(lengths).containsExactly(Command.MAX_OUTPUT);
    }

    @Test
    void deliversAllLinesOfLongOutput() {
        var count = new AtomicLong();
        var result = ssh.run(master, Command.of("seq", "3000000"), line -> count.incrementAndGet());
        assertThat(((Finished) result).exitCode()).isZero();
        assertThat(count).hasValue(3_000_000);
    }

    @Test
    void stopsWaitingWhenInterrupted() throws InterruptedException {
        var result = new AtomicReference<CommandResult>();
        var running = new CountDownLatch(1);
        var stillInterrupted = new AtomicReference<Boolean>();
        var caller = new Thread(() -> {
            var command = Command.of("sh", "-c", "echo up; sleep 87654; :");
            result.set(ssh.run(master, command, line -> running.countDown()));
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        running.await();
        caller.interrupt();
        caller.join();
        assertThat(result.get()).isInstanceOf(Unknown.class);
        assertThat(stillInterrupted).hasValue(true);
        assertThat(Patience.until(PATIENCE, () -> !rack.host("m1").processes().contains("87654")))
                .isTrue();
    }

    @Test
    void endsTheCommandWhoseListenerFails() {
        var command = Command.of("sh", "-c", "echo up; sleep 76543; :");
        Assertions.assertThatThrownBy(() -> ssh.run(master, command, line -> {
                    throw new IllegalArgumentException("no such line");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Patience.until(PATIENCE, () -> !rack.host("m1").processes().contains("76543")))
                .isTrue();
    }

    @Test
    void runsCommandsAtOnceOnOneConnection() throws InterruptedException, ExecutionException {
        long before = rack.host("m1").logged("Accepted publickey");
        SshRack.run(ssh, master, "true");
        long opened = rack.host("m1").logged("Accepted publickey");
        // Each makes its file and waits for those of the others.
        var script =
                "touch /run/at-once-$1; for i in 1 2 3 4 5; do while [ ! -e /run/at-once-$i ]; do sleep 0.1; done; done";
        var threads = Executors.newCachedThreadPool();
        try {
            var results = new ArrayList<Future<Finished>>();
            for (int i = 1; i <= 5; i++) {
                var number = String.valueOf(i);
                results.add(threads.submit(() -> SshRack.run(ssh, master, "sh", "-c", script, "sh", number)));
            }
            for (var result : results) {
                assertThat(result.get().succeeded()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(rack.host("m1").logged("Accepted publickey")).isEqualTo(opened);
        assertThat(opened - before).isLessThanOrEqualTo(1);
    }

    @Test
    void saysWhatToDoWhenAMachineTakesNoMoreCommandsAtOnce() throws InterruptedException, ExecutionException {
        var threads = Executors.newCachedThreadPool();
        var running = new CountDownLatch(10);
        try (var other = rack.root()) {
            var results = new ArrayList<Future<CommandResult>>();
            for (int i = 0; i < 10; i++) {
                var command = Command.of("sh", "-c", "echo up; while [ ! -e /run/enough ]; do sleep 0.1; done");
                results.add(threads.submit(() -> other.run(master, command, line -> running.countDown())));
            }
            running.await();
            var refused = other.run(master, Command.of("true"), line -> {});
            assertThat(refused).isInstanceOf(NotRun.class);
            assertThat(refused.toString()).contains("MaxSessions");
            rack.host("m1").room().write("/run/enough", new byte[0], "644");
            for (var result : results) {
                assertThat(result.get()).isEqualTo(new Finished(0, "up\n", ""));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void wordsArriveAsTheyAre() {
        var words = List.of(
                "printf", "<%s>", "", " ", "$HOME `id` $(id)", "a'b\"c\\d\\'e", "*\n?", "-n", "ä😀", "\t", "!!", "~");
        var result = SshRack.run(ssh, master, words.toArray(String[]::new));
        var expected = new StringBuilder();
        words.subList(2, words.size())
                .forEach(word -> expected.append('<').append(word).append('>'));
        assertThat(result.output()).isEqualTo(expected.toString());
    }
}
