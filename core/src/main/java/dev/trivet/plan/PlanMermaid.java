package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan as a diagram: a Mermaid flowchart in which steps without a way between them may run side by side. */
final class PlanMermaid {

    private final Plan plan;
    private final StringBuilder out = new StringBuilder("flowchart TD\n");

    private PlanMermaid(Plan plan) {
        this.plan = plan;
    }

    static String of(Cluster cluster, Plan plan) {
        var diagram = new PlanMermaid(plan);
        diagram.line("accTitle: Control plane " + cluster.name());
        if (!plan.blockers().isEmpty()) {
            diagram.blockers();
        } else if (plan.isEmpty()) {
            diagram.line("done([\"nothing to do\"])");
        } else {
            diagram.steps();
        }
        return diagram.out.toString();
    }

    private void blockers() {
        line("blocked{{\"nothing may be written\"}}");
        for (int i = 0; i < plan.blockers().size(); i++) {
            line("b" + (i + 1) + "[\"" + MermaidText.of(plan.blockers().get(i).toString()) + "\"] --> blocked");
        }
    }

    private void steps() {
        var before = directlyBefore();
        var groups = groups(before);
        groups.forEach(this::group);
        Set<String> arrows = new LinkedHashSet<>();
        for (int step = 0; step < before.size(); step++) {
            for (int earlier : before.get(step)) {
                arrows.add(name(groups, earlier) + " --> " + name(groups, step));
            }
        }
        arrows.forEach(this::line);
    }

    /** Without the steps that come before others of the same list anyway. */
    private List<Set<Integer>> directlyBefore() {
        var all = new ArrayList<Set<Integer>>();
        var direct = new ArrayList<Set<Integer>>();
        for (Step step : plan.steps()) {
            var before = new TreeSet<>(
                    plan.before(step).stream().map(plan.steps()::indexOf).toList());
            all.add(before);
            var rest = new TreeSet<>(before);
            before.forEach(earlier -> rest.removeAll(all.get(earlier)));
            direct.add(rest);
        }
        return direct;
    }

    /** Steps that come after the same ones and before the same ones stand together. */
    private static List<List<Integer>> groups(List<Set<Integer>> before) {
        Map<List<Set<Integer>>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            int step = i;
            var after = IntStream.range(0, before.size())
                    .filter(later -> before.get(later).contains(step))
                    .boxed()
                    .collect(Collectors.toSet());
            groups.computeIfAbsent(List.of(before.get(step), after), any -> new ArrayList<>())
                    .add(step);
        }
        return List.copyOf(groups.values());
    }

    private void group(List<Integer> steps) {
        if (steps.size() == 1) {
            line(node(steps.get(0)));
            return;
        }
        line("subgraph " + groupName(steps) + "[\"side by side\"]");
        line("  direction TB");
        steps.forEach(step -> line("  " + node(step)));
        line("end");
    }

    private String node(int number) {
        var step = plan.steps().get(number);
        var label = new StringBuilder(MermaidText.of(step.title()));
        if (step instanceof Step.VerifyControlPlane verify) {
            verify.unmet().forEach(unmet -> label.append("<br/>now: ").append(MermaidText.of(unmet)));
        }
        return stepName(number) + "[\"" + label + "\"]";
    }

    private static String name(List<List<Integer>> groups, int step) {
        return groups.stream()
                .filter(group -> group.size() > 1 && group.contains(step))
                .findFirst()
                .map(PlanMermaid::groupName)
                .orElse(stepName(step));
    }

    private static String groupName(List<Integer> steps) {
        return "from" + (steps.get(0) + 1);
    }

    private static String stepName(int step) {
        return "s" + (step + 1);
    }

    private void line(String line) {
        out.append("  ").append(line).append('\n');
    }
}
