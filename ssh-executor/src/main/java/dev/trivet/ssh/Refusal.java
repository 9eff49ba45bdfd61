package dev.trivet.ssh;

/** Says why a machine that let us in did not run a command, and what to do about it. */
final class Refusal {

    private static final String NOT_AGAIN = "It is not tried again, lest the account be locked";

    private Refusal() {}

    static String ofPassword(Endpoint endpoint) {
        return endpoint + ": sudo refuses the password of " + endpoint.user() + "; give the right one to sudo(Secret). "
                + NOT_AGAIN;
    }

    /** The password may be wrong and have been the last try, or right and its user allowed nothing: only sudo's words tell. */
    static String afterPassword(Endpoint endpoint, int exitCode, String words) {
        return endpoint + ": sudo runs nothing with this password of " + endpoint.user() + " but says: "
                + said(exitCode, words) + "; give the right one to sudo(Secret), or allow " + endpoint.user()
                + " to run everything by sudo. " + NOT_AGAIN;
    }

    static String ofCommand(Endpoint endpoint, Sudo sudo, int exitCode, String words) {
        return endpoint + " did not run it but said: " + said(exitCode, words) + "; " + remedy(endpoint, sudo);
    }

    private static String said(int exitCode, String words) {
        return words.isEmpty() ? "exit code " + exitCode : words;
    }

    private static String remedy(Endpoint endpoint, Sudo sudo) {
        if (sudo instanceof Sudo.Free) {
            return "allow " + endpoint.user()
                    + " to use sudo without a password (NOPASSWD: ALL), or give the password to" + " sudo(Secret)";
        } else if (sudo instanceof Sudo.With) {
            return "allow " + endpoint.user() + " to run everything by sudo, or log in as root";
        }
        return "give " + endpoint.user() + " a login shell that takes commands, and no forced one";
    }
}
