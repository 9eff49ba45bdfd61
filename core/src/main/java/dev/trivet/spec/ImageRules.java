package dev.trivet.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which container images can be pulled, and which are better not. */
final class ImageRules {

    private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String REGISTRY = "(?:" + HOST + "(?:\\." + HOST + ")*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?/";
    private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final String REPOSITORY = "(?:" + REGISTRY + ")?" + COMPONENT + "(?:/" + COMPONENT + ")*";
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";
    private static final String DIGEST = "sha256:[0-9a-f]{64}";

    static final String NAME = REPOSITORY + "|" + HOST + "(?:\\." + HOST + ")*(?::[0-9]{1,5})?";
    static final String REFERENCE = REPOSITORY + "(?::" + TAG + ")?(@" + DIGEST + ")?";
    static final int LONGEST_NAME = 255;

    private static final Pattern NAME_TEXT = Pattern.compile(NAME);
    private static final Pattern REFERENCE_TEXT = Pattern.compile(REFERENCE);
    /** From any mirror. */
    private static final Pattern WITHOUT_CURL = Pattern.compile("(?:.+/)?osixia/keepalived:1\\..*");

    /** The global keyword grace came with 2.5. */
    private static final Pattern WITHOUT_GRACE =
            Pattern.compile("(?:[^/]*[.:][^/]*/)?(?:library/)?haproxy:(?:1\\.|2\\.[0-4](?![0-9])).*");

    private ImageRules() {}

    static void check(Draft draft, Findings findings) {
        checkImage("keepalived.image", draft.spec.keepalived().image(), findings);
        checkImage("haproxy.image", draft.spec.haproxy().image(), findings);
        draft.spec
                .kubeadm()
                .imageRepository()
                .filter(name ->
                        name.length() > LONGEST_NAME || !NAME_TEXT.matcher(name).matches())
                .ifPresent(name -> findings.add(
                        Rule.IMAGE_FORMAT,
                        "kubeadm.imageRepository",
                        name,
                        "is no image repository; write a registry and path without a tag, as in registry.example/k8s"));
    }

    static boolean hasCurl(String keepalivedImage) {
        return !WITHOUT_CURL.matcher(keepalivedImage).matches();
    }

    private static void checkImage(String path, Optional<String> image, Findings findings) {
        image.ifPresent(written -> {
            var matcher = REFERENCE_TEXT.matcher(written);
            if (written.length() > LONGEST_NAME || !matcher.matches()) {
                findings.add(
                        Rule.IMAGE_FORMAT,
                        path,
                        written,
                        "is no image reference; write it as in registry.example/haproxy:3.2@sha256:...");
            } else if (!hasCurl(written)) {
                findings.add(
                        Rule.IMAGE_UNFIT,
                        path,
                        written,
                        "has no curl, so that its check always fails; use osixia/keepalived:2.0.20 or newer");
            } else if (WITHOUT_GRACE.matcher(written).matches()) {
                findings.add(
                        Rule.IMAGE_UNFIT,
                        path,
                        written,
                        "does not know grace, so that it does not start with the standard files; use haproxy:2.6 or newer");
            } else if (matcher.group(1) == null) {
                findings.add(
                        Rule.IMAGE_PINNED,
                        path,
                        written,
                        "can be moved to another image; add its digest, as in " + written + "@sha256:...");
            }
        });
    }
}
