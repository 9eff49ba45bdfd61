package dev.trivet.ssh;

/**
 * The stage that asks whose host keys to trust; there is no default for that.
 *
 * @since 0.1.0
 */
public final class SshLogin extends SshOptions<SshLogin> {

    SshLogin(SshDraft draft) {
        super(draft);
    }

    /**
     * Sets which host keys the machines, and those in between, must show.
     *
     * @param hostKeys for instance {@code HostKeys.knownHosts(Path.of("known_hosts"))}
     * @return the builder for everything else
     */
    public SshExecutorBuilder trusting(HostKeys hostKeys) {
        return new SshExecutorBuilder(draft, hostKeys);
    }

    @Override
    SshLogin self() {
        return this;
    }

    /** What is still to be said. */
    @Override
    public String toString() {
        return "SSH, not open yet: say whose host keys to trust";
    }
}
