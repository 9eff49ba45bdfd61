package dev.trivet.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a file of known hosts. It must be understood wholly: one that is passed over may be the one that revokes a key.
 *
 * @param number from 1 on
 * @param text a char a byte
 */
record KnownHostsLine(Path file, int number, String text) {

    /** The library cuts what is much longer, and takes the rest for another line. */
    private static final int MAX = 10_000;

    private static final Pattern NOTHING = Pattern.compile("[ \\t]*(?:#.*)?", Pattern.DOTALL);
    private static final String NAMES = "(?<names>[!-?A-~][!-~]*)[ \\t]+";

    private static final Pattern FIRST_PROTOCOL =
            Pattern.compile("[ \\t]*" + NAMES + "\\d+[ \\t]+\\d+[ \\t]+\\d+(?:[ \\t].*)?");
    private static final Pattern FORM = Pattern.compile("[ \\t]*(?:(?<marker>@cert-authority|@revoked)[ \\t]+)?" + NAMES
            + "(?<type>[!-~]+)[ \\t]+(?<key>[A-Za-z0-9+/=]+)(?:[ \\t].*)?");

    private static final String HASH = "[A-Za-z0-9+/]{27}=";
    private static final Pattern HASHED = Pattern.compile("\\|1\\|" + HASH + "\\|" + HASH);

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    /** What it says, if anything, written as plainly as can be: no two readers differ in that. */
    Optional<String> plain() {
        if (text.length() > MAX) {
            throw bad("is longer than " + MAX + " bytes");
        }
        if (NOTHING.matcher(text).matches() || FIRST_PROTOCOL.matcher(text).matches()) {
            return Optional.empty();
        }
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw bad("is none: [@cert-authority or @revoked] names type key [comment]");
        }
        var marker = Optional.ofNullable(matcher.group("marker"))
                .map(word -> word + " ")
                .orElse("");
        return Optional.of(marker + names(matcher) + " " + matcher.group("type") + " " + key(matcher) + "\n");
    }

    /** Names that are excepted are known to no one here: an authority would be taken to speak for them as well. */
    private String names(Matcher matcher) {
        var names = matcher.group("names");
        if (names.startsWith("|") && !HASHED.matcher(names).matches()) {
            throw bad("has a hashed name that is cut off");
        }
        if ("@cert-authority".equals(matcher.group("marker")) && (names.startsWith("!") || names.contains(",!"))) {
            throw bad("excepts names with !, which is not heeded here");
        }
        return names;
    }

    private String key(Matcher matcher) {
        var type = matcher.group("type");
        if (type.endsWith(CERTIFICATE)) {
            throw bad("has a certificate where a key belongs");
        }
        try {
            var key = Base64.getDecoder().decode(matcher.group("key"));
            if (isKey(ByteBuffer.wrap(key), type)) {
                return Base64.getEncoder().encodeToString(key);
            }
        } catch (IllegalArgumentException e) {
            // As any other key that is none.
        }
        throw bad("has a key that is cut off or not of its type");
    }

    /** It is made of strings wholly, of which the first is its type. */
    private static boolean isKey(ByteBuffer key, String type) {
        boolean isFirst = true;
        while (key.hasRemaining()) {
            int length = key.remaining() < Integer.BYTES ? -1 : key.getInt();
            if (length < 0 || length > key.remaining()) {
                return false;
            }
            var part = new byte[length];
            key.get(part);
            if (isFirst && !type.equals(new String(part, StandardCharsets.ISO_8859_1))) {
                return false;
            }
            isFirst = false;
        }
        return !isFirst;
    }

    private UnusableSshSettingsException bad(String why) {
        return new UnusableSshSettingsException(
                "known hosts " + file + " line " + number + " " + why + "; mend or remove that line");
    }
}
