package dev.trivet.exec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that does not print: a password, a token, a key.
 *
 * @since 0.1.0
 */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Wraps a text.
     *
     * @param text the secret
     * @return the secret, which prints as stars
     */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /**
     * The text itself, for the one place that needs it.
     *
     * @return the secret
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Stars, always as many. */
    @Override
    public String toString() {
        return "********";
    }
}
