package dev.trivet.conformance;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.VirtualIp;

/**
 * A rack to be: so many masters, and the addresses' family.
 *
 * @param masters how many
 * @param family IPv4 or IPv6
 */
record RackPlan(int masters, Family family) {

    /** Every rack has namespaces of its own, so all may have the same addresses. */
    enum Family {
        IPV4("10.0.0.", "/24"),
        IPV6("fd00:10::", "/64");

        private final String network;
        private final String length;

        Family(String network, String length) {
            this.network = network;
            this.length = length;
        }
    }

    Cluster cluster() {
        var spec = ClusterSpec.named("rack")
                .kubernetesVersion("1.35.9")
                .virtualIp(VirtualIp.of(host(10) + family.length).onInterface("eth0"))
                .master("m1", host(11));
        for (int i = 2; i <= masters; i++) {
            spec.master("m" + i, host(10 + i));
        }
        return spec.build().validate().orThrow();
    }

    /** An address with the subnet's prefix length. */
    String onSubnet(String address) {
        return address + family.length;
    }

    /** The client's address, with the subnet's prefix length. */
    String client() {
        return onSubnet(host(100));
    }

    @Override
    public String toString() {
        return masters + " masters, " + family;
    }

    private String host(int number) {
        return family.network + number;
    }
}
