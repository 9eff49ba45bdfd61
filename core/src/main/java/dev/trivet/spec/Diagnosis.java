package dev.trivet.spec;

import java.util.List;

/** Says what is wrong as compilers do: a heading that begins with the place, the lines that it is about, and what to do. */
final class Diagnosis {

    /** Between what is wrong and what to do. */
    private static final String SEPARATOR = "; ";

    private Diagnosis() {}

    static String problem(String message) {
        int end = message.lastIndexOf(SEPARATOR);
        return end < 0 ? message : message.substring(0, end);
    }

    static String remedy(String message) {
        int end = message.lastIndexOf(SEPARATOR);
        return end < 0 ? "" : message.substring(end + SEPARATOR.length());
    }

    /** The first place is the one that is meant, the others are what the problem speaks of. */
    static String text(List<SourcePlace> places, String problem, String remedy) {
        int digits = places.stream()
                .mapToInt(place -> String.valueOf(place.line()).length())
                .max()
                .orElseThrow();
        var lines = new StringBuilder(places.get(0) + ": " + problem);
        for (int i = 0; i < places.size(); i++) {
            append(lines, places.get(i), i == 0 ? '^' : '-', digits);
        }
        if (!remedy.isEmpty()) {
            lines.append('\n').append(" ".repeat(digits)).append("  = ").append(remedy);
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, SourcePlace place, char mark, int digits) {
        var excerpt = place.excerpt().lines().toList();
        if (excerpt.isEmpty()) {
            return;
        }
        lines.append("\n ")
                .append((" ".repeat(digits) + place.line())
                        .substring(String.valueOf(place.line()).length()));
        lines.append(" | ").append(excerpt.get(0));
        lines.append("\n ")
                .append(" ".repeat(digits))
                .append(" | ")
                .append(excerpt.get(1).replace('^', mark));
    }
}
