package dev.trivet.exec;

import dev.trivet.plan.Authority;
import dev.trivet.plan.Hashes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/** Reads a cluster's CA. */
final class Authorities {

    private Authorities() {}

    /** From a PEM file in base64; nothing where it is no certificate, as when it is being written. */
    static Optional<Authority> read(String encoded) {
        try {
            byte[] pem = Base64.getDecoder().decode(encoded);
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
            var hash = Hashes.sha256(certificate.getPublicKey().getEncoded());
            return Optional.of(new Authority(new String(pem, StandardCharsets.US_ASCII), "sha256:" + hash));
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
