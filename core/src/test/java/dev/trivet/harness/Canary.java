package dev.trivet.harness;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A secret that is looked for where it must not be, in every form that it may have there. Public for the tests of every module. */
public final class Canary {

    private final Set<String> forms = new LinkedHashSet<>();

    private Canary(String secret) {
        forms.add(secret);
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var hex = HexFormat.of().formatHex(bytes);
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        for (int offset = 0; offset < 3; offset++) {
            var inside = insideBase64(bytes, offset);
            forms.add(inside);
            forms.add(inside.replace('+', '-').replace('/', '_'));
        }
        var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(secret.replace("'", "'\\''"));
        forms.add(secret.replace("'", "'\"'\"'"));
        forms.add(secret.replace("'", "''"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /**
     * Makes one.
     *
     * @param secret the secret, eight characters or more: a shorter one may stand anywhere by chance
     * @return what finds it
     */
    public static Canary of(String secret) {
        if (secret.length() < 8) {
            throw new IllegalArgumentException("a canary of " + secret.length() + " characters is too short; take 8");
        }
        return new Canary(secret);
    }

    /** What of a longer text's base64 hangs on the secret alone, where that many bytes, modulo 3, stand before it. */
    private static String insideBase64(byte[] secret, int offset) {
        var shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int begin = offset == 0 ? 0 : offset + 1;
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(begin, end);
    }

    /**
     * Looks for it: as it is, in base64 at any place of a longer text, in hexadecimal digits, URL-encoded, and quoted for a
     * shell, JSON or YAML.
     *
     * @param text what anybody can see
     * @return whether the secret is in there
     */
    public boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** Of no use to whoever finds it in a log. */
    @Override
    public String toString() {
        return "a canary in " + forms.size() + " forms";
    }
}
