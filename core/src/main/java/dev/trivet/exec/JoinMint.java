package dev.trivet.exec;

import dev.trivet.plan.Authority;
import dev.trivet.plan.NodeFiles;
import dev.trivet.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Mints what one join needs, on a master that is complete. */
record JoinMint(Workbench bench, Step.JoinMaster step, String at) {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** So long, and not the 5 s that a run may take to be given up. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private static final Pattern TOKEN = Pattern.compile("(?m)^([a-z0-9]{6}\\.[a-z0-9]{16})\\s*$");
    private static final Pattern KEY = Pattern.compile("(?m)^([0-9a-f]{64})\\s*$");

    JoinSecrets mint(Authority authority) throws StepFailedException, InterruptedException {
        var token = secret(tokenCommand(), TOKEN, "bootstrap token");
        try {
            return new JoinSecrets(token, secret(keyCommand(), KEY, "certificate key"), authority);
        } catch (StepFailedException | InterruptedException e) {
            revoke(token);
            throw e;
        }
    }

    /** Whoever gives up waits for a moment only: a token that is left expires. */
    void revoke(Secret token) {
        var command = Command.of("kubeadm", "token", "delete", JoinSecrets.nameOf(token));
        if (Thread.currentThread().isInterrupted()) {
            Workbench.uninterrupted(() -> bench.runQuietly(at, command.withDeadline(MOMENT)));
        } else {
            bench.runQuietly(at, command);
        }
    }

    private Command tokenCommand() {
        return Command.of(
                "kubeadm", "token", "create", "--ttl", "30m", "--description", "Trivet: join of " + step.master());
    }

    /** Without its configuration, kubeadm asks the internet which version is the newest. */
    private Command keyCommand() {
        var arguments = new ArrayList<>(List.of("init", "phase", "upload-certs", "--upload-certs"));
        Optional<String> config = bench.artifacts().of(at).stream()
                .map(artifact -> artifact.path())
                .filter(NodeFiles.KUBEADM_INIT::equals)
                .findFirst();
        config.ifPresent(path -> arguments.addAll(List.of("--config", path)));
        return Command.of("kubeadm", arguments.toArray(String[]::new));
    }

    private Secret secret(Command command, Pattern pattern, String name)
            throws StepFailedException, InterruptedException {
        var finished = bench.run(step, at, command.withSecretOutput().withDeadline(LONGEST));
        var matcher = pattern.matcher(finished.output());
        if (!matcher.find()) {
            throw new StepFailedException(
                    at + ": " + command + " printed no " + name, "run it there by hand to see what is wrong");
        }
        return Secret.of(matcher.group(1));
    }
}
