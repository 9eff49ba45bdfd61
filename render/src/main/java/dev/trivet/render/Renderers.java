package dev.trivet.render;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of renderers, in the order in which their files are put on a master: scripts, configurations, manifests.
 *
 * {@snippet lang=java :
 * Artifacts artifacts = Renderers.standard().render(cluster);
 * artifacts.writeTo(Path.of("out"));
 * }
 *
 * @since 0.1.0
 */
public final class Renderers {

    private final List<ArtifactRenderer> renderers;

    private Renderers(List<ArtifactRenderer> renderers) {
        this.renderers = List.copyOf(renderers);
    }

    /**
     * The hardened set, with kubeadm's configuration.
     *
     * @return the set to use
     */
    public static Renderers standard() {
        return new Renderers(List.of(
                new BalancerCheckScript(),
                new HoldsVipScript(),
                new KeepalivedConfig(),
                new HaproxyConfig(),
                new KubeadmInitConfig(),
                new KubeadmJoinConfig(),
                new KeepalivedManifest(),
                new HaproxyManifest()));
    }

    /**
     * The five files of the article, directive by directive, with the article's constants wherever the spec is silent and
     * its known defects kept and what it has no place for left out ({@link
     * dev.trivet.spec.ClassicSettings}): for comparison, and for those who run its set-up.
     *
     * @return the article's set
     */
    public static Renderers classic() {
        return new Renderers(ClassicArtifact.all());
    }

    /**
     * This set with one more renderer, or with the renderer of the same path replaced by it. A new one comes before the
     * manifests, whose hashes cover the files before them; a new manifest comes last.
     *
     * @param renderer the renderer
     * @return another set
     */
    public Renderers with(ArtifactRenderer renderer) {
        var changed = new ArrayList<>(renderers);
        int replaced = changed.stream().map(ArtifactRenderer::path).toList().indexOf(renderer.path());
        if (replaced >= 0) {
            changed.set(replaced, renderer);
        } else if (isManifest(renderer)) {
            changed.add(renderer);
        } else {
            changed.add(firstManifest(), renderer);
        }
        return new Renderers(changed);
    }

    private int firstManifest() {
        return (int)
                renderers.stream().takeWhile(renderer -> !isManifest(renderer)).count();
    }

    private static boolean isManifest(ArtifactRenderer renderer) {
        return renderer.path().startsWith(NodePaths.MANIFESTS_FOLDER + "/");
    }

    /**
     * Renders every file of every master.
     *
     * @param cluster the cluster
     * @return the files
     */
    public Artifacts render(Cluster cluster) {
        var byMaster = new LinkedHashMap<String, List<Artifact>>();
        cluster.masters().forEach(master -> byMaster.put(master.name(), render(cluster, master)));
        return new Artifacts(byMaster);
    }

    private List<Artifact> render(Cluster cluster, Master master) {
        var artifacts = new ArrayList<Artifact>();
        for (ArtifactRenderer renderer : renderers) {
            renderer.render(new Target(cluster, master, artifacts))
                    .map(text -> new Artifact(renderer.path(), renderer.mode(), text))
                    .ifPresent(artifacts::add);
        }
        return artifacts;
    }

    /** The files that are rendered, a line each. */
    @Override
    public String toString() {
        return renderers.stream()
                .map(renderer -> renderer.mode() + " " + renderer.path())
                .collect(Collectors.joining("\n"));
    }
}
