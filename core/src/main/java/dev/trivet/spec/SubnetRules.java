package dev.trivet.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which subnets pods and services may have, beside each other and the masters'. */
final class SubnetRules {

    /** The controller manager cuts pod subnets into these, kubeadm takes at most 2^16 of them. */
    private static final int NODE_HOST_BITS_IPV4 = 8;

    private static final int NODE_HOST_BITS_IPV6 = 64;
    private static final int MOST_NODE_BITS = 16;

    /** kubeadm wants 10 service addresses at least, and 20 bits of them at most. */
    private static final int FEWEST_SERVICE_BITS = 4;

    private static final int MOST_SERVICE_BITS = 20;

    private SubnetRules() {}

    /** A subnet and where it stands. */
    private record Place(String path, Subnet subnet) {}

    static void check(Draft draft, Findings findings) {
        var pods = read("network.podSubnet", draft.podSubnets(), findings);
        var services = read("network.serviceSubnet", draft.serviceSubnets(), findings);
        pods.forEach(pod -> requirePodSize(pod, draft.spec.masters().size(), findings));
        services.forEach(service -> requireServiceSize(service, findings));
        requireFamilies("network.podSubnet", pods, draft.podSubnets(), draft, findings);
        requireFamilies("network.serviceSubnet", services, draft.serviceSubnets(), draft, findings);
        var earlier = new ArrayList<Place>();
        draft.nodeSubnets().forEach(subnet -> earlier.add(new Place("virtualIp.address", subnet)));
        for (Place place : concat(pods, services)) {
            requireOrdinary(place, findings);
            requireApart(place, earlier, findings);
            earlier.add(place);
        }
    }

    private static List<Place> read(String base, List<String> texts, Findings findings) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < texts.size(); i++) {
            var path = texts.size() == 1 ? base : base + "[" + i + "]";
            var text = texts.get(i);
            Literals.subnet(text)
                    .ifPresentOrElse(
                            subnet -> places.add(new Place(path, subnet)),
                            () -> findings.add(Rule.SUBNET_FORMAT, path, text, "is no subnet" + remedy(text)));
        }
        return places;
    }

    private static String remedy(String text) {
        Optional<String> meant =
                Literals.addressWithPrefix(text).map(found -> found.subnet().toString());
        return meant.map(subnet -> ": it has host bits; write " + subnet + " if that is meant")
                .orElse(" in CIDR form; write it as in 10.244.0.0/16");
    }

    private static void requirePodSize(Place pods, int masters, Findings findings) {
        int nodeBits = pods.subnet().hostBits()
                - (pods.subnet().family() == AddressFamily.IPV4 ? NODE_HOST_BITS_IPV4 : NODE_HOST_BITS_IPV6);
        if (nodeBits < 0 || nodeBits > MOST_NODE_BITS) {
            findings.add(
                    Rule.SUBNET_SIZE,
                    pods.path(),
                    pods.subnet(),
                    "has the wrong size for pods; use /8 to /24, or /48 to /64 for IPv6");
        } else if (1L << nodeBits < masters) {
            findings.add(
                    Rule.SUBNET_SIZE,
                    pods.path(),
                    pods.subnet(),
                    "has room for " + (1L << nodeBits) + " nodes, fewer than there are masters; use a larger one");
        }
    }

    private static void requireServiceSize(Place services, Findings findings) {
        int bits = services.subnet().hostBits();
        if (bits < FEWEST_SERVICE_BITS || bits > MOST_SERVICE_BITS) {
            findings.add(
                    Rule.SUBNET_SIZE,
                    services.path(),
                    services.subnet(),
                    "has the wrong size for services; use /12 to /28, or /108 to /124 for IPv6");
        }
    }

    private static void requireFamilies(
            String path, List<Place> places, List<String> texts, Draft draft, Findings findings) {
        var families = places.stream().map(place -> place.subnet().family()).toList();
        if (places.size() == texts.size() && draft.hasSoundVirtualIp() && !families.equals(draft.families())) {
            findings.add(
                    Rule.SUBNET_FAMILIES,
                    path,
                    texts,
                    "has the families " + families + ", the virtual IP " + draft.families()
                            + "; give one subnet of each, in this order");
        }
    }

    private static void requireOrdinary(Place place, Findings findings) {
        var subnet = place.subnet();
        SpecialRange.under(subnet)
                .ifPresent(range -> findings.add(
                        Rule.ADDRESS_KIND,
                        place.path(),
                        subnet,
                        "overlaps " + range + "; choose a subnet within "
                                + (subnet.family() == AddressFamily.IPV4 ? "10.0.0.0/8" : "fd00::/8")));
    }

    private static void requireApart(Place place, List<Place> earlier, Findings findings) {
        earlier.stream()
                .filter(other -> other.subnet().overlaps(place.subnet()))
                .findFirst()
                .ifPresent(other -> findings.add(
                        Rule.SUBNET_OVERLAP,
                        place.path(),
                        place.subnet(),
                        "overlaps " + other.subnet() + " of " + other.path() + "; choose another",
                        other.path()));
    }

    private static List<Place> concat(List<Place> pods, List<Place> services) {
        var all = new ArrayList<>(pods);
        all.addAll(services);
        return all;
    }
}
