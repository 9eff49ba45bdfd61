package dev.trivet.spec;

import java.time.Duration;

/** A spec in which every setting is written, as a document and as a value. */
class EverySetting {

    static final String YAML = """
            apiVersion: trivet.dev/v1alpha1
            kind: ControlPlane
            name: edge                        # RFC 1123 label
            kubernetesVersion: 1.35.9
            virtualIp:
              address: 192.168.1.50/24
              interface: eth0
              routerId: 50
            masters:
              - {name: m1, address: 192.168.1.141}
              - {name: m2, address: 192.168.1.142}
              - {name: m3, address: 192.168.1.143, priority: 160, interface: eno1}
            loadBalancer:
              port: 8443
              monitorPort: 9444
              maxConnections: 8000
              idleTimeout: 1h
            endpointName: api.example.org
            apiServer:
              port: 6443
              certSans: [10.0.0.1, "*.example.org"]
            keepalived:
              image: osixia/keepalived:2.0.20
              vrrpVersion: 3
              advertInterval: 300ms
              peers: multicast
              authPass: 42
            haproxy:
              image: haproxy:3.2
            healthCheck: {interval: 1s, timeout: 8s, fall: 1, rise: 3, weight: -100, holderBonus: 50}
            network: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/12, dnsDomain: cluster.local}
            kubeadm:
              imageRepository: registry.k8s.io
              criSocket: unix:///run/containerd/containerd.sock
              ignorePreflightErrors: [Swap, NumCPU]
              configApi: v1beta4
            """;

    private EverySetting() {}

    static ClusterSpec spec() {
        return ClusterSpec.named("edge")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of("192.168.1.50/24").onInterface("eth0").withRouterId(50))
                .master("m1", "192.168.1.141")
                .master("m2", "192.168.1.142")
                .master(MasterNode.of("m3", "192.168.1.143").withPriority(160).onInterface("eno1"))
                .loadBalancer(LoadBalancer.defaults()
                        .withPort(8443)
                        .withMonitorPort(9444)
                        .withMaxConnections(8000)
                        .withIdleTimeout(Duration.ofHours(1)))
                .endpointName("api.example.org")
                .apiServer(ApiServer.defaults().withPort(6443).withCertSans("10.0.0.1", "*.example.org"))
                .keepalived(keepalived())
                .haproxy(Haproxy.defaults().withImage("haproxy:3.2"))
                .healthCheck(healthCheck())
                .network(Network.defaults()
                        .withPodSubnets("10.244.0.0/16")
                        .withServiceSubnets("10.96.0.0/12")
                        .withDnsDomain("cluster.local"))
                .kubeadm(kubeadm())
                .build();
    }

    private static Keepalived keepalived() {
        return Keepalived.defaults()
                .withImage("osixia/keepalived:2.0.20")
                .withVrrpVersion(3)
                .withAdvertInterval(Duration.ofMillis(300))
                .withPeers(VrrpPeers.MULTICAST)
                .withAuthPass("42");
    }

    private static HealthCheck healthCheck() {
        return HealthCheck.defaults()
                .withInterval(Duration.ofSeconds(1))
                .withTimeout(Duration.ofSeconds(8))
                .withFall(1)
                .withRise(3)
                .withWeight(-100)
                .withHolderBonus(50);
    }

    private static Kubeadm kubeadm() {
        return Kubeadm.defaults()
                .withImageRepository("registry.k8s.io")
                .withCriSocket("unix:///run/containerd/containerd.sock")
                .withIgnorePreflightErrors("Swap", "NumCPU")
                .withConfigApi(KubeadmApi.V1BETA4);
    }
}
