package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.Artifacts;
import dev.trivet.artifact.Placeholder;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.KubeadmApi;
import dev.trivet.spec.Master;
import dev.trivet.spec.Subnet;
import dev.trivet.testing.ClusterSpecs;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** kubeadm is told each value in the form that its version reads, on the master that needs it. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class RenderedKubeadmTest {

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final String MANIFESTS_CHECK = "DirAvailable--etc-kubernetes-manifests";

    @Property
    void theFirstMasterInitialisesAndTheOthersJoin(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var files = Renderers.standard().render(cluster);
        for (Master master : cluster.masters()) {
            boolean first = master.equals(cluster.masters().get(0));
            assertThat(files.of(master.name()))
                    .extracting(Artifact::path)
                    .filteredOn(path -> path.startsWith("/etc/trivet/"))
                    .containsExactly(first ? NodePaths.KUBEADM_INIT : NodePaths.KUBEADM_JOIN);
        }
    }

    @Property
    void placeholdersStandInTheJoinFileAlone(@ForAll("specs") ClusterSpec spec) {
        var files = Renderers.standard().render(spec.validate().orThrow());
        files.masters().stream()
                .flatMap(master -> files.of(master).stream())
                .forEach(file -> assertThat(file.placeholders())
                        .as(file.path())
                        .containsExactlyInAnyOrder(
                                file.path().equals(NodePaths.KUBEADM_JOIN)
                                        ? Placeholder.values()
                                        : new Placeholder[0]));
    }

    /** kubeadm makes the token itself where none is given. */
    @Property
    void theTokenOfInitIsKnownAsOursAndSoonOver(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var init = documents(
                        Renderers.standard().render(cluster), cluster.masters().get(0))
                .get(0);
        var tokens = init.get("bootstrapTokens");
        assertThat(tokens).hasSize(1);
        assertThat(tokens.get(0).propertyNames()).containsExactlyInAnyOrder("description", "ttl");
        assertThat(tokens.get(0).get("description").stringValue()).startsWith("Trivet: ");
        assertThat(tokens.get(0).get("ttl").stringValue()).isEqualTo("30m");
    }

    @Property
    void everyNodeIsRegisteredUnderItsOwnNameAndAddress(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var files = Renderers.standard().render(cluster);
        for (Master master : cluster.masters()) {
            var document = documents(files, master).get(0);
            var endpoint = document.at(document.has("controlPlane") ? "/controlPlane" : "")
                    .get("localAPIEndpoint");
            assertThat(endpoint.get("advertiseAddress").stringValue())
                    .isEqualTo(master.address().toString());
            assertThat(endpoint.get("bindPort").intValue()).isEqualTo(cluster.apiServerPort());
            var registration = document.get("nodeRegistration");
            assertThat(registration.get("name").stringValue()).isEqualTo(master.name());
            assertThat(nodeIp(registration.get("kubeletExtraArgs"), cluster))
                    .isEqualTo(
                            master.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(",")));
        }
    }

    /** By that very path kubeadm before 1.24 knows Docker; any other is a runtime's, and wants its scheme. */
    @Property
    void theSocketIsAUrlExceptDockershims(@ForAll("specs") ClusterSpec spec, @ForAll("sockets") String socket) {
        var cluster = spec.withKubeadm(spec.kubeadm().withCriSocket(socket))
                .validate()
                .orThrow();
        var files = Renderers.standard().render(cluster);
        for (Master master : cluster.masters()) {
            assertThat(documents(files, master)
                            .get(0)
                            .at("/nodeRegistration/criSocket")
                            .stringValue())
                    .isEqualTo(
                            socket.equals("/var/run/dockershim.sock")
                                    ? socket
                                    : "unix://" + socket.replaceFirst("unix://", ""));
        }
    }

    @Provide
    Arbitrary<String> sockets() {
        return Arbitraries.of(
                "/var/run/dockershim.sock",
                "/var/run/dockershim.sock2",
                "/run/dockershim.sock",
                "unix:///var/run/dockershim.sock",
                "/run/containerd/containerd.sock");
    }

    @Property
    void theManifestsCheckIsIgnoredOnJoinsOfOldVersionsOnly(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var files = Renderers.standard().render(cluster);
        for (Master master : cluster.masters()) {
            boolean old = cluster.kubernetesVersion().minor() < 23;
            boolean joins = !master.equals(cluster.masters().get(0));
            var ignored = documents(files, master).get(0).at("/nodeRegistration/ignorePreflightErrors");
            assertThat(texts(ignored).contains(MANIFESTS_CHECK)).isEqualTo(old && joins);
            assertThat(texts(ignored)).containsAll(cluster.kubeadm().ignorePreflightErrors());
        }
    }

    @Property
    void theClusterIsDescribedOnceWithEveryName(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var first = cluster.masters().get(0);
        var document = documents(Renderers.standard().render(cluster), first).get(1);
        var host = spec.endpointName().orElse(cluster.virtualRouter().address().inUrl());
        assertThat(document.get("controlPlaneEndpoint").stringValue())
                .isEqualTo(host + ":" + cluster.balancer().port());
        assertThat(document.get("kubernetesVersion").stringValue()).startsWith("v1.");
        assertThat(texts(document.at("/apiServer/certSANs"))).isEqualTo(cluster.certSans());
        assertThat(texts(document.at("/apiServer/certSANs")))
                .containsAll(spec.endpointName().stream().toList());
        cluster.masters().forEach(master -> assertThat(cluster.certSans()).contains(master.name()));
        assertThat(document.at("/networking/podSubnet").stringValue())
                .isEqualTo(cluster.network().podSubnets().stream()
                        .map(Subnet::toString)
                        .collect(Collectors.joining(",")));
    }

    @Property
    void aJoinFileNamesNoOtherMaster(@ForAll("specs") ClusterSpec spec) {
        var cluster = spec.validate().orThrow();
        var files = Renderers.standard().render(cluster);
        cluster.masters().stream().skip(1).forEach(master -> {
            var document = documents(files, master).get(0);
            assertThat(document.at("/discovery/bootstrapToken/apiServerEndpoint")
                            .stringValue())
                    .isEqualTo(cluster.endpoint().toString());
            var text = files.of(master.name(), NodePaths.KUBEADM_JOIN).text();
            var words = List.of(text.split("[\\s\",]+"));
            cluster.masters().stream()
                    .filter(other -> !other.equals(master))
                    .forEach(other -> other.addresses()
                            .forEach(address -> assertThat(words).doesNotContain(address.toString())));
        });
    }

    @Provide
    Arbitrary<ClusterSpec> specs() {
        return ClusterSpecs.valid();
    }

    private static List<JsonNode> documents(Artifacts files, Master master) {
        var path = files.of(master.name()).stream()
                .map(Artifact::path)
                .filter(name -> name.startsWith("/etc/trivet/"))
                .findFirst()
                .orElseThrow();
        var text = files.of(master.name(), path).text();
        return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
    }

    /** A list of names and values from v1beta4 on, a mapping before. */
    private static String nodeIp(JsonNode arguments, Cluster cluster) {
        if (cluster.kubeadm().configApi() == KubeadmApi.V1BETA4) {
            assertThat(arguments.at("/0/name").stringValue()).isEqualTo("node-ip");
            return arguments.at("/0/value").stringValue();
        }
        return arguments.get("node-ip").stringValue();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
