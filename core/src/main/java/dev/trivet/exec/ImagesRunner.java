package dev.trivet.exec;

import dev.trivet.plan.ImageScope;
import dev.trivet.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pulls images. */
record ImagesRunner(Workbench bench) {

    private static final Duration LONGEST = Duration.ofMinutes(20);

    void run(Step.PullImages step) throws StepFailedException, InterruptedException {
        if (step.scope() == ImageScope.ALL) {
            pullKubernetes(step);
        }
        for (String image : step.images()) {
            bench.run(step, step.master(), pull(image).withDeadline(LONGEST));
        }
    }

    /** It asks the registry for images that are there as well; kubeadm init and join do not, and say what they miss. */
    private void pullKubernetes(Step.PullImages step) throws InterruptedException {
        try {
            bench.run(step, step.master(), kubernetes().withDeadline(LONGEST));
        } catch (StepFailedException e) {
            bench.progress(step, e.failure().problem() + "; going on, for kubeadm itself pulls only what is not there");
        }
    }

    private Command kubernetes() {
        var cluster = bench.cluster();
        var arguments = new ArrayList<>(List.of(
                "config",
                "images",
                "pull",
                "--kubernetes-version",
                cluster.kubernetesVersion().toString()));
        cluster.kubeadm().imageRepository().ifPresent(repository -> {
            arguments.add("--image-repository");
            arguments.add(repository);
        });
        cluster.kubeadm().criSocket().ifPresent(socket -> {
            arguments.add("--cri-socket");
            arguments.add(socket);
        });
        return Command.of("kubeadm", arguments.toArray(String[]::new));
    }

    private Command pull(String image) {
        return bench.cluster()
                .kubeadm()
                .criSocket()
                .map(socket -> Command.of("crictl", "-r", withScheme(socket), "pull", image))
                .orElseGet(() -> Command.of("crictl", "pull", image));
    }

    /** For crictl, dockershim's socket, which kubeadm knows as a path, is one like any other. */
    private static String withScheme(String socket) {
        return socket.startsWith("/") ? "unix://" + socket : socket;
    }
}
