package dev.trivet.spec;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses and subnets strictly: what another program might read differently is not an address here. */
final class Literals {

    /** Four decimal numbers without leading zeros, or IPv6's hexadecimal groups: no zone, no embedded IPv4. */
    static final String ADDRESS =
            "(?:(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,34})";

    private static final String PREFIX = "(?:0|[1-9]\\d{0,2})";

    static final String ADDRESS_WITH_PREFIX = ADDRESS + "/" + PREFIX;

    private static final Pattern ADDRESS_TEXT = Pattern.compile(ADDRESS);
    private static final Pattern PREFIX_LENGTH = Pattern.compile(PREFIX);

    private static final IPAddressStringParameters SINGLE_ADDRESS = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .toParams();

    private Literals() {}

    static Optional<IpAddress> address(String text) {
        return parsed(text).map(IpAddress::new);
    }

    /** An address with a prefix length, such as {@code 192.168.1.50/24}. */
    static Optional<VirtualAddress> addressWithPrefix(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX_LENGTH.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefixLength = Integer.parseInt(text.substring(slash + 1));
        return parsed(text.substring(0, slash))
                .filter(address -> prefixLength <= address.getBitCount())
                .map(address ->
                        new VirtualAddress(new IpAddress(address), new Subnet(address.toPrefixBlock(prefixLength))));
    }

    /** A subnet in CIDR form whose host bits are all zero. */
    static Optional<Subnet> subnet(String text) {
        return addressWithPrefix(text)
                .filter(found -> found.subnet().isNetworkAddress(found.address()))
                .map(VirtualAddress::subnet);
    }

    private static Optional<IPAddress> parsed(String text) {
        if (!ADDRESS_TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IPAddressString(text, SINGLE_ADDRESS).toAddress())
                    .filter(a -> !a.isMultiple());
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }
}
