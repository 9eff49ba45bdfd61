package dev.trivet.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Kubernetes version, such as 1.35.9 or 1.36.0-rc.1.
 *
 * @param minor the minor version; the major one is always 1
 * @param patch the patch level
 * @param preRelease {@code alpha.N}, {@code beta.N}, {@code rc.N}, or empty
 * @since 0.1.0
 */
public record KubernetesVersion(int minor, int patch, String preRelease) {

    static final String FORM = "v?1\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})(?:-((?:alpha|beta|rc)\\.\\d{1,3}))?";

    private static final Pattern TEXT = Pattern.compile(FORM);

    /**
     * Reads a version.
     *
     * @param text for instance {@code 1.35.9} or {@code v1.35.9}
     * @return the version, or empty when the text is none
     */
    public static Optional<KubernetesVersion> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var preRelease = Optional.ofNullable(matcher.group(3)).orElse("");
        return Optional.of(new KubernetesVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), preRelease));
    }

    /** The version as kubeadm writes it, such as {@code v1.35.9}. */
    @Override
    public String toString() {
        return "v1." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease);
    }
}
