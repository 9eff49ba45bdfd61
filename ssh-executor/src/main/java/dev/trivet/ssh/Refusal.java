package dev.trivet.ssh;

/** Says why a machine that let us in did not run a command, and what to do about it. */
final class Refusal {

    private Refusal() {}

    static String ofPassword(Endpoint endpoint) {
        return endpoint + ": sudo refuses the password of " + endpoint.user()
                + "; give the right one to sudo(Secret). It is not tried again, lest the account be locked";
    }

    static String ofCommand(Endpoint endpoint, Sudo sudo, int exitCode, String words) {
        var said = words.isEmpty() ? "exit code " + exitCode : words;
        return endpoint + " did not run it but said: " + said + "; " + remedy(endpoint, sudo);
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
