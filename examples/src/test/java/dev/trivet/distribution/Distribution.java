package dev.trivet.distribution;

import dev.trivet.artifact.Artifact;
import dev.trivet.exec.PutResult;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.render.Renderers;
import dev.trivet.spec.Master;
import dev.trivet.ssh.HostKeys;
import dev.trivet.ssh.SshExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The program that is measured: puts all files on all hosts, side by side, and ends. */
final class Distribution {

    private final List<Master> hosts;
    private final Function<Master, List<Artifact>> files;

    private Distribution(List<Master> hosts, Function<Master, List<Artifact>> files) {
        this.hosts = hosts;
        this.files = files;
    }

    /**
     * Runs it; ends with status 1 where a host was not served.
     *
     * @param arguments the key, the known hosts, how many hosts, and a folder with every host's files; without the folder,
     *     they are rendered
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
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
        var rendered = new HashMap<Master, List<Artifact>>();
        for (var cluster : clusters.all()) {
            var artifacts = Renderers.standard().render(cluster);
            cluster.masters().forEach(master -> rendered.put(master, artifacts.of(master.name())));
        }
        return new Distribution(clusters.hosts(), host -> Objects.requireNonNull(rendered.get(host)));
    }

    private static Distribution read(Clusters clusters, Path folder) {
        return new Distribution(clusters.hosts(), host -> new FileTree(folder.resolve(host.name())).artifacts());
    }

    private PutResult put(SshExecutor ssh, Master host) {
        var wanted = files.apply(host).stream()
                .map(artifact -> new FileChange(artifact, new FileFacts.NotAsked()))
                .toList();
        return ssh.put(host, wanted);
    }

    /** Puts the files and returns how many were written. */
    int put(SshExecutor ssh) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(hosts.size());
        try {
            List<Callable<PutResult>> work = hosts.stream()
                    .<Callable<PutResult>>map(host -> () -> put(ssh, host))
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
        var threads = Executors.newFixedThreadPool(hosts.size());
        try {
            long start = System.nanoTime();
            var others = new ArrayList<Future<PutResult>>();
            hosts.forEach(host -> {
                Future<PutResult> result = threads.submit(() -> put(ssh, host));
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
