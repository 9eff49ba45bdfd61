package dev.trivet.plan;

/**
 * A cluster's CA.
 *
 * @param pem its certificate
 * @param hash the hash of its public key as kubeadm pins it: {@code sha256:} and 64 hexadecimal digits
 * @since 0.1.0
 */
public record Authority(String pem, String hash) {

    /** The hash. */
    @Override
    public String toString() {
        return hash;
    }
}
