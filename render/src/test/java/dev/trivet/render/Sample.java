package dev.trivet.render;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.render.GoldenCase.Style;
import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/** What one master gets, as it is shown to real software. */
record Sample(Cluster cluster, Style style, Master master, List<Artifact> files) {

    private static final int BATCH = 20;

    /** Every master of every golden tree. */
    static List<Sample> ofGoldens() {
        var samples = new ArrayList<Sample>();
        for (GoldenCase.Tree tree : GoldenCase.trees()) {
            var cluster = tree.golden().cluster();
            cluster.masters().forEach(master -> samples.add(of(cluster, tree.style(), master)));
        }
        return samples;
    }

    /** Lists of arbitrary clusters, so that a program is started once for many. */
    static Arbitrary<List<ClusterSpec>> batches() {
        return ClusterSpecs.valid().list().ofSize(BATCH);
    }

    /** One master of every cluster, in both styles; not the same place in each. */
    static List<Sample> of(List<ClusterSpec> specs) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < specs.size(); i++) {
            var cluster = specs.get(i).validate().orThrow();
            var master = cluster.masters().get(i % cluster.masters().size());
            Stream.of(Style.values()).forEach(style -> samples.add(of(cluster, style, master)));
        }
        return samples;
    }

    private static Sample of(Cluster cluster, Style style, Master master) {
        return new Sample(cluster, style, master, style.render(cluster).of(master.name()));
    }

    String text(String path) {
        return below(path).of(master.name(), path).text();
    }

    /** The files in a folder, or one file. */
    Artifacts below(String path) {
        return new Artifacts(Map.of(
                master.name(),
                files.stream().filter(file -> file.path().startsWith(path)).toList()));
    }

    /** Whether VRRP itself runs over IPv6, where there is no version 2. */
    boolean isIpv6First() {
        return cluster.virtualRouter().address().family() == AddressFamily.IPV6;
    }

    @Override
    public String toString() {
        return style.folder() + " files of " + master.name() + " in\n" + cluster;
    }
}
