package dev.trivet.conformance;

import dev.trivet.harness.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The API servers' certificate, signed by itself.
 *
 * @param certificate PEM, for who must trust it
 * @param chainAndKey PEM, for who serves it
 */
record Certificate(Path certificate, byte[] chainAndKey) {

    static Certificate make(Path folder) {
        var key = folder.resolve("server.key");
        var certificate = folder.resolve("server.crt");
        Program.run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=kubernetes",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString()));
        try {
            var text = Files.readString(certificate) + Files.readString(key);
            return new Certificate(certificate, text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the new certificate", e);
        }
    }
}
