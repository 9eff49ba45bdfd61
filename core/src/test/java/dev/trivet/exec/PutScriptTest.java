package dev.trivet.exec;

import static dev.trivet.exec.ShellHost.change;
import static dev.trivet.exec.ShellHost.newFile;
import static dev.trivet.exec.ShellHost.replace;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.FileMode;
import dev.trivet.harness.Patience;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are put for real, under each shell. */
@Tag("real-tools")
class PutScriptTest {

    private static final Duration PLENTY = Duration.ofMinutes(5);

    private static FileFacts seen(String text) {
        return new FileFacts.Present(
                Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)), "644", "0:0", Optional.of(text));
    }

    private static void assertRefused(PutResult result, String path, String reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        PutResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains(path, reason));
    }

    @ParameterizedTest
    @EnumSource
    void putsTextModeAndOwner(Shells shell) throws IOException {
        var host = ShellHost.of(shell);
        var text = "ä \\ ' \" $HOME `id` %s \\c \\0101 \0001 \r\u007f\n\n \tlast, without an end";
        var result = host.put(
                change("/etc/new/deep/script.sh", FileMode.PRIVATE_SCRIPT, text, new FileFacts.Absent()),
                change("/etc/new/secret.conf", FileMode.PRIVATE, "", new FileFacts.Absent()),
                change("/etc/new/long.conf", FileMode.PUBLIC, "line\n".repeat(20_000), new FileFacts.NotAsked()));
        assertThat(result)
                .isEqualTo(new PutResult.Done(
                        List.of("/etc/new/deep/script.sh", "/etc/new/secret.conf", "/etc/new/long.conf")));
        assertThat(host.text("/etc/new/deep/script.sh")).isEqualTo(text);
        assertThat(host.text("/etc/new/secret.conf")).isEmpty();
        assertThat(host.text("/etc/new/long.conf")).hasSize(100_000);
        assertThat(mode(host, "/etc/new/deep/script.sh")).isEqualTo("rwx------");
        assertThat(mode(host, "/etc/new/secret.conf")).isEqualTo("rw-------");
        assertThat(mode(host, "/etc/new/deep")).as("a pod's user reads it").isEqualTo("rwxr-xr-x");
        assertThat(host.names("/etc/new")).containsExactly("deep", "long.conf", "secret.conf");
    }

    private static String mode(ShellHost host, String path) throws IOException {
        assertThat(Files.getAttribute(host.path(path), "unix:uid")).isEqualTo(0);
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(host.path(path)));
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatIsRight(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/right/a", "a\n"), newFile("/etc/right/b", "b\n"));
        var before = host.identity("/etc/right/a");
        var folder = host.identity("/etc/right");
        assertThat(host.put(newFile("/etc/right/a", "a\n"), replace("/etc/right/b", "b\n")))
                .isEqualTo(new PutResult.Done(List.of()));
        assertThat(host.identity("/etc/right/a")).isEqualTo(before);
        assertThat(host.identity("/etc/right")).isEqualTo(folder);
    }

    @ParameterizedTest
    @EnumSource
    void mendsModeAndOwnerAlone(Shells shell) throws IOException {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/mode/a", "a\n"));
        host.room.run("chmod", "666", "/etc/mode/a");
        host.room.run("chown", "7:8", "/etc/mode/a");
        assertThat(host.put(change("/etc/mode/a", FileMode.PUBLIC, "a\n", seen("a\n"))))
                .isEqualTo(new PutResult.Done(List.of("/etc/mode/a")));
        assertThat(mode(host, "/etc/mode/a")).isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @EnumSource
    void goesThroughNoSymbolicLink(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("mkdir", "-p", "/etc/target/inner", "/etc/links/real");
        host.room.run("ln", "-s", "/etc/target", "/etc/links/folder");
        host.room.run("ln", "-s", "/etc/target/inner", "/etc/links/real/inner");
        host.room.run("ln", "-s", "/etc/target/file", "/etc/links/file");
        for (String path : List.of(
                "/etc/links/folder/a", "/etc/links/folder/inner/a", "/etc/links/real/inner/a", "/etc/links/file")) {
            var result = host.put(replace("/etc/links/first", "first\n"), replace(path, "text\n"));
            assertRefused(result, path, "is a symbolic link");
        }
        assertThat(host.names("/etc/target")).containsExactly("inner");
        assertThat(host.names("/etc/target/inner")).isEmpty();
        assertThat(host.names("/etc/links")).containsExactly("file", "folder", "real");
    }

    @ParameterizedTest
    @EnumSource
    void findsALinkInEveryPlaceOfAPath(Shells shell) {
        var host = ShellHost.of(shell);
        var script = "rm -rf /etc/walk && mkdir -p /etc/beyond \"${2%/*}\" && ln -s \"$1\" \"$2\"";
        for (String link :
                List.of("/etc/walk", "/etc/walk/a", "/etc/walk/a/b", "/etc/walk/a/b/c", "/etc/walk/a/b/c/file")) {
            for (String target : List.of("/etc/beyond", "/etc/nowhere", "../etc/beyond", link)) {
                host.room.run("sh", "-c", script, "sh", target, link);
                assertRefused(host.put(replace("/etc/walk/a/b/c/file", "text\n")), link, "is a symbolic link");
            }
        }
        assertThat(host.names("/etc/beyond")).isEmpty();
        assertThat(host.path("/etc/nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void replacesNoFolderAndGoesThroughNoFile(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/odd/file", "text\n"));
        host.room.run("mkdir", "/etc/odd/folder");
        assertRefused(host.put(replace("/etc/odd/folder", "x")), "/etc/odd/folder", "is no plain file");
        assertRefused(host.put(replace("/etc/odd/file/a", "x")), "/etc/odd/file", "is no folder");
        assertThat(host.text("/etc/odd/file")).isEqualTo("text\n");
    }

    @ParameterizedTest
    @EnumSource
    void replacesNothingThatHasChangedMeanwhile(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/meanwhile/a", "theirs\n"));
        assertRefused(
                host.put(
                        newFile("/etc/meanwhile/first", "first\n"),
                        change("/etc/meanwhile/a", FileMode.PUBLIC, "ours\n", seen("old\n"))),
                "/etc/meanwhile/a",
                "it has changed meanwhile");
        assertRefused(host.put(newFile("/etc/meanwhile/a", "ours\n")), "/etc/meanwhile/a", "it has changed meanwhile");
        assertRefused(
                host.put(change("/etc/meanwhile/gone", FileMode.PUBLIC, "ours\n", seen("old\n"))),
                "/etc/meanwhile/gone",
                "it has changed meanwhile");
        assertThat(host.text("/etc/meanwhile/a")).isEqualTo("theirs\n");
        assertThat(host.names("/etc/meanwhile")).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasThereOutsideOfTheFolder(Shells shell) throws IOException {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/kept/a", "one\n"));
        host.put(change("/etc/kept/a", FileMode.PRIVATE, "two\n", seen("one\n")));
        var kept = "/var/lib/trivet/previous/etc/kept/a";
        assertThat(host.text(kept)).isEqualTo("one\n");
        assertThat(mode(host, kept)).isEqualTo("rw-r--r--");
        assertThat(mode(host, "/var/lib/trivet/previous")).isEqualTo("rwx------");
        host.put(replace("/etc/kept/a", "three\n"));
        assertThat(host.text(kept)).isEqualTo("two\n");
        assertThat(host.names("/etc/kept")).containsExactly("a");
    }

    /** What one join reads, lies in memory for its secrets, and a second attempt must not bring them to the disk. */
    @ParameterizedTest
    @EnumSource
    void keepsNothingOfWhatLiesInMemory(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/run/trivet/once/a", "one\n"));
        assertThat(host.put(replace("/run/trivet/once/a", "two\n")))
                .isEqualTo(new PutResult.Done(List.of("/run/trivet/once/a")));
        assertThat(host.text("/run/trivet/once/a")).isEqualTo("two\n");
        assertThat(host.path("/var/lib/trivet/previous/run")).doesNotExist();
    }

    /** The kubelet runs whatever appears in its folder, and reads a file at the moment when it appears. */
    @ParameterizedTest
    @EnumSource
    void nothingAppearsBesideDotNamesAndWholeFiles(Shells shell) throws IOException {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/watched/a.yaml", "old\n"));
        try (var watcher = FileSystems.getDefault().newWatchService()) {
            host.path("/etc/watched").register(watcher, ENTRY_CREATE, ENTRY_MODIFY);
            host.put(replace("/etc/watched/a.yaml", "new\n".repeat(5_000)), newFile("/etc/watched/b.yaml", "b\n"));
            Files.createFile(host.path("/etc/watched/.end"));
            var seen = new ArrayList<String>();
            while (!seen.contains("ENTRY_CREATE .end")) {
                seen.addAll(events(watcher));
            }
            assertThat(seen)
                    .contains("ENTRY_CREATE a.yaml", "ENTRY_CREATE b.yaml")
                    .filteredOn(event -> !event.contains(" ."))
                    .containsOnly("ENTRY_CREATE a.yaml", "ENTRY_CREATE b.yaml");
        }
    }

    private static List<String> events(WatchService watcher) {
        try {
            var key = watcher.take();
            List<WatchEvent<?>> events = key.pollEvents();
            key.reset();
            return events.stream()
                    .map(event -> event.kind() + " " + event.context())
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while watching", e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingWhereOneFileFindsNoRoom(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("mkdir", "/etc/full");
        host.room.run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", "/etc/full");
        var result = host.put(newFile("/etc/full/small", "small\n"), newFile("/etc/full/large", "x".repeat(100_000)));
        assertRefused(result, "/etc/full/large", "it cannot be written");
        assertThat(host.names("/etc/full")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingOnAReadOnlyFileSystem(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("mkdir", "/etc/frozen");
        host.room.run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", "/etc/frozen");
        assertRefused(host.put(newFile("/etc/frozen/a", "a\n")), "/etc/frozen/a", "it cannot be written");
    }

    @ParameterizedTest
    @EnumSource
    void changesWhatTheKubeletRunsWhenItsConfigurationIsOnTheDisk(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("sh", "-c", "rm -rf /etc/kubernetes/manifests /run/sync /run/sync.log");
        var sync = "#!/bin/sh\necho $(ls /etc/kubernetes/manifests 2>/dev/null): \"$@\" >>/run/sync.log\n";
        host.room.write("/run/sync", sync.getBytes(StandardCharsets.UTF_8), "755");
        host.room.run(
                "sh",
                "-c",
                "a=/opt/applets; if [ -d $a ]; then ln -sf /run/sync $a; else mount --bind /run/sync /bin/sync; fi");
        host.put(
                newFile("/etc/kubernetes/manifests/one.yaml", "one\n"),
                newFile("/etc/one/conf", "one\n"),
                newFile("/etc/two/conf", "two\n"),
                newFile("/etc/kubernetes/manifests/two.yaml", "two\n"));
        host.room.run(
                "sh",
                "-c",
                "a=/opt/applets; if [ -d $a ]; then ln -sf \"$(command -v busybox)\" $a/sync; else umount /bin/sync; fi");
        assertThat(host.text("/run/sync.log").lines().skip(1))
                .containsExactly(
                        "one.yaml: /etc/kubernetes/manifests /etc/one /etc/two",
                        "one.yaml two.yaml: /etc/kubernetes/manifests");
    }

    /** What a run that was killed has staged is in nobody's way, nor what somebody else put in its place. */
    @ParameterizedTest
    @EnumSource
    void replacesWhatAnEarlierRunHasStaged(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/staged/victim", "untouched\n"));
        host.room.run("ln", "-s", "/etc/staged/victim", "/etc/staged/.a.trivet-new");
        assertThat(host.put(newFile("/etc/staged/a", "a\n"))).isEqualTo(new PutResult.Done(List.of("/etc/staged/a")));
        assertThat(host.text("/etc/staged/victim")).isEqualTo("untouched\n");
        assertThat(host.names("/etc/staged")).containsExactly("a", "victim");
        assertThat(Files.isSymbolicLink(host.path("/etc/staged/a"))).isFalse();
    }

    /** A connection that breaks closes the script's input, after how many bytes ever. */
    @ParameterizedTest
    @EnumSource
    void changesNothingWhereItsInputEndsTooSoon(Shells shell) {
        var host = ShellHost.of(shell);
        host.put(newFile("/etc/cut/a", "old\n"));
        var input = inputOf(host, replace("/etc/cut/a", "new a\n"), replace("/etc/cut/b", "new b\n"));
        for (int length = 0; length < input.length(); length += 29) {
            assertCutOff(host, input.substring(0, length));
        }
        assertCutOff(host, input.substring(0, input.indexOf("\nend\n") + "\nen".length()));
        assertThat(run(host, input)).endsWith("written /etc/cut/b\nend\n");
    }

    private static void assertCutOff(ShellHost host, String input) {
        assertThat(run(host, input)).as(input).contains("refused");
        assertThat(host.text("/etc/cut/a")).as(input).isEqualTo("old\n");
        assertThat(host.names("/etc/cut")).as(input).containsExactly("a");
    }

    private static String run(ShellHost host, String input) {
        var command = Script.PUT.command().withInput(Secret.of(input));
        return ((CommandResult.Finished) host.executor.run(host.master, command, line -> {})).output();
    }

    private static String inputOf(ShellHost host, FileChange... changes) {
        var inputs = new ArrayList<String>();
        new ShellPut((master, command, lines) -> {
                    inputs.add(command.input().orElseThrow().reveal());
                    return new CommandResult.NotRun("only looked at");
                })
                .put(host.master, List.of(changes));
        return inputs.get(0);
    }

    /** Whoever was cut off may be at work still, on the same names. */
    @ParameterizedTest
    @EnumSource
    void waitsForWhoeverPutsFilesNow(Shells shell) {
        var host = ShellHost.of(shell);
        host.room.run("mkdir", "-p", "/etc/busy", "/run/trivet");
        var other = "flock 9; echo ready; until [ -e /run/busy.go ]; do sleep 0.1; done; echo theirs >/etc/busy/a";
        var result = new ArrayList<CompletableFuture<PutResult>>();
        host.executor.run(host.master, Command.of("sh", "-c", "exec 9</run/trivet; " + other), line -> {
            result.add(CompletableFuture.supplyAsync(() -> host.put(newFile("/etc/busy/a", "ours\n"))));
            assertThat(Patience.until(PLENTY, () -> putIsRunning(host))).isTrue();
            host.room.run("touch", "/run/busy.go");
        });
        assertRefused(result.get(0).join(), "/etc/busy/a", "it has changed meanwhile");
        assertThat(host.text("/etc/busy/a")).isEqualTo("theirs\n");
        host.room.run("rm", "/run/busy.go");
    }

    private static boolean putIsRunning(ShellHost host) {
        return host.room
                .run("sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'")
                .contains("trivet-put");
    }

    @ParameterizedTest
    @EnumSource
    void putsNothingAtAll(Shells shell) {
        assertThat(ShellHost.of(shell).put()).isEqualTo(new PutResult.Done(List.of()));
    }
}
