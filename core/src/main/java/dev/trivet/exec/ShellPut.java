package dev.trivet.exec;

import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.plan.Hashes;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Puts files by a script. */
final class ShellPut {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    /** The first octet behind those of printable ASCII. */
    private static final int DELETE = 0x7f;

    private final NodeExecutor executor;

    ShellPut(NodeExecutor executor) {
        this.executor = executor;
    }

    PutResult put(Master master, List<FileChange> changes) {
        var input = new StringBuilder();
        changes.forEach(change -> append(input, change));
        input.append("end\n");
        var command =
                Script.PUT.command().withInput(Secret.of(input.toString())).withDeadline(DEADLINE);
        var result = executor.run(master, command, line -> {});
        if (result instanceof CommandResult.NotRun notRun) {
            return new PutResult.Refused(notRun.reason());
        } else if (result instanceof CommandResult.Unknown unknown) {
            return new PutResult.Unclear(unknown.reason());
        }
        return read((CommandResult.Finished) result);
    }

    private static void append(StringBuilder input, FileChange change) {
        var artifact = change.artifact();
        input.append(artifact.path()).append('\n');
        input.append(Integer.toOctalString(artifact.mode().bits())).append('\n');
        input.append(Hashes.sha256(artifact.bytes())).append('\n');
        input.append(expected(change.before())).append("\n.");
        for (byte octet : artifact.bytes()) {
            append(input, octet);
        }
        input.append('\n');
    }

    /** As printf's %b reads it: a line of printable ASCII, which no shell takes for anything else. */
    private static void append(StringBuilder input, byte octet) {
        if (octet == '\n') {
            input.append("\\n");
        } else if (octet == '\\') {
            input.append("\\\\");
        } else if (octet >= ' ' && octet < DELETE) {
            input.append((char) octet);
        } else {
            input.append(String.format(Locale.ROOT, "\\0%03o", octet & 0xff));
        }
    }

    private static String expected(FileFacts before) {
        if (before instanceof FileFacts.Present file) {
            return file.sha256();
        }
        return before instanceof FileFacts.NotAsked ? "any" : "absent";
    }

    private static PutResult read(CommandResult.Finished finished) {
        var lines = finished.output().lines().toList();
        var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        if (finished.succeeded() && last.equals("end")) {
            return new PutResult.Done(lines.stream()
                    .filter(line -> line.startsWith("written "))
                    .map(line -> line.substring("written ".length()))
                    .toList());
        } else if (last.startsWith("refused ")) {
            return new PutResult.Refused(last.substring("refused ".length()));
        }
        return new PutResult.Unclear(
                (last.startsWith("failed ") ? last.substring("failed ".length()) : "the script " + finished)
                        + Shell.errors(finished));
    }
}
