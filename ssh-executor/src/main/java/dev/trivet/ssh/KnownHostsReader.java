package dev.trivet.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of known hosts once. The library is given no file's name, so that it never writes one. */
final class KnownHostsReader {

    private final JSch library;

    KnownHostsReader(JSch library) {
        this.library = library;
    }

    HostKeyRepository read(List<Path> files) {
        var all = new ByteArrayOutputStream();
        for (Path file : files) {
            try {
                all.writeBytes(Files.readAllBytes(file));
                all.write('\n');
            } catch (IOException e) {
                throw new UnusableSshSettingsException("known hosts " + file + " cannot be read: " + e
                        + "; make the file with ssh-keyscan and compare the fingerprints, or pin host keys");
            }
        }
        try {
            library.setKnownHosts(new ByteArrayInputStream(all.toByteArray()));
            return library.getHostKeyRepository();
        } catch (JSchException e) {
            throw new UnusableSshSettingsException("known hosts in " + files + " cannot be understood: "
                    + e.getMessage() + "; look for a line that is cut off");
        }
    }
}
