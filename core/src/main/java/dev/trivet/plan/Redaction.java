package dev.trivet.plan;

import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a secret: bootstrap tokens, certificate keys, passwords of VRRP, private keys.
 *
 * @since 0.1.0
 */
public final class Redaction {

    private static final String STARS = "********";

    private static final Pattern BOOTSTRAP_TOKEN = Pattern.compile("\\b[a-z0-9]{6}\\.[a-z0-9]{16}\\b");
    private static final Pattern CERTIFICATE_KEY = Pattern.compile("(?<!sha256:|[0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final Pattern VRRP_PASSWORD = Pattern.compile("(?m)^(\\s*auth_pass\\s+).*$");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)");

    private Redaction() {}

    /**
     * Takes the secrets out.
     *
     * @param text any text
     * @return the same with stars in place of them
     */
    public static String of(String text) {
        var redacted = BOOTSTRAP_TOKEN.matcher(text).replaceAll(STARS);
        redacted = CERTIFICATE_KEY.matcher(redacted).replaceAll(STARS);
        redacted = VRRP_PASSWORD.matcher(redacted).replaceAll("$1" + STARS);
        return PRIVATE_KEY.matcher(redacted).replaceAll(STARS);
    }
}
