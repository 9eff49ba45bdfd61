package dev.trivet.exec;

import dev.trivet.plan.Redaction;
import java.util.List;

/** What the shell's ends have in common. */
final class Shell {

    private Shell() {}

    /** The end of what was written to standard error, as the end of a sentence. */
    static String errors(CommandResult.Finished finished) {
        var last = lastLine(finished.errors());
        return last.isEmpty() ? "" : ": " + Redaction.of(last);
    }

    static String lastLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Why there is no result, or how it ended. */
    static String reason(CommandResult result) {
        if (result instanceof CommandResult.NotRun notRun) {
            return notRun.reason();
        } else if (result instanceof CommandResult.Unknown unknown) {
            return unknown.reason();
        }
        var finished = (CommandResult.Finished) result;
        return finished + errors(finished);
    }
}
