package dev.trivet.ssh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A machine in between. */
record JumpHost(Optional<String> user, String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:([^@\\s]+)@)?(?:\\[([0-9A-Fa-f:.]+)]|([^:@\\s\\[\\]]+))(?::([0-9]{1,5}))?");
    private static final Pattern BARE_IPV6 =
            Pattern.compile("(?:([^@\\s]+)@)?([0-9A-Fa-f.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");

    static JumpHost parse(String text) {
        Matcher bare = BARE_IPV6.matcher(text);
        if (bare.matches()) {
            return new JumpHost(Optional.ofNullable(bare.group(1)), bare.group(2), Endpoint.STANDARD_PORT);
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "jump host \"" + text + "\" is not understood; write host, user@host or user@host:port");
        }
        var host = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(3));
        var port = Optional.ofNullable(matcher.group(4)).map(Integer::parseInt).orElse(Endpoint.STANDARD_PORT);
        return new JumpHost(Optional.ofNullable(matcher.group(1)), host, Endpoint.checkedPort(port));
    }

    Endpoint endpoint(String otherwise) {
        return new Endpoint("jump host " + host, user.orElse(otherwise), host, port);
    }
}
