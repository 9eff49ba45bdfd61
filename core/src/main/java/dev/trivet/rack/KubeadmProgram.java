package dev.trivet.rack;

import dev.trivet.exec.CommandResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The commands of kubeadm that end at once. */
record KubeadmProgram(Simulation simulation, MachineState machine) {

    private static final Duration TOKEN_LASTS = Duration.ofDays(1);

    CommandResult.Finished run(List<String> arguments) {
        return switch (String.join(" ", arguments.subList(0, Math.min(2, arguments.size())))) {
            case "config images" -> pullImages();
            case "token create" -> createToken(arguments);
            case "token list" -> listTokens();
            case "token delete" -> deleteTokens(arguments.subList(2, arguments.size()));
            case "init phase" -> uploadCertificates(arguments);
            case "version -o" -> Programs.printed(simulation.cluster().kubernetesVersion() + "\n");
            default -> Programs.failed(1, "kubeadm: \"" + String.join(" ", arguments) + "\" is not simulated");
        };
    }

    private CommandResult.Finished pullImages() {
        var version = simulation.cluster().kubernetesVersion();
        var images = List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kube-proxy").stream()
                .map(name -> "registry.k8s.io/" + name + ":" + version)
                .toList();
        machine.images().addAll(images);
        simulation.tally().wrote(1);
        return Programs.printed(images.stream()
                .map(image -> "[config/images] Pulled " + image + "\n")
                .collect(Collectors.joining()));
    }

    private CommandResult.Finished createToken(List<String> arguments) {
        return inCluster(kube -> {
            simulation.tally().wrote(1);
            var ttl = option(arguments, "--ttl");
            var lasts = ttl.isEmpty() ? TOKEN_LASTS : Duration.parse("PT" + ttl);
            return kube.tokens().mint(simulation.clock(machine), lasts, option(arguments, "--description")) + "\n";
        });
    }

    private CommandResult.Finished listTokens() {
        return inCluster(kube -> "TOKEN                     TTL   EXPIRES   USAGES   DESCRIPTION\n"
                + kube.tokens().listed(simulation.now()).stream()
                        .map(token -> token.text() + "   " + Duration.between(simulation.now(), token.expires()) + "   "
                                + token.expires() + "   authentication,signing   " + token.description() + "\n")
                        .collect(Collectors.joining()));
    }

    private CommandResult.Finished deleteTokens(List<String> ids) {
        return inCluster(kube -> {
            simulation.tally().wrote(1);
            return ids.stream()
                    .filter(kube.tokens()::revoke)
                    .map(id -> "bootstrap token \"" + id + "\" deleted\n")
                    .collect(Collectors.joining());
        });
    }

    private CommandResult.Finished uploadCertificates(List<String> arguments) {
        if (!arguments.contains("upload-certs") || !arguments.contains("--upload-certs")) {
            return Programs.failed(1, "kubeadm: only the phase upload-certs is simulated by itself");
        }
        return inCluster(kube -> {
            simulation.tally().wrote(1);
            return "[upload-certs] Storing the certificates in Secret \"kubeadm-certs\" in the \"kube-system\""
                    + " Namespace\n"
                    + "[upload-certs] Using certificate key:\n"
                    + kube.tokens().uploadCertificates(simulation.clock(machine)) + "\n";
        });
    }

    /** What a command does to the cluster, and prints. */
    private interface Act {
        String on(KubeCluster kube);
    }

    /** By the administrator's kubeconfig and the control-plane endpoint. */
    private CommandResult.Finished inCluster(Act act) {
        if (!machine.files().has(Paths.ADMIN_CONF)) {
            return Programs.failed(
                    1, "failed to load admin kubeconfig: open " + Paths.ADMIN_CONF + ": no such file or directory");
        }
        return simulation
                .services()
                .front()
                .map(kube -> Programs.printed(act.on(kube)))
                .orElseGet(() -> Programs.failed(1, "timed out waiting for the condition"));
    }

    private static String option(List<String> arguments, String name) {
        int at = arguments.indexOf(name) + 1;
        return at > 0 && at < arguments.size() ? arguments.get(at) : "";
    }
}
