package dev.trivet.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which host keys are trusted: those in files of known hosts, and pinned ones. There is no way to trust any other.
 *
 * <p>A file is as {@code ssh} has it (sshd(8), SSH_KNOWN_HOSTS): plain, hashed and {@code [host]:port} names, {@code
 * @revoked} and {@code @cert-authority} lines. Patterns count in lines of these two kinds only, and without {@code !}; a
 * key that is revoked for one host is revoked for all. Machines are looked up by the address that they are connected to by.
 *
 * @since 0.1.0
 */
public final class HostKeys {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final List<Path> files;
    private final Map<String, Set<String>> pins;

    private HostKeys(List<Path> files, Map<String, Set<String>> pins) {
        this.files = List.copyOf(files);
        this.pins = Collections.unmodifiableMap(pins);
    }

    /**
     * Trusts the hosts in a file, which is read when the executor is opened and never written.
     *
     * @param file a file of known hosts
     * @return the trust
     */
    public static HostKeys knownHosts(Path file) {
        return new HostKeys(List.of(file), Map.of());
    }

    /**
     * Trusts one key of one host, whatever a file says of that host.
     *
     * @param host an address in any spelling, or a jump host's name; with a port other than 22 also {@code [host]:port}
     * @param fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:} and 43 characters
     * @return the trust
     * @throws IllegalArgumentException when it is no such fingerprint
     */
    public static HostKeys pinned(String host, String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("fingerprint \"" + fingerprint + "\" of " + host
                    + " is none; take the second word of what ssh-keygen -lf prints for the host's public key");
        }
        return new HostKeys(List.of(), Map.of(HostNames.canonical(host), Set.of(fingerprint)));
    }

    /**
     * Trusts what the others trust as well.
     *
     * @param others more files or pinned keys; several of one host are all trusted
     * @return both
     */
    public HostKeys and(HostKeys others) {
        var allFiles = new ArrayList<>(files);
        allFiles.addAll(others.files);
        var allPins = new TreeMap<String, Set<String>>();
        pins.forEach((host, keys) ->
                allPins.computeIfAbsent(host, any -> new TreeSet<>()).addAll(keys));
        others.pins.forEach((host, keys) ->
                allPins.computeIfAbsent(host, any -> new TreeSet<>()).addAll(keys));
        return new HostKeys(allFiles, allPins);
    }

    List<Path> files() {
        return files;
    }

    /** The pinned keys of a server, or nothing where files decide. */
    Optional<Set<String>> pinsOf(Endpoint endpoint) {
        return Optional.ofNullable(pins.get(HostNames.canonical(endpoint.knownAs())))
                .or(() -> Optional.ofNullable(pins.get(HostNames.canonical(endpoint.host()))));
    }

    /** What people know it by. */
    @Override
    public String toString() {
        return files.isEmpty()
                ? "the pinned host keys"
                : files.stream().map(Path::toString).collect(Collectors.joining(" or "));
    }
}
