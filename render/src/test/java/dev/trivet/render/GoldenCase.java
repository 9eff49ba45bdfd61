package dev.trivet.render;

import dev.trivet.artifact.Artifacts;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A cluster whose rendered files stand in the repository. */
record GoldenCase(String name, List<Style> styles) {

    static final Path FOLDER = Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/golden");
    static final String SPEC = "cluster.yaml";

    /** The two sets of renderers, each with a tree of its own. */
    enum Style {
        STANDARD,
        CLASSIC;

        Artifacts render(Cluster cluster) {
            return (this == STANDARD ? Renderers.standard() : Renderers.classic()).render(cluster);
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One tree of one case. */
    record Tree(GoldenCase golden, Style style) {

        Path folder() {
            return golden.folder().resolve(style.folder());
        }

        Artifacts render() {
            return style.render(golden.cluster());
        }

        @Override
        public String toString() {
            return golden.name() + ", " + style.folder();
        }
    }

    static List<GoldenCase> all() {
        return List.of(
                both("three-masters"),
                new GoldenCase("article", List.of(Style.CLASSIC)),
                standard("five-masters"),
                both("ipv6"),
                both("dual-stack"),
                both("custom-ports-and-images"),
                standard("kubeadm-v1beta2"),
                standard("kubeadm-v1beta3"),
                standard("kubeadm-v1beta4"),
                both("multicast-vrrp2"),
                standard("endpoint-name"));
    }

    static List<Tree> trees() {
        return all().stream()
                .flatMap(golden -> golden.styles().stream().map(style -> new Tree(golden, style)))
                .toList();
    }

    Path folder() {
        return FOLDER.resolve(name);
    }

    Cluster cluster() {
        return ClusterYaml.read(folder().resolve(SPEC)).validate().orThrow();
    }

    private static GoldenCase standard(String name) {
        return new GoldenCase(name, List.of(Style.STANDARD));
    }

    private static GoldenCase both(String name) {
        return new GoldenCase(name, List.of(Style.values()));
    }

    @Override
    public String toString() {
        return name;
    }
}
