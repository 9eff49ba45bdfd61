package dev.trivet.ssh;

/**
 * An SSH server and who to be there.
 *
 * @param name what people call the machine
 * @param host an address or a name
 */
record Endpoint(String name, String user, String host, int port) {

    static final int STANDARD_PORT = 22;

    private static final int HIGHEST_PORT = 65535;

    static int checkedPort(int port) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port " + port + " is none; give 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    /** What a file of known hosts calls a server. */
    String knownAs() {
        return port == STANDARD_PORT ? host : "[" + host + "]:" + port;
    }

    /** The beginning of what people are told about it. */
    @Override
    public String toString() {
        return name.equals(host) ? knownAs() : name + " (" + knownAs() + ")";
    }
}
