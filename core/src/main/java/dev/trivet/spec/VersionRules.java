package dev.trivet.spec;

/** Which Kubernetes versions are taken, and which configuration formats each one reads. */
final class VersionRules {

    private static final int OLDEST_SUPPORTED_MINOR = 20;

    /** As of 2026-11: 1.34 reached its end of life on 2026-10-27, 1.35 will on 2027-02-28. */
    private static final int OLDEST_MAINTAINED_MINOR = 35;

    private static final int FIRST_DUAL_STACK_MINOR = 21;

    private VersionRules() {}

    static void check(Draft draft, Findings findings) {
        var written = draft.spec.kubernetesVersion();
        if (written.isEmpty()) {
            findings.add(Rule.REQUIRED, "kubernetesVersion", "", "is missing; give a full version such as 1.35.9");
        } else if (draft.version.isEmpty()) {
            findings.add(
                    Rule.VERSION_FORMAT,
                    "kubernetesVersion",
                    written,
                    "is no full Kubernetes version; write all three numbers, as in 1.35.9");
        }
        draft.version.ifPresent(version -> checkAge(version, written, findings));
        draft.version
                .filter(version -> version.minor() >= OLDEST_SUPPORTED_MINOR)
                .ifPresent(version -> checkFeatures(version, draft, findings));
    }

    private static void checkAge(KubernetesVersion version, String written, Findings findings) {
        if (version.minor() < OLDEST_SUPPORTED_MINOR) {
            findings.add(
                    Rule.VERSION_SUPPORTED,
                    "kubernetesVersion",
                    written,
                    "is older than 1." + OLDEST_SUPPORTED_MINOR + "; choose a newer one");
        } else if (version.minor() < OLDEST_MAINTAINED_MINOR) {
            findings.add(
                    Rule.VERSION_END_OF_LIFE,
                    "kubernetesVersion",
                    written,
                    "gets no security fixes any more; choose 1." + OLDEST_MAINTAINED_MINOR + " or newer");
        }
    }

    private static void checkFeatures(KubernetesVersion version, Draft draft, Findings findings) {
        draft.spec
                .kubeadm()
                .configApi()
                .filter(api -> !api.isReadBy(version))
                .ifPresent(api -> findings.add(
                        Rule.CONFIG_API,
                        "kubeadm.configApi",
                        api.word(),
                        "is not read by kubeadm " + version + "; leave it out, or write "
                                + KubeadmApi.newestOf(version).word()));
        if (draft.families().stream().distinct().count() > 1 && version.minor() < FIRST_DUAL_STACK_MINOR) {
            findings.add(
                    Rule.DUAL_STACK_VERSION,
                    "kubernetesVersion",
                    draft.spec.kubernetesVersion(),
                    "has no dual stack yet; choose 1." + FIRST_DUAL_STACK_MINOR + " or newer, or one family");
        }
    }
}
