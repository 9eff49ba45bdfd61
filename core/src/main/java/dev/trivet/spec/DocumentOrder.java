package dev.trivet.spec;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
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

    private static final Pattern STEP = Pattern.compile("[A-Za-z]+|\\d+");

    static List<String> keys() {
        return KEYS;
    }

    static boolean isKey(String text) {
        return KEYS.contains(text);
    }

    @Override
    public int compare(String left, String right) {
        var leftSteps = steps(left);
        var rightSteps = steps(right);
        for (int i = 0; i < Math.min(leftSteps.size(), rightSteps.size()); i++) {
            int order = Integer.compare(rank(leftSteps.get(i)), rank(rightSteps.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftSteps.size(), rightSteps.size());
    }

    private static List<String> steps(String path) {
        return STEP.matcher(path).results().map(MatchResult::group).toList();
    }

    private static int rank(String step) {
        if (Character.isDigit(step.charAt(0))) {
            return Integer.parseInt(step);
        }
        int rank = KEYS.indexOf(step);
        if (rank < 0) {
            throw new IllegalArgumentException("no such key in the document: " + step);
        }
        return rank;
    }
}
