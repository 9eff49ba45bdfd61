package dev.trivet.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is wrong with the host key that a server shows, and how to trust it where that is right. */
final class UntrustedKey {

    private final Endpoint endpoint;
    private final HostKeys trusted;
    private final String type;
    private final String key;

    /** @param shown what the server showed */
    UntrustedKey(Endpoint endpoint, HostKeys trusted, Optional<HostKey> shown) {
        this.endpoint = endpoint;
        this.trusted = trusted;
        this.type = shown.map(HostKey::getType).orElse("unknown");
        this.key = type + " "
                + shown.map(one -> Fingerprint.of(Base64.getDecoder().decode(one.getKey())))
                        .orElse("");
    }

    String explain(JSchException failure) {
        if (failure instanceof JSchRevokedHostKeyException) {
            return " shows a revoked host key, " + key
                    + ": whoever answers there may have stolen it; give the machine a new one and list that in "
                    + trusted;
        } else if (failure instanceof JSchChangedHostKeyException) {
            return " shows another host key than " + (isPinned() ? "the pinned one" : trusted + " has") + ": " + key
                    + "; somebody may be in between. If the machine was set up anew, " + compare() + replace();
        }
        return " shows a host key that is not in " + trusted + ": " + key + "; " + compare() + "add it: " + add();
    }

    private String compare() {
        return "compare with what ssh-keygen -lf /etc/ssh/ssh_host_" + fileType()
                + "_key.pub prints on the machine itself, and only if it is the same ";
    }

    private String replace() {
        if (isPinned()) {
            return "give the new fingerprint to HostKeys.pinned";
        }
        var removals = trusted.files().stream()
                .map(file -> "ssh-keygen -f " + word(file) + " -R " + ShellWords.plain(endpoint.knownAs()))
                .collect(Collectors.joining("; "));
        return "replace the old one: " + removals + "; " + add();
    }

    private String add() {
        return trusted.files().isEmpty()
                ? "give its fingerprint to HostKeys.pinned"
                : "ssh-keyscan -p " + endpoint.port() + " " + ShellWords.plain(endpoint.host()) + " >> "
                        + word(trusted.files().get(0));
    }

    private boolean isPinned() {
        return trusted.pinsOf(endpoint).isPresent();
    }

    private String fileType() {
        var name = type.toLowerCase(Locale.ROOT);
        return name.contains("ed25519") ? "ed25519" : name.contains("ecdsa") ? "ecdsa" : "rsa";
    }

    private static String word(Path file) {
        return ShellWords.plain(file.toString());
    }
}
