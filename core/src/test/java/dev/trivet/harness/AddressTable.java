package dev.trivet.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** A host's own addresses, as the kernel lists them. */
record AddressTable(Path folder) {

    boolean has(String address) {
        return address.contains(":") ? hasIpv6(address) : hasIpv4(address);
    }

    private boolean hasIpv6(String address) {
        var digits = HexFormat.of().formatHex(bytes(address));
        return lines("if_inet6").stream().anyMatch(line -> line.startsWith(digits + " "));
    }

    /** An address is a leaf of the routing tree, and "host LOCAL" stands in the line below where it is the host's own. */
    private boolean hasIpv4(String address) {
        var lines = lines("fib_trie");
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).endsWith("|-- " + address) && lines.get(i + 1).contains("host LOCAL")) {
                return true;
            }
        }
        return false;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the host's addresses", e);
        }
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(address + " is no address", e);
        }
    }
}
