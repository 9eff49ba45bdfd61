package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The address, and the masters that may hold it. */
final class RackSection {

    /** More are folded away. */
    private static final int SHOWN = 12;

    private final FailoverAnalysis analysis;
    private final Html html;
    private final List<String> holders;

    RackSection(FailoverAnalysis analysis, Html html) {
        this.analysis = analysis;
        this.html = html;
        this.holders = Replay.of(analysis.model()).now().holders();
    }

    void write() {
        html.open("section", "aria-labelledby", "rack").element("h2", "The rack", "id", "rack");
        facts();
        var masters = analysis.model().masters();
        cards(masters.subList(0, Math.min(SHOWN, masters.size())));
        if (masters.size() > SHOWN) {
            html.open("details").element("summary", (masters.size() - SHOWN) + " more masters");
            cards(masters.subList(SHOWN, masters.size()));
            html.close();
        }
        html.close();
    }

    private void facts() {
        int masters = analysis.model().masters().size();
        html.open("dl", "class", "facts");
        analysis.cluster().ifPresent(cluster -> {
            fact("Virtual address", joined(cluster.virtualRouter().addresses()));
            fact("Clients reach", cluster.endpoint().toString());
        });
        fact("Nodes that may be lost", (masters - 1) / 2 + " of " + masters);
        new FaultMatrix(analysis)
                .longest()
                .ifPresent(longest -> fact("Longest outage after one fault", FaultSection.millis(longest)));
        html.close();
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void cards(List<String> masters) {
        html.open("ul", "class", "rack");
        masters.forEach(this::card);
        html.close();
    }

    private void card(String master) {
        boolean holds = holders.contains(master);
        var model = analysis.model();
        html.open("li", "class", holds ? "holder" : "backup").element("h3", master);
        addresses(master).ifPresent(addresses -> html.element("p", addresses));
        html.element("p", "priority " + model.priorities().get(model.masters().indexOf(master)));
        if (holds) {
            html.element("p", "holds the address while all is well", "class", "role");
        }
        html.close();
    }

    private Optional<String> addresses(String name) {
        return analysis.cluster().map(Cluster::masters).stream()
                .flatMap(List::stream)
                .filter(master -> master.name().equals(name))
                .map(Master::addresses)
                .map(RackSection::joined)
                .findFirst();
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
