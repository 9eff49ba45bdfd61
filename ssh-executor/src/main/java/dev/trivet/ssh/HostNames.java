package dev.trivet.ssh;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What hosts are called, in {@code host} or {@code [host]:port}. */
final class HostNames {

    private static final Pattern WITH_PORT = Pattern.compile("\\[(.*)](:[0-9]+)");

    /** With two colons or more, it is never looked up. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    private HostNames() {}

    /** The same for every spelling of an IPv6 address; other names stay as they are. */
    static String canonical(String name) {
        var matcher = WITH_PORT.matcher(name);
        return matcher.matches() ? "[" + address(matcher.group(1)) + "]" + matcher.group(2) : address(name);
    }

    private static String address(String host) {
        if (!IPV6.matcher(host).matches()) {
            return host;
        }
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
