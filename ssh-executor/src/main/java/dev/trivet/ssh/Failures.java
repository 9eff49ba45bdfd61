package dev.trivet.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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
            return NotConnectedException.forGood(
                    endpoint + new UntrustedKey(endpoint, settings.hostKeys(), key).explain(failure));
        } else if (failure instanceof JSchAlgoNegoFailException) {
            return NotConnectedException.forGood(endpoint + " and we have no algorithm in common: "
                    + failure.getMessage() + "; let its sshd offer one of today's, as OpenSSH's defaults do");
        }
        String message = String.valueOf(failure.getMessage());
        return NotConnectedException.forNow(
                endpoint + (message.startsWith("Auth ") ? notLetIn() : unreachable(failure, message)));
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
}
