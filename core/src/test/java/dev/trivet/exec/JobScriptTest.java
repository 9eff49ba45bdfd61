package dev.trivet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.harness.Patience;
import dev.trivet.plan.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs run for real, under each shell. */
@Tag("real-tools")
class JobScriptTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);
    private static final FollowResult SUCCEEDED = new FollowResult.Seen(JobStatus.SUCCEEDED);

    private static Job job(String name, String script, String... arguments) {
        var words = Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(arguments))
                .toList();
        return new Job(name, words, List.of());
    }

    private static FollowResult follow(ShellHost host, String job, List<String> lines) {
        return host.executor.follow(host.master, job, lines.size(), PLENTY, lines::add);
    }

    private static StartResult start(ShellHost host, Job job) {
        return host.executor.start(host.master, job);
    }

    @ParameterizedTest
    @EnumSource
    void runsToItsEnd(Shells shell) {
        var host = ShellHost.of(shell);
        assertThat(start(host, job("ends", "echo one; echo two >&2; printf three; exit 7")))
                .isEqualTo(new StartResult.Started());
        var lines = new ArrayList<String>();
        assertThat(follow(host, "ends", lines)).isEqualTo(new FollowResult.Seen(new JobStatus.Ended(7)));
        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(host.identity("/var/lib/trivet/jobs")).contains("mode=" + 040700);
    }

    @ParameterizedTest
    @EnumSource
    void getsItsWordsByteForByte(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("words", "printf '<%s>\\n' \"$@\"", "", "two words", "a\nb", "'\"\\$x `id` *", "ä日"));
        var lines = new ArrayList<String>();
        assertThat(follow(host, "words", lines)).isEqualTo(SUCCEEDED);
        assertThat(lines).containsExactly("<>", "<two words>", "<a", "b>", "<'\"\\$x `id` *>", "<ä日>");
    }

    @ParameterizedTest
    @EnumSource
    void isNeverStartedBesideItself(Shells shell) {
        var host = ShellHost.of(shell);
        var job =
                job("once", "echo x >>/run/once; echo ready; until [ -e /run/once.go ]; do sleep 0.1; done; echo end");
        assertThat(start(host, job)).isEqualTo(new StartResult.Started());
        assertThat(start(host, job)).isEqualTo(new StartResult.AlreadyRunning());
        assertThat(start(host, job)).isEqualTo(new StartResult.AlreadyRunning());
        host.room.run("touch", "/run/once.go");
        var lines = new ArrayList<String>();
        assertThat(follow(host, "once", lines)).isEqualTo(SUCCEEDED);
        assertThat(lines).containsExactly("ready", "end");
        assertThat(host.text("/run/once")).isEqualTo("x\n");
    }

    @ParameterizedTest
    @EnumSource
    void isStartedOnceARun(Shells shell) {
        var host = ShellHost.of(shell);
        var job = job("counts", "echo x >>/run/counts");
        assertThat(start(host, job.asRun("run-1"))).isEqualTo(new StartResult.Started());
        assertThat(follow(host, "counts", new ArrayList<>())).isEqualTo(SUCCEEDED);
        assertThat(start(host, job.asRun("run-1"))).isEqualTo(new StartResult.Started());
        assertThat(follow(host, "counts", new ArrayList<>())).isEqualTo(SUCCEEDED);
        assertThat(host.text("/run/counts")).isEqualTo("x\n");
        assertThat(start(host, job.asRun("run-2"))).isEqualTo(new StartResult.Started());
        assertThat(follow(host, "counts", new ArrayList<>())).isEqualTo(SUCCEEDED);
        assertThat(host.text("/run/counts")).isEqualTo("x\nx\n");
    }

    /** A join of long ago must not speak for an init that failed. */
    @ParameterizedTest
    @EnumSource
    void forgetsHowOthersEndedButNotWhoRuns(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("ended", "exit 0"));
        assertThat(follow(host, "ended", new ArrayList<>())).isEqualTo(SUCCEEDED);
        start(host, job("runs", "until [ -e /run/runs.go ]; do sleep 0.1; done"));
        start(host, job("newest", "exit 1"));
        assertThat(follow(host, "ended", new ArrayList<>())).isEqualTo(new FollowResult.NeverStarted());
        host.room.run("touch", "/run/runs.go");
        assertThat(follow(host, "runs", new ArrayList<>())).isEqualTo(SUCCEEDED);
        assertThat(follow(host, "newest", new ArrayList<>())).isEqualTo(new FollowResult.Seen(new JobStatus.Ended(1)));
    }

    /** Each look is a connection of its own; none reads a line twice or leaves one out. */
    @ParameterizedTest
    @EnumSource
    void goesOnWithoutAConnectionAndIsFoundAgain(Shells shell) {
        var host = ShellHost.of(shell);
        start(
                host,
                job("long", "echo 1; until [ -e /run/long.go ]; do sleep 0.1; done; echo 2; sleep 1; echo 3; exit 9"));
        var lines = new ArrayList<String>();
        var first = host.executor.follow(host.master, "long", 0, Duration.ofSeconds(1), lines::add);
        assertThat(first).isEqualTo(new FollowResult.Seen(new JobStatus.Running()));
        host.room.run("touch", "/run/long.go");
        assertThat(follow(host, "long", lines)).isEqualTo(new FollowResult.Seen(new JobStatus.Ended(9)));
        assertThat(follow(host, "long", lines)).isEqualTo(new FollowResult.Seen(new JobStatus.Ended(9)));
        assertThat(lines).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @EnumSource
    void outlivesTheProcessThatStartedIt(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("apart", "until [ -e /run/apart.go ]; do sleep 0.1; done; echo end"));
        // Whoever is interrupted ends all that it has started, but no job.
        Thread.currentThread().interrupt();
        var cut = host.executor.follow(host.master, "apart", 0, PLENTY, line -> {});
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cut).isInstanceOf(FollowResult.Unclear.class);
        host.room.run("touch", "/run/apart.go");
        assertThat(follow(host, "apart", new ArrayList<>())).isEqualTo(SUCCEEDED);
    }

    @ParameterizedTest
    @EnumSource
    void isLostWhenItIsKilled(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("killed", "echo $PPID $$; exec sleep 600"));
        var lines = new ArrayList<String>();
        assertThat(Patience.until(PLENTY, () -> {
                    host.executor.follow(host.master, "killed", lines.size(), Duration.ofSeconds(1), lines::add);
                    return !lines.isEmpty();
                }))
                .isTrue();
        host.room.run("sh", "-c", "kill -9 " + lines.get(0));
        assertThat(follow(host, "killed", lines)).isEqualTo(new FollowResult.Seen(new JobStatus.Lost()));
        assertThat(start(host, job("killed", "echo again"))).isEqualTo(new StartResult.Started());
        assertThat(follow(host, "killed", new ArrayList<>())).isEqualTo(SUCCEEDED);
        assertThat(host.text("/var/lib/trivet/jobs/killed.previous/log")).isEqualTo(lines.get(0) + "\n");
    }

    /** Whoever looks while a job is being prepared may see the log of the one before it. */
    @ParameterizedTest
    @EnumSource
    void turnsFromAnOlderLogToTheNewOne(Shells shell) {
        var host = ShellHost.of(shell);
        var script = "mkdir -p $0 && echo old >$0/log && exec 9>>$0.lock && flock 9 && echo ready;"
                + " until [ -e /run/swapped.go ]; do sleep 0.1; done;"
                + " mv $0 $0.previous; mkdir $0; printf 'new\\nlast' >$0/log; echo 0 >$0/exit";
        var lines = new ArrayList<String>();
        var result = new ArrayList<CompletableFuture<FollowResult>>();
        var preparing = Command.of("sh", "-c", script, "/var/lib/trivet/jobs/swapped");
        host.executor.run(
                host.master,
                preparing,
                ready -> result.add(CompletableFuture.supplyAsync(
                        () -> host.executor.follow(host.master, "swapped", 0, PLENTY, line -> {
                            lines.add(line);
                            host.room.run("touch", "/run/swapped.go");
                        }))));
        assertThat(result.get(0).join()).isEqualTo(SUCCEEDED);
        assertThat(lines).containsExactly("old", "new", "last");
        host.room.run("rm", "/run/swapped.go");
    }

    /** Where the shell around it was killed alone, the job is still at work, and nobody knows its end afterwards. */
    @ParameterizedTest
    @EnumSource
    void runsAsLongAsAnyProcessOfIts(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("orphan", "kill -9 $PPID; until [ -e /run/orphan.go ]; do sleep 0.1; done"));
        assertThat(host.executor.follow(host.master, "orphan", 0, Duration.ofSeconds(1), line -> {}))
                .isEqualTo(new FollowResult.Seen(new JobStatus.Running()));
        assertThat(start(host, job("orphan", ":"))).isEqualTo(new StartResult.AlreadyRunning());
        host.room.run("touch", "/run/orphan.go");
        assertThat(follow(host, "orphan", new ArrayList<>())).isEqualTo(new FollowResult.Seen(new JobStatus.Lost()));
    }

    @ParameterizedTest
    @EnumSource
    void removesItsSecretsWhateverItsEnd(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.write("/run/secrets/a", new byte[] {1}, "600");
        host.room.write("/run/secrets/b", new byte[] {1}, "600");
        var words = List.of("sh", "-c", "cat /run/secrets/a /run/secrets/b >/dev/null || exit 9; exit 1");
        start(host, new Job("discards", words, List.of("/run/secrets/a", "/run/secrets/b")));
        assertThat(follow(host, "discards", new ArrayList<>()))
                .isEqualTo(new FollowResult.Seen(new JobStatus.Ended(1)));
        assertThat(host.names("/run/secrets")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNoSuchJobWasStarted(Shells shell) {
        assertThat(follow(ShellHost.of(shell), "never", new ArrayList<>())).isEqualTo(new FollowResult.NeverStarted());
    }

    @ParameterizedTest
    @EnumSource
    void tellsAProgramThatIsMissing(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, new Job("missing", List.of("trivet-no-such-program"), List.of()));
        var lines = new ArrayList<String>();
        assertThat(follow(host, "missing", lines)).isEqualTo(new FollowResult.Seen(new JobStatus.Ended(127)));
        assertThat(lines).anyMatch(line -> line.contains("not found"));
    }

    /** A look takes the lock for a moment, and must not be taken for the job. */
    @ParameterizedTest
    @EnumSource
    void isStartedWhileSomebodyLooks(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("looked-at", ":"));
        assertThat(follow(host, "looked-at", new ArrayList<>())).isEqualTo(SUCCEEDED);
        host.room.run("sh", "-c", "flock -s /var/lib/trivet/jobs/looked-at.lock sleep 0.2 >/dev/null 2>&1 &");
        assertThat(start(host, job("looked-at", "exit 5"))).isEqualTo(new StartResult.Started());
        assertThat(follow(host, "looked-at", new ArrayList<>()))
                .isEqualTo(new FollowResult.Seen(new JobStatus.Ended(5)));
    }

    @ParameterizedTest
    @EnumSource
    void isNotStartedWhereItCannotBeKept(Shells shell) {
        var host = ShellHost.of(shell);
        start(host, job("obstructed", ":"));
        follow(host, "obstructed", new ArrayList<>());
        host.room.run("rm", "-r", "/var/lib/trivet/jobs/obstructed.lock");
        host.room.run("mkdir", "/var/lib/trivet/jobs/obstructed.lock");
        assertThat(start(host, job("obstructed", "touch /run/obstructed"))).isInstanceOf(StartResult.NotStarted.class);
        assertThat(host.names("/run")).doesNotContain("obstructed");
        host.room.run("rmdir", "/var/lib/trivet/jobs/obstructed.lock");
    }
}
