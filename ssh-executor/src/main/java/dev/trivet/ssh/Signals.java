package dev.trivet.ssh;

import java.util.Map;

/** Signals by the names that SSH has for them (RFC 4254, 6.10), with Linux's numbers. */
final class Signals {

    private static final int SHELL_BASE = 128;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("HUP", 1),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("ILL", 4),
            Map.entry("TRAP", 5),
            Map.entry("ABRT", 6),
            Map.entry("BUS", 7),
            Map.entry("FPE", 8),
            Map.entry("KILL", 9),
            Map.entry("USR1", 10),
            Map.entry("SEGV", 11),
            Map.entry("USR2", 12),
            Map.entry("PIPE", 13),
            Map.entry("ALRM", 14),
            Map.entry("TERM", 15));

    private Signals() {}

    /** What a shell tells of a program that a signal ended; 128 where we do not know the signal. */
    static int exitCode(String name) {
        return SHELL_BASE + NUMBERS.getOrDefault(name, 0);
    }
}
