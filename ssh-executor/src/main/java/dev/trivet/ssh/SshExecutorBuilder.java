package dev.trivet.ssh;

/**
 * Collects the rest of what an {@link SshExecutor} needs.
 *
 * @since 0.1.0
 */
public final class SshExecutorBuilder extends SshOptions<SshExecutorBuilder> {

    private final HostKeys hostKeys;

    SshExecutorBuilder(SshDraft draft, HostKeys hostKeys) {
        super(draft);
        this.hostKeys = hostKeys;
    }

    /**
     * Reads the keys and opens the executor. Nothing is connected yet.
     *
     * @return the executor, to be closed
     * @throws UnusableSshSettingsException when a key or a file of host keys cannot be used, or there is nothing to log in
     *     with
     */
    public SshExecutor open() {
        return new SshExecutor(draft.settings(hostKeys));
    }

    @Override
    SshExecutorBuilder self() {
        return this;
    }

    /** What it has been told so far. */
    @Override
    public String toString() {
        return draft.settings(hostKeys) + ", not open yet";
    }
}
