package dev.trivet.conformance;

import dev.trivet.harness.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API servers' certificate, signed by itself.
 *
 * @param certificate PEM, for who must trust it
 * @param certificateAndKey PEM, for who serves it
 */
record Certificate(Path certificate, String certificateAndKey) {

    static Certificate make(Path folder) {
        var key = folder.resolve("server.key");
        var certificate = folder.resolve("server.crt");
        var command =
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=kubernetes";
        var files = List.of("-keyout", key.toString(), "-out", certificate.toString());
        Program.run(
                Stream.concat(Stream.of(command.split(" ", -1)), files.stream()).toList());
        try {
            return new Certificate(certificate, Files.readString(certificate) + Files.readString(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the new certificate", e);
        }
    }
}
