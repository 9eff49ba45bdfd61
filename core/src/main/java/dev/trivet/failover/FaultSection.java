package dev.trivet.failover;

import dev.trivet.failover.FaultMatrix.Cell;
import dev.trivet.failover.FaultMatrix.Kind;
import dev.trivet.failover.OutageBound.Term;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Two tables: one fault of a master, and the same of one master after another. */
final class FaultSection {

    /** The longest list of names in a heading. */
    private static final int MOST_NAMES = 4;

    private final Html html;
    private final FaultMatrix matrix;
    /** The longest outage in any cell, to which the others are drawn in proportion. */
    private final Duration longest;

    FaultSection(FailoverAnalysis analysis, Html html) {
        this.html = html;
        this.matrix = new FaultMatrix(analysis);
        this.longest = matrix.longest(
                        Stream.concat(FaultMatrix.firsts(matrix.alike()).stream(), matrix.inARow().stream()))
                .orElse(Duration.ofMillis(1));
    }

    void write() {
        html.open("section", "aria-labelledby", "faults").element("h2", "Fault by fault", "id", "faults");
        var alike = matrix.alike();
        table(
                "one",
                "One fault: who holds the address, and "
                        + (matrix.hasBounds() ? "how long clients are without service" : "whether clients are served"),
                titles(alike),
                FaultMatrix.firsts(alike));
        var rows = matrix.inARow();
        if (!rows.isEmpty()) {
            table(
                    "row",
                    "The same fault of one master after another: what the last one leads to",
                    rows.stream().map(row -> "of " + names(row, "and")).toList(),
                    rows);
        }
        html.close();
    }

    private List<String> titles(List<List<String>> alike) {
        return alike.stream()
                .map(group -> "of " + names(group, "or") + (group.equals(alike.get(0)) ? ", the holder" : ""))
                .toList();
    }

    private void table(String id, String caption, List<String> titles, List<List<String>> columns) {
        html.open("div", "class", "scroll", "role", "region", "aria-labelledby", id, "tabindex", "0");
        html.open("table").open("caption").element("span", caption, "id", id).close();
        html.open("thead").open("tr").element("th", "Fault", "scope", "col");
        titles.forEach(title -> html.element("th", title, "scope", "col"));
        html.close().close().open("tbody");
        for (Kind kind : FaultMatrix.kinds()) {
            html.open("tr").element("th", StorySection.sentence(kind.toString()), "scope", "row");
            columns.forEach(masters -> cell(matrix.cell(kind, masters)));
            html.close();
        }
        html.close().close().close();
    }

    private void cell(Cell cell) {
        html.open("td").element("p", holder(cell), "class", "who");
        var terms = cell.terms().orElse(List.of());
        if (!cell.after().served()) {
            html.element("p", unserved(cell.after()), "class", "unserved");
        } else if (cell.terms().isEmpty()) {
            html.element("p", "\u2713 clients are served");
        } else if (terms.isEmpty()) {
            html.element("p", "\u2713 no outage");
        } else {
            bound(cell, terms);
        }
        html.close();
    }

    private static String holder(Cell cell) {
        var holders = cell.after().holders();
        if (holders.size() > 1) {
            return String.join(" and ", holders) + " both take the address";
        } else if (holders.isEmpty()) {
            return "nobody holds the address";
        }
        return holders.get(0) + (holders.equals(cell.before().holders()) ? " keeps the address" : " takes the address");
    }

    private static String unserved(Outcome outcome) {
        return outcome.couldServe() ? "\u2717 not served, though clients could be" : "\u2717 nobody can serve";
    }

    private void bound(Cell cell, List<Term> terms) {
        html.open("details").open("summary");
        html.element("strong", millis(cell.total().orElseThrow())).text(" at most");
        bar(terms);
        html.close().open("ul");
        for (Term term : terms) {
            html.open("li").element("strong", millis(term.duration())).text(" " + term.what() + " ");
            html.element("code", term.formula()).close();
        }
        html.close().close();
    }

    /** The terms beside each other. */
    private void bar(List<Term> terms) {
        html.open("svg", "viewBox", "0 0 100 4", "preserveAspectRatio", "none", "aria-hidden", "true");
        var begin = Duration.ZERO;
        for (Term term : terms) {
            html.empty("rect", "x", share(begin), "width", share(term.duration()), "height", "4");
            begin = begin.plus(term.duration());
        }
        html.close();
    }

    private String share(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * duration.toNanos() / longest.toNanos());
    }

    static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }

    private static String names(List<String> masters, String conjunction) {
        int last = masters.size() - 1;
        if (last == 0) {
            return masters.get(0);
        } else if (last >= MOST_NAMES) {
            return masters.get(0) + " to " + masters.get(last) + " (" + masters.size() + " masters, any one)";
        }
        return String.join(", ", masters.subList(0, last)) + " " + conjunction + " " + masters.get(last);
    }
}
