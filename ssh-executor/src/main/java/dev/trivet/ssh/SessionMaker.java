package dev.trivet.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.util.List;

/** Makes connections that are not connected yet, all by the same settings. */
final class SessionMaker {

    private static final int UNANSWERED = 3;

    private final SshSettings settings;
    private final JSch library = new JSch();
    private final List<Identity> keys;
    private final HostKeyRepository knownHosts;

    /** Reads what there is to read. */
    SessionMaker(SshSettings settings) {
        this.settings = settings;
        library.setInstanceLogger(new DebugLog());
        keys = new KeyReader(library).read(settings);
        knownHosts = new KnownHostsReader(library).read(settings.hostKeys().files());
    }

    SshSettings settings() {
        return settings;
    }

    Session session(Endpoint endpoint, Link link) throws JSchException {
        var session = library.getSession(endpoint.user(), endpoint.host(), endpoint.port());
        Algorithms.SETTINGS.forEach(session::setConfig);
        // Without an agent, keys are few, and it takes a flight to ask which one is welcome.
        session.setConfig("enable_pubkey_auth_query", settings.agent().isPresent() ? "yes" : "no");
        session.setHostKeyRepository(new TrustedKeys(settings.hostKeys().pinsOf(endpoint), knownHosts));
        session.setIdentityRepository(new Keys(keys, settings.agent()));
        session.setSocketFactory(link);
        session.setDaemonThread(true);
        session.setServerAliveInterval(settings.keepAliveMillis());
        session.setServerAliveCountMax(UNANSWERED);
        return session;
    }
}
