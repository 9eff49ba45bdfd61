package dev.trivet.ssh;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What comes on a stream before the command: from start-up scripts and from sudo. */
final class Preamble {

    private static final int MAX = 64 << 10;

    private final Pattern marker;
    private final String prompt;
    private final Pattern question;

    /** A char a byte. */
    private final StringBuilder text = new StringBuilder();

    private OptionalLong process = OptionalLong.empty();

    Preamble(CommandLine line) {
        marker = Pattern.compile(Pattern.quote(line.marker()) + "([0-9]{1,18})\n");
        prompt = line.prompt();
        question = Pattern.compile("(?<!-p |['\"])" + Pattern.quote(prompt));
    }

    /** Takes what belongs to it, and tells how many bytes that are. */
    int take(byte[] bytes, int from, int length) {
        if (process.isPresent()) {
            return 0;
        }
        int before = text.length();
        text.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
        var matcher = marker.matcher(text);
        if (!matcher.find()) {
            if (text.length() > MAX) {
                text.delete(0, text.length() - MAX / 2);
            }
            return length;
        }
        process = OptionalLong.of(Long.parseLong(matcher.group(1)));
        int taken = matcher.end() - before;
        text.setLength(matcher.start());
        return taken;
    }

    /** The number of the process that is or becomes the command. */
    OptionalLong process() {
        return process;
    }

    /** How often sudo has asked for the password. A shell that traces what it runs shows the prompt as its argument. */
    int prompts() {
        return (int) question.matcher(text).results().count();
    }

    /** What was said, without our own part of it. */
    String words() {
        var bytes = text.toString().replace(prompt, "").getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
