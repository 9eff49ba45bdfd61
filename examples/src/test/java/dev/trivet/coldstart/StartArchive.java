package dev.trivet.coldstart;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a JVM can keep of one run for the next to start with, as the README tells. */
public enum StartArchive {
    /** Its classes, parsed and verified. */
    CLASS_DATA("an archive of class data", 17, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", "-Xshare:on"),
    /** Its classes, linked as well, and what was seen of their methods. */
    AHEAD_OF_TIME("an ahead-of-time cache", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=", "-XX:AOTMode=on");

    private final String description;
    private final int since;
    private final String make;
    private final String use;
    private final String insist;

    StartArchive(String description, int since, String make, String use, String insist) {
        this.description = description;
        this.since = since;
        this.make = make;
        this.use = use;
        this.insist = insist;
    }

    /** What this JVM knows; the best comes last. */
    public static List<StartArchive> known() {
        return Arrays.stream(values())
                .filter(archive -> archive.since <= Runtime.version().feature())
                .toList();
    }

    /** For a table. */
    public String description() {
        return description;
    }

    /** For a run that leaves it behind. */
    public String make(Path file) {
        return make + file;
    }

    /** For a run that starts with it, or without it where it does not fit. */
    public String use(Path file) {
        return use + file;
    }

    /** Beside {@link #use}: for a run that does not start where it does not fit. */
    public String insist() {
        return insist;
    }

    /** The options, as they are told. */
    List<String> options() {
        return List.of(make, use, insist);
    }
}
