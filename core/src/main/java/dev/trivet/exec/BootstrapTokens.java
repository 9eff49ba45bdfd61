package dev.trivet.exec;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The bootstrap tokens of a cluster, none of which may outlive the run that needed it. Only one that is killed between a last
 * join's end and this leaves one behind, which expires half an hour after it was made.
 */
record BootstrapTokens(Workbench bench, String at) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** A token's name, which is no secret, where it can be used to join. */
    private static final Pattern JOINING = Pattern.compile("(?m)^([a-z0-9]{6})\\.[a-z0-9]{16}.*\\bauthentication\\b");

    /** One whose description says that it is ours. */
    private static final Pattern OURS = Pattern.compile("(?m)^([a-z0-9]{6})\\.[a-z0-9]{16}.*\\sTrivet: ");

    /** In a cluster just made, no other than kubeadm init's own can be there. */
    void revokeAll() throws InterruptedException {
        revoke(JOINING);
    }

    /** Those of runs that were cut off before they could do it. */
    void revokeOurs() throws InterruptedException {
        revoke(OURS);
    }

    private void revoke(Pattern pattern) throws InterruptedException {
        var list = Command.of("kubeadm", "token", "list").withSecretOutput().withDeadline(LONGEST);
        if (bench.executor().run(bench.master(at), list, line -> {}) instanceof CommandResult.Finished finished) {
            pattern.matcher(finished.output())
                    .results()
                    .forEach(found -> bench.runQuietly(at, Command.of("kubeadm", "token", "delete", found.group(1))));
        }
        Workbench.giveUpWhenInterrupted();
    }
}
