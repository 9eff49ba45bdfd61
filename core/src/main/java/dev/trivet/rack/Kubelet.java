package dev.trivet.rack;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A machine's kubelet: runs a pod for every manifest, once kubeadm has given it its settings, and a new one for a new text. */
final class Kubelet {

    private final Map<StaticPod, RunningPod> pods = new EnumMap<>(StaticPod.class);
    private long nextId = 1000;

    /** A pod with its main process, which has read its configuration when it was started. */
    record RunningPod(String manifest, String configuration, long id, Instant readyAt) {}

    /** Looks at the files; returns whether a pod was started. */
    boolean sync(FileTree files, Instant now) {
        boolean started = false;
        for (StaticPod pod : StaticPod.values()) {
            var manifest = files.find(pod.manifest());
            var configuration = files.find(pod.needed());
            if (!isConfigured(files) || manifest.isEmpty() || configuration.isEmpty()) {
                pods.remove(pod);
                continue;
            }
            var text = manifest.get().text();
            if (find(pod).filter(running -> running.manifest().equals(text)).isEmpty()) {
                pods.put(pod, new RunningPod(text, configuration.get().text(), nextId++, now.plus(pod.startUp())));
                started = true;
            }
        }
        return started;
    }

    static boolean isConfigured(FileTree files) {
        return files.has(Paths.KUBELET_SETTINGS);
    }

    Optional<RunningPod> find(StaticPod pod) {
        return Optional.ofNullable(pods.get(pod));
    }

    /** The next look at the files starts it anew. */
    void stop(StaticPod pod) {
        pods.remove(pod);
    }

    void stopAll() {
        pods.clear();
    }
}
