package dev.trivet.ssh;

import java.io.Serial;

/** There is no connection, for a reason that people can read. */
final class NotConnectedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    private NotConnectedException(String reason, boolean lasting) {
        super(reason);
        this.lasting = lasting;
    }

    /** The next attempt may succeed. */
    static NotConnectedException forNow(String reason) {
        return new NotConnectedException(reason, false);
    }

    /** It must not be tried again. */
    static NotConnectedException forGood(String reason) {
        return new NotConnectedException(reason, true);
    }

    boolean isLasting() {
        return lasting;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
