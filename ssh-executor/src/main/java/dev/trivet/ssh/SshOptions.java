package dev.trivet.ssh;

import dev.trivet.exec.Secret;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to reach the machines and how to become root there. All of it may be given in any order, before or after the host
 * keys.
 *
 * @param <S> the stage that the options are given at
 * @since 0.1.0
 */
public abstract sealed class SshOptions<S extends SshOptions<S>> permits SshLogin, SshExecutorBuilder {

    final SshDraft draft;

    SshOptions(SshDraft draft) {
        this.draft = draft;
    }

    abstract S self();

    /**
     * Sets the port of the machines' SSH servers.
     *
     * @param port 1 to 65535; 22 by default
     * @return this stage
     * @throws IllegalArgumentException when it is no port
     */
    public final S port(int port) {
        draft.port = Endpoint.checkedPort(port);
        return self();
    }

    /**
     * Adds a private key to log in with, which is not encrypted. A certificate beside it, called as the key with {@code
     * -cert.pub} behind, is tried before the key alone.
     *
     * @param key a file in OpenSSH's, PEM or PuTTY's format
     * @return this stage
     */
    public final S identity(Path key) {
        draft.keys.add(KeyFile.plain(key));
        return self();
    }

    /**
     * Adds an encrypted private key to log in with, and its certificate as above.
     *
     * @param key a file in OpenSSH's, PEM or PuTTY's format
     * @param passphrase what it is encrypted with
     * @return this stage
     */
    public final S identity(Path key, Secret passphrase) {
        draft.keys.add(KeyFile.encrypted(key, passphrase));
        return self();
    }

    /**
     * Logs in with the keys of an agent, after those given by {@link #identity(Path)}.
     *
     * @param socket where the agent listens, as in SSH_AUTH_SOCK, which is not looked at
     * @return this stage
     */
    public final S agent(Path socket) {
        draft.agent(socket);
        return self();
    }

    /**
     * Becomes root by sudo, which must not ask for a password.
     *
     * @return this stage
     */
    public final S sudo() {
        draft.sudo = Sudo.free();
        return self();
    }

    /**
     * Becomes root by sudo with a password. It is written only where sudo asks for it and once a command; after a machine
     * has refused it, the executor runs nothing there any more.
     *
     * @param password the user's own password
     * @return this stage
     */
    public final S sudo(Secret password) {
        draft.sudo = Sudo.with(password);
        return self();
    }

    /**
     * Reaches the machines through another one, by the same keys and with a host key known likewise. Given several times,
     * each is reached through the one before.
     *
     * @param host {@code host}, {@code user@host} or {@code user@host:port}, an IPv6 address with a port in brackets; the
     *     user is by default the same as on the machines, the port 22
     * @return this stage
     * @throws IllegalArgumentException when it is written otherwise
     */
    public final S jump(String host) {
        draft.jumps.add(JumpHost.parse(host));
        return self();
    }

    /**
     * Sets how long a server may leave us waiting while a connection is made.
     *
     * @param timeout 1 ms to 1 h; 10 s by default
     * @return this stage
     * @throws IllegalArgumentException when it is out of range
     */
    public final S connectTimeout(Duration timeout) {
        draft.connectTimeout = SshDraft.checked("connectTimeout", timeout);
        return self();
    }

    /**
     * Sets after which silence a server is asked whether it is there. A connection on which three such questions stay
     * without an answer is given up.
     *
     * @param interval 1 ms to 1 h; 10 s by default
     * @return this stage
     * @throws IllegalArgumentException when it is out of range
     */
    public final S keepAlive(Duration interval) {
        draft.keepAlive = SshDraft.checked("keepAlive", interval);
        return self();
    }
}
