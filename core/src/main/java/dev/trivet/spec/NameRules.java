package dev.trivet.spec;

/** What the cluster, its endpoint, its certificate and its DNS domain may be called. */
final class NameRules {

    private NameRules() {}

    static void check(Draft draft, Findings findings) {
        var spec = draft.spec;
        if (spec.name().isEmpty()) {
            findings.add(Rule.REQUIRED, "name", "", "is missing; give the cluster a name such as edge");
        } else if (!Names.isLabel(spec.name())) {
            findings.add(
                    Rule.NAME_FORMAT,
                    "name",
                    spec.name(),
                    "is no RFC 1123 label; use 1 to 63 lower-case letters, digits and inner hyphens");
        }
        spec.endpointName()
                .filter(name -> !Names.isDnsName(name))
                .ifPresent(
                        name -> findings.add(
                                Rule.ENDPOINT_NAME,
                                "endpointName",
                                name,
                                "is no DNS name; use lower-case labels such as api.example.org, or leave it out for the virtual IP"));
        for (int i = 0; i < spec.apiServer().certSans().size(); i++) {
            var san = spec.apiServer().certSans().get(i);
            if (!isSan(san)) {
                findings.add(
                        Rule.CERT_SAN,
                        "apiServer.certSans[" + i + "]",
                        san,
                        "is no DNS name, wildcard or address; write it as api.example.org, *.example.org or 192.168.1.9");
            }
        }
        if (!Names.isDnsName(draft.dnsDomain())) {
            findings.add(
                    Rule.DNS_DOMAIN,
                    "network.dnsDomain",
                    draft.dnsDomain(),
                    "is no DNS name; use lower-case labels such as cluster.local");
        }
    }

    private static boolean isSan(String text) {
        return Literals.address(text).isPresent() || Names.isDnsName(text.startsWith("*.") ? text.substring(2) : text);
    }
}
