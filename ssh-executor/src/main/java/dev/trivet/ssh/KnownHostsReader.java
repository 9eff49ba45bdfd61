package dev.trivet.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads files of known hosts once. The library is given no file's name, so that it never writes one. */
final class KnownHostsReader {

    private final JSch library;

    KnownHostsReader(JSch library) {
        this.library = library;
    }

    HostKeyRepository read(List<Path> files) {
        var all = files.stream().flatMap(KnownHostsReader::lines).collect(Collectors.joining());
        try {
            library.setKnownHosts(new ByteArrayInputStream(all.getBytes(StandardCharsets.ISO_8859_1)));
            return library.getHostKeyRepository();
        } catch (JSchException e) {
            throw new UnusableSshSettingsException("known hosts in " + files + " cannot be understood: "
                    + e.getMessage() + "; look for a line that is cut off");
        }
    }

    private static Stream<String> lines(Path file) {
        var texts = text(file).split("\\r?\\n", -1);
        return IntStream.range(0, texts.length)
                .mapToObj(i -> new KnownHostsLine(file, i + 1, texts[i]))
                .flatMap(line -> line.plain().stream());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UnusableSshSettingsException("known hosts " + file + " cannot be read: " + e
                    + "; make the file with ssh-keyscan and compare the fingerprints, or pin host keys");
        }
    }
}
