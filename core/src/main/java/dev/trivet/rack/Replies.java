package dev.trivet.rack;

import dev.trivet.exec.CommandResult;
import dev.trivet.exec.FollowResult;
import dev.trivet.exec.HoldResult;
import dev.trivet.exec.Inspection;
import dev.trivet.exec.PutResult;
import dev.trivet.exec.StartResult;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * How a kind of operation says that it went wrong.
 *
 * @param notRun it never reached the master
 * @param unknown nobody knows
 * @param refused the master could not do it
 * @param ended there is an exit code and nothing else
 * @param length how many bytes a reply has on its way
 */
record Replies<T>(
        Function<String, T> notRun,
        Function<String, T> unknown,
        Function<String, T> refused,
        IntFunction<T> ended,
        ToLongFunction<T> length) {

    /** An inspection's answer, or a job's output: more than comes at a byte a second before anybody's deadline. */
    private static final long LONG = 10_000;

    static final Replies<CommandResult> RUN = new Replies<>(
            CommandResult.NotRun::new,
            CommandResult.Unknown::new,
            reason -> new CommandResult.Finished(1, "", reason),
            code -> new CommandResult.Finished(code, "", ""),
            result -> result instanceof CommandResult.Finished finished
                    ? finished.output().length() + finished.errors().length()
                    : 0);

    static final Replies<Inspection> INSPECT = new Replies<>(
            Inspection.Silent::new,
            Inspection.Silent::new,
            Inspection.Silent::new,
            code -> new Inspection.Silent(Replies.cutOff(code)),
            result -> LONG);

    static final Replies<PutResult> PUT = new Replies<>(
            PutResult.Refused::new,
            PutResult.Unclear::new,
            PutResult.Refused::new,
            code -> new PutResult.Unclear(Replies.cutOff(code)),
            result -> result instanceof PutResult.Done done
                    ? "end\n".length()
                            + String.join(" written\n", done.written()).length()
                    : "refused".length());

    static final Replies<StartResult> START = new Replies<>(
            StartResult.NotStarted::new,
            StartResult.Unclear::new,
            StartResult.NotStarted::new,
            code -> code == 0
                    ? new StartResult.Unclear(Replies.cutOff(code))
                    : new StartResult.NotStarted("the job cannot be prepared"),
            result -> "started\n".length());

    static final Replies<FollowResult> FOLLOW = new Replies<>(
            FollowResult.Unclear::new,
            FollowResult.Unclear::new,
            FollowResult.Unclear::new,
            code -> new FollowResult.Unclear(Replies.cutOff(code)),
            result -> LONG);

    static final Replies<HoldResult> HOLD = new Replies<>(
            HoldResult.Failed::new,
            HoldResult.Failed::new,
            HoldResult.Failed::new,
            code -> new HoldResult.Failed(Replies.cutOff(code)),
            result -> "held\n".length());

    private static String cutOff(int code) {
        return "the answer is cut off, ended with " + code;
    }
}
