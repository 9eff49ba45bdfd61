package dev.trivet.harness;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A real browser without a window: opens a page, lets its scripts run, and prints what became of it. */
public final class Chromium {

    private static final String PROGRAM = "chromium";

    private static final List<String> QUIETLY = List.of(
            PROGRAM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--virtual-time-budget=20000",
            "--enable-logging=stderr");

    private Chromium() {}

    /** The colour scheme that pages are asked to have. */
    public enum Scheme {
        /** Dark. */
        DARK(0),
        /** Light. */
        LIGHT(1);

        private final int code;

        Scheme(int code) {
            this.code = code;
        }
    }

    /**
     * Looks for the browser. Under {@code -Dreal-tools.required=true} it does not count as missing, so that a test fails
     * rather than be skipped.
     *
     * @return what is missing, or nothing
     */
    public static Optional<String> missing() {
        return Boolean.getBoolean("real-tools.required")
                        || Program.search(PROGRAM).isPresent()
                ? Optional.empty()
                : Optional.of("not installed: " + PROGRAM);
    }

    /**
     * Opens a page.
     *
     * @param page a file
     * @param profile an empty folder
     * @param scheme the colour scheme
     * @return the document in the end, as HTML, and the console's messages with {@code CONSOLE} in their lines
     */
    public static String open(Path page, Path profile, Scheme scheme) {
        var command = new ArrayList<>(QUIETLY);
        command.add("--user-data-dir=" + profile);
        command.add("--blink-settings=preferredColorScheme=" + scheme.code);
        command.add("--dump-dom");
        command.add(page.toUri().toString());
        return Program.run(command);
    }

    /**
     * What a page's script wrote into its document, a line each: {@code verdict=} and JSON, encoded as in an address.
     *
     * @param seen the document
     * @return the JSON texts
     */
    public static List<String> verdicts(String seen) {
        return Pattern.compile("verdict=(%7B\\S+)")
                .matcher(seen)
                .results()
                .map(found -> URLDecoder.decode(found.group(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
