package dev.trivet.artifact;

/**
 * A value that is not known, or must not be written down, until it is needed: it stands in an artifact by name.
 *
 * @since 0.1.0
 */
public enum Placeholder {
    /** kubeadm's bootstrap token, minted for one join: {@code kubeadm token create}. */
    BOOTSTRAP_TOKEN("@bootstrap-token@"),
    /** The key of the certificates that the first master uploaded: {@code kubeadm init phase upload-certs}. */
    CERTIFICATE_KEY("@certificate-key@"),
    /** The hash of the cluster's CA, {@code sha256:} and 64 hexadecimal digits, known once the first master has run. */
    CA_CERT_HASH("@ca-cert-hash@");

    private final String text;

    Placeholder(String text) {
        this.text = text;
    }

    /**
     * How it stands in an artifact.
     *
     * @return for instance {@code @bootstrap-token@}
     */
    public String text() {
        return text;
    }
}
