package dev.trivet.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Says why there is no connection to a server, and what to do about it. */
final class Failures {

    private final Endpoint endpoint;
    private final SshSettings settings;

    Failures(Endpoint endpoint, SshSettings settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    /** @param key what the server showed, if it came to that */
    NotConnectedException explain(JSchException failure, Optional<HostKey> key) {
        if (failure instanceof JSchHostKeyException) {
            return NotConnectedException.forGood(endpoint + untrusted(failure, key));
        } else if (failure instanceof JSchAlgoNegoFailException) {
            return NotConnectedException.forGood(endpoint + " and we have no algorithm in common: "
                    + failure.getMessage() + "; let its sshd offer one of today's, as OpenSSH's defaults do");
        }
        String message = String.valueOf(failure.getMessage());
        return NotConnectedException.forNow(
                endpoint + (message.startsWith("Auth ") ? notLetIn() : unreachable(failure, message)));
    }

    private String untrusted(JSchException failure, Optional<HostKey> shown) {
        var type = shown.map(HostKey::getType).orElse("unknown");
        var key = type + " "
                + shown.map(one -> Fingerprint.of(Base64.getDecoder().decode(one.getKey())))
                        .orElse("");
        var compare = "compare with what ssh-keygen -lf /etc/ssh/ssh_host_" + fileType(type)
                + "_key.pub prints on the machine itself, and ";
        if (failure instanceof JSchRevokedHostKeyException) {
            return " shows a revoked host key, " + key
                    + ": whoever answers there may have stolen it; give the machine a new" + " one and list that in "
                    + settings.hostKeys();
        } else if (failure instanceof JSchChangedHostKeyException) {
            return " shows another host key than " + settings.hostKeys() + " has: " + key
                    + "; somebody may be in between. If the machine was set up anew, " + compare
                    + "only if it is the same replace the old one: ssh-keygen -R '" + endpoint.knownAs() + "', then "
                    + scan();
        }
        return " shows a host key that " + settings.hostKeys() + " does not have: " + key + "; " + compare
                + "only if it is the same add it: " + scan();
    }

    private String scan() {
        return "ssh-keyscan -p " + endpoint.port() + " " + endpoint.host() + " >> known_hosts";
    }

    private String notLetIn() {
        return " does not let " + endpoint.user() + " in with " + whatWeHave() + "; put the public key into ~"
                + endpoint.user() + "/.ssh/authorized_keys there, or log in as another user"
                + (endpoint.user().equals("root")
                        ? " and become root by sudo (sshd may forbid root: PermitRootLogin)"
                        : "");
    }

    private String whatWeHave() {
        var files = settings.keys().stream().map(key -> key.path().toString()).toList();
        var keys = files.isEmpty() ? "" : "the key " + String.join(", ", files);
        var agent = settings.agent()
                .map(socket -> "the keys of the agent at " + socket)
                .orElse("");
        return keys + (keys.isEmpty() || agent.isEmpty() ? "" : " and ") + agent;
    }

    private String unreachable(JSchException failure, String message) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownHostException) {
            return " has no address that we know; give an address, or mend its name's entry";
        } else if (cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
            return " does not answer (" + cause.getMessage() + "); look whether it is up, and at firewalls and routes";
        } else if (cause instanceof ConnectException) {
            return " takes no connection (" + cause.getMessage() + "); look whether sshd runs and listens on port "
                    + endpoint.port();
        } else if (message.contains("closed by foreign host")) {
            return " hangs up before it says who it is; sshd may have too many newcomers (MaxStartups) or not take us"
                    + " (AllowUsers, hosts.deny)";
        }
        return " cannot be connected to: " + cause.getMessage() + "; look at its sshd's log";
    }

    private static String fileType(String type) {
        var name = type.toLowerCase(Locale.ROOT);
        return name.contains("ed25519") ? "ed25519" : name.contains("ecdsa") ? "ecdsa" : "rsa";
    }
}
