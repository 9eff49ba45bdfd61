package dev.trivet.distribution;

import dev.trivet.artifact.Artifact;
import dev.trivet.exec.PutResult;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Master;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The program that is measured: puts all files on all hosts, side by side, and ends. */
final class Distribution {

    private final Map<Master, List<FileChange>> changes = new HashMap<>();

    private Distribution() {}

    /**
     * Runs it; ends with status 1 where a host was not served.
     *
     * @param arguments the key, the known hosts, how many hosts, and a folder with every host's files; without the folder,
     *     they are rendered
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var clusters = new Clusters(Integer.parseInt(arguments[2]));
        var distribution = arguments.length > 3 ? read(clusters, Path.of(arguments[3])) : render(clusters);
        try (var ssh = open(Path.of(arguments[0]), Path.of(arguments[1]))) {
            distribution.put(ssh);
        }
        System.exit(0);
    }

    static SshExecutor open(Path key, Path knownHosts) {
        return SshExecutor.as("root")
                .identity(key)
                .trusting(HostKeys.knownHosts(knownHosts))
                .open();
    }

    static Distribution render(Clusters clusters) {
        var distribution = new Distribution();
        var hosts = clusters.hosts();
        for (var cluster : clusters.all()) {
            var artifacts = Renderers.standard().render(cluster);
            cluster.masters().stream()
                    .filter(hosts::contains)
                    .forEach(master -> distribution.add(master, artifacts.of(master.name())));
        }
        return distribution;
    }

    private static Distribution read(Clusters clusters, Path folder) throws IOException {
        var distribution = new Distribution();
        for (Master host : clusters.hosts()) {
            distribution.add(host, new FileTree(folder.resolve(host.name())).artifacts());
        }
        return distribution;
    }

    private void add(Master host, List<Artifact> artifacts) {
        var wanted = artifacts.stream()
                .map(artifact -> new FileChange(artifact, new FileFacts.NotAsked()))
                .toList();
        changes.put(host, wanted);
    }

    /** Puts the files and returns how many were written. */
    int put(SshExecutor ssh) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(changes.size());
        try {
            List<Callable<PutResult>> work = changes.entrySet().stream()
                    .<Callable<PutResult>>map(entry -> () -> ssh.put(entry.getKey(), entry.getValue()))
                    .toList();
            int written = 0;
            for (Future<PutResult> result : threads.invokeAll(work)) {
                written += written(result.get());
            }
            return written;
        } finally {
            threads.shutdown();
        }
    }

    /** How long it takes until all hosts but one are served. */
    Duration putOnOthers(SshExecutor ssh, Master last) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(changes.size());
        try {
            long start = System.nanoTime();
            var others = new ArrayList<Future<PutResult>>();
            changes.forEach((host, wanted) -> {
                Future<PutResult> result = threads.submit(() -> ssh.put(host, wanted));
                if (!host.equals(last)) {
                    others.add(result);
                }
            });
            for (Future<PutResult> result : others) {
                written(result.get());
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            threads.shutdown();
        }
    }

    private static int written(PutResult result) {
        if (result instanceof PutResult.Done done) {
            return done.written().size();
        }
        throw new IllegalStateException(result.toString());
    }
}
