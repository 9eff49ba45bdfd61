package dev.trivet.rack;

import dev.trivet.plan.Authority;
import dev.trivet.plan.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** The CAs of simulated clusters: real certificates, made beforehand; nothing is ever signed. */
final class RackAuthority {

    /** One for the cluster that is wanted, one for another; further ones repeat them. */
    private static final int MADE = 2;

    private RackAuthority() {}

    static Authority number(int number) {
        var name = "ca-" + (1 + number % MADE) + ".pem";
        try (var in = RackAuthority.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the certificate " + name + " is missing in Trivet's jar");
            }
            return read(in.readAllBytes());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("cannot read the certificate " + name, e);
        }
    }

    private static Authority read(byte[] pem) throws CertificateException {
        var certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        var hash = Hashes.sha256(certificate.getPublicKey().getEncoded());
        return new Authority(new String(pem, StandardCharsets.US_ASCII), "sha256:" + hash);
    }
}
