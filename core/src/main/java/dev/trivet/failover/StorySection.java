package dev.trivet.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The counterexamples, each one as a line of time. */
final class StorySection {

    /** Where so many masters or more suffer the same one after another, that is told at once. */
    private static final int MANY = 4;

    private final FailoverAnalysis analysis;
    private final Html html;

    StorySection(FailoverAnalysis analysis, Html html) {
        this.analysis = analysis;
        this.html = html;
    }

    void write() {
        if (analysis.isProved()) {
            return;
        }
        html.open("section", "aria-labelledby", "stories").element("h2", "How it breaks", "id", "stories");
        html.element(
                "p",
                "The shortest way for each, beginning with all well. What no story tells is broken by one of these, too, or"
                        + " by masters that start at the same moment.");
        analysis.counterexamples().forEach(this::story);
        html.close();
    }

    private void story(Counterexample story) {
        html.open("article").element("h3", "Not so: " + story.guarantee());
        html.open("ol", "class", "time");
        moment("At the start", story.start());
        for (List<Counterexample.Step> chapter : chapters(story.steps())) {
            var last = chapter.get(chapter.size() - 1);
            moment(sentence(words(chapter)), last.outcome());
        }
        html.close().open("p", "class", "mend").element("strong", "Mend:").text(" " + story.mend() + ".");
        html.close().close();
    }

    private void moment(String what, Outcome outcome) {
        html.open("li", "class", outcome.served() ? "served" : "unserved");
        html.element("strong", what);
        html.element("p", outcome.reason() + ".");
        html.element("p", verdict(outcome), "class", "verdict").close();
    }

    private static String verdict(Outcome outcome) {
        if (outcome.served()) {
            return "\u2713 Clients are served.";
        } else if (!outcome.couldServe()) {
            return "\u2717 Nobody can serve.";
        }
        return outcome.holders().size() > 1 ? "\u2717 Clients may not be served." : "\u2717 Clients are not served.";
    }

    /** The steps, those together that are the same fault of many masters. */
    private static List<List<Counterexample.Step>> chapters(List<Counterexample.Step> steps) {
        var chapters = new ArrayList<List<Counterexample.Step>>();
        for (int begin = 0; begin < steps.size(); ) {
            int end = begin + 1;
            while (end < steps.size()
                    && isAlike(steps.get(begin).fault(), steps.get(end).fault())) {
                end++;
            }
            end = end - begin < MANY ? begin + 1 : end;
            chapters.add(steps.subList(begin, end));
            begin = end;
        }
        return chapters;
    }

    private static boolean isAlike(Fault one, Fault other) {
        return one.component() == other.component() && one.condition() == other.condition();
    }

    /** A clause as it begins a sentence; the programs' names stay as they are written. */
    static String sentence(String clause) {
        return clause.startsWith("the ") ? "The " + clause.substring(4) : clause;
    }

    private static String words(List<Counterexample.Step> chapter) {
        var fault = chapter.get(0).fault();
        if (chapter.size() == 1) {
            return fault.toString();
        }
        var masters = chapter.stream().map(step -> step.fault().master()).collect(Collectors.joining(", "));
        return fault.component() + " of each of " + masters + " " + fault.verb();
    }
}
