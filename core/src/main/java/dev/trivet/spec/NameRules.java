package dev.trivet.spec;

import java.util.List;
import java.util.regex.Pattern;

/** What the cluster, its endpoint, its certificate and its DNS domain may be called. */
final class NameRules {

    /** A DNS name, one with an asterisk for its first label, or an address. */
    static final String SAN = "(?:\\*\\.)?" + Names.DNS_NAME + "|" + Literals.ADDRESS;

    /** Not localhost, nor a name below it: RFC 6761, 6.3. */
    static final String ENDPOINT = "(?!(?:.*\\.)?localhost$)" + Names.DNS_NAME;

    private static final Pattern ENDPOINT_TEXT = Pattern.compile(ENDPOINT);

    private NameRules() {}

    static void check(Draft draft, Findings findings) {
        checkName(draft.spec.name(), findings);
        draft.spec.endpointName().ifPresent(name -> checkEndpoint(name, draft.spec, findings));
        checkSans(draft.spec.apiServer().certSans(), findings);
        if (!Names.isDnsName(draft.dnsDomain())) {
            findings.add(
                    Rule.DNS_DOMAIN,
                    "network.dnsDomain",
                    draft.dnsDomain(),
                    "is no DNS name; use lower-case labels such as cluster.local");
        }
    }

    private static void checkName(String name, Findings findings) {
        if (name.isEmpty()) {
            findings.add(Rule.REQUIRED, "name", "", "is missing; give the cluster a name such as edge");
        } else if (!Names.isLabel(name)) {
            findings.add(
                    Rule.NAME_FORMAT,
                    "name",
                    name,
                    "is no RFC 1123 label; use 1 to 63 lower-case letters, digits and inner hyphens");
        }
    }

    private static void checkEndpoint(String name, ClusterSpec spec, Findings findings) {
        if (!Names.isDnsName(name)) {
            findings.add(
                    Rule.ENDPOINT_NAME,
                    "endpointName",
                    name,
                    "is no DNS name; use labels such as api.example.org, or leave it out for the virtual IP");
        } else if (!ENDPOINT_TEXT.matcher(name).matches()) {
            findings.add(
                    Rule.ENDPOINT_NAME,
                    "endpointName",
                    name,
                    "is every host itself; give one that resolves to the virtual IP");
        } else if (spec.masters().stream().anyMatch(master -> master.name().equals(name))) {
            findings.add(
                    Rule.ENDPOINT_NAME,
                    "endpointName",
                    name,
                    "is the name of one master; give one that resolves to the virtual IP");
        }
    }

    private static void checkSans(List<String> sans, Findings findings) {
        for (int i = 0; i < sans.size(); i++) {
            if (!isSan(sans.get(i))) {
                findings.add(
                        Rule.CERT_SAN,
                        "apiServer.certSans[" + i + "]",
                        sans.get(i),
                        "is no DNS name, wildcard or address; write api.example.org, *.example.org or 192.168.1.9");
            }
        }
    }

    private static boolean isSan(String text) {
        return Literals.address(text).isPresent() || Names.isDnsName(text.startsWith("*.") ? text.substring(2) : text);
    }
}
