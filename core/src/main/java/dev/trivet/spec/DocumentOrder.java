package dev.trivet.spec;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Sorts paths such as {@code masters[2].priority} by where they stand in the YAML document. */
final class DocumentOrder implements Comparator<String> {

    private static final List<String> KEYS = List.of(
            "name",
            "kubernetesVersion",
            "virtualIp",
            "masters",
            "loadBalancer",
            "endpointName",
            "apiServer",
            "keepalived",
            "haproxy",
            "healthCheck",
            "network",
            "kubeadm",
            "address",
            "interface",
            "routerId",
            "priority",
            "port",
            "monitorPort",
            "maxConnections",
            "idleTimeout",
            "certSans",
            "image",
            "vrrpVersion",
            "advertInterval",
            "peers",
            "authPass",
            "interval",
            "timeout",
            "fall",
            "rise",
            "weight",
            "holderBonus",
            "podSubnet",
            "serviceSubnet",
            "dnsDomain",
            "imageRepository",
            "criSocket",
            "ignorePreflightErrors",
            "configApi");

    private static final Pattern SEPARATORS = Pattern.compile("\\.|\\[|\\]\\.?");

    @Override
    public int compare(String left, String right) {
        var leftParts = SEPARATORS.split(left);
        var rightParts = SEPARATORS.split(right);
        for (int i = 0; i < Math.min(leftParts.length, rightParts.length); i++) {
            int order = Integer.compare(rank(leftParts[i]), rank(rightParts[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftParts.length, rightParts.length);
    }

    private static int rank(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return Integer.parseInt(part);
        }
        int rank = KEYS.indexOf(part);
        if (rank < 0) {
            throw new IllegalArgumentException("no such key in the document: " + part);
        }
        return rank;
    }
}
