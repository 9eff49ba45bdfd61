package dev.trivet.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256, as {@code sha256sum} writes it.
 *
 * @since 0.1.0
 */
public final class Hashes {

    private Hashes() {}

    /**
     * Hashes some bytes.
     *
     * @param bytes the bytes
     * @return 64 hexadecimal digits in lower case
     */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
