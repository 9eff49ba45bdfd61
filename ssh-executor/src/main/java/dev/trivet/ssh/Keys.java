package dev.trivet.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/**
 * What one connection logs in with: the keys that were read, then the agent's.
 *
 * <p>The library holds a lock on the list while it logs in, and on its talk with an agent. So that one machine never waits
 * for another, every connection has its own.
 */
final class Keys implements IdentityRepository {

    private final List<Identity> files;
    private final Optional<AgentIdentityRepository> agent;

    Keys(List<Identity> files, Optional<Path> socket) {
        this.files = files;
        this.agent = socket.map(Keys::agentAt);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // The library asks for a Vector.
    public Vector<Identity> getIdentities() {
        var all = new Vector<Identity>(files);
        agent.ifPresent(keys -> all.addAll(keys.getIdentities()));
        return all;
    }

    @Override
    public String getName() {
        return "keys";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {
        // They are the executor's, not the connection's.
    }

    static AgentIdentityRepository agentAt(Path socket) {
        try {
            return new AgentIdentityRepository(new SSHAgentConnector(socket));
        } catch (AgentProxyException e) {
            throw new UnusableSshSettingsException("agent at " + socket + " cannot be used: " + e.getMessage());
        }
    }
}
