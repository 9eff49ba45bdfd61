package dev.trivet.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes files beside their places, then moves them all; what was not moved is removed on close. */
final class TreeWriter implements AutoCloseable {

    private final Map<Path, Path> placesByStaged = new LinkedHashMap<>();

    /** Writes the artifact beside its place, and returns the place. */
    Path stage(Path folder, String master, Artifact artifact) {
        var place = folder.resolve(master).resolve(artifact.path().substring(1));
        try {
            Files.createDirectories(folder);
            makeFolders(folder, Objects.requireNonNull(place.getParent()));
            requireNoLink(place);
            requireNoFolder(place);
            var staged = place.resolveSibling("." + place.getFileName() + ".trivet-new");
            Files.deleteIfExists(staged);
            placesByStaged.put(staged, place);
            write(staged, artifact);
        } catch (IOException e) {
            throw unwritable(place, e);
        }
        return place;
    }

    /** Moves every file to its place. */
    void commit() {
        placesByStaged.forEach((staged, place) -> {
            try {
                Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw unwritable(place, e);
            }
        });
    }

    @Override
    public void close() {
        for (Path staged : placesByStaged.keySet()) {
            try {
                Files.deleteIfExists(staged);
            } catch (IOException e) {
                throw unwritable(staged, e);
            }
        }
    }

    /** Makes the folders one by one, so that none of them is a link to elsewhere. */
    private static void makeFolders(Path folder, Path deepest) throws IOException {
        var current = folder;
        for (Path name : folder.relativize(deepest)) {
            current = current.resolve(name);
            try {
                Files.createDirectory(current);
                openToAll(current);
            } catch (FileAlreadyExistsException e) {
                requireNoLink(current);
            }
        }
    }

    /** Whatever the umask: HAProxy's image reads its mounted folder as a user without rights. */
    private static void openToAll(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, FileMode.PUBLIC_SCRIPT.permissions());
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void requireNoLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw new UnwritableArtifactException(
                    path, "is a symbolic link, which might lead anywhere; remove it, or write to another folder");
        }
    }

    /** Found before anything is moved; the move itself would find it too late for the files before. */
    private static void requireNoFolder(Path place) {
        if (Files.isDirectory(place)) {
            throw new UnwritableArtifactException(
                    place, "is a folder where a file belongs; remove it, or write to another folder");
        }
    }

    private static void write(Path staged, Artifact artifact) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        boolean posix = isPosix(staged);
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FileMode.PRIVATE.permissions())}
                : new FileAttribute<?>[0];
        try (var channel = FileChannel.open(staged, options, attributes)) {
            var bytes = ByteBuffer.wrap(artifact.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (posix) {
                Files.setPosixFilePermissions(staged, artifact.mode().permissions());
            }
            channel.force(true);
        }
    }

    private static UnwritableArtifactException unwritable(Path path, IOException cause) {
        var problem = new UnwritableArtifactException(
                path,
                "cannot be written: " + cause
                        + "; check that every name on the way is a folder, that it may be written to, and that there is space");
        problem.initCause(cause);
        return problem;
    }
}
