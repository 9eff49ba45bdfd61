package dev.trivet.render;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.KubeadmApi;
import dev.trivet.spec.Master;
import dev.trivet.spec.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The parts that kubeadm's documents share. */
final class KubeadmDocument {

    /** Before 1.23, join refuses the manifests folder once the load balancer's manifests are in it. */
    private static final int FIRST_JOIN_WITH_MANIFESTS = 23;

    private KubeadmDocument() {}

    static ObjectNode of(KubeadmApi api, String kind) {
        return Yaml.mapping().put("apiVersion", api.apiVersion()).put("kind", kind);
    }

    /** Set outright, or kubeadm might pick up the virtual IP where it happens to be. */
    static ObjectNode localApiEndpoint(Target target) {
        return Yaml.mapping()
                .put("advertiseAddress", target.master().address().toString())
                .put("bindPort", target.cluster().apiServerPort());
    }

    static ObjectNode nodeRegistration(Target target) {
        var settings = target.cluster().kubeadm();
        var registration = Yaml.mapping().put("name", target.master().name());
        settings.criSocket().ifPresent(socket -> registration.put("criSocket", socket));
        var ignored = ignoredPreflightErrors(target);
        if (!ignored.isEmpty()) {
            var list = registration.putArray("ignorePreflightErrors");
            ignored.forEach(list::add);
        }
        putNodeIp(registration, settings.configApi(), nodeIp(target.master()));
        return registration;
    }

    static String joined(List<Subnet> subnets) {
        return subnets.stream().map(Subnet::toString).collect(Collectors.joining(","));
    }

    private static List<String> ignoredPreflightErrors(Target target) {
        Cluster cluster = target.cluster();
        var ignored = new ArrayList<>(cluster.kubeadm().ignorePreflightErrors());
        var manifests = "DirAvailable--etc-kubernetes-manifests";
        if (!target.isFirst()
                && cluster.kubernetesVersion().minor() < FIRST_JOIN_WITH_MANIFESTS
                && !ignored.contains(manifests)) {
            ignored.add(manifests);
        }
        return ignored;
    }

    private static String nodeIp(Master master) {
        return master.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(","));
    }

    /** From v1beta4 on, extra arguments are a list of names and values. */
    private static void putNodeIp(ObjectNode registration, KubeadmApi api, String nodeIp) {
        if (api == KubeadmApi.V1BETA4) {
            registration
                    .putArray("kubeletExtraArgs")
                    .addObject()
                    .put("name", "node-ip")
                    .put("value", nodeIp);
        } else {
            registration.putObject("kubeletExtraArgs").put("node-ip", nodeIp);
        }
    }
}
