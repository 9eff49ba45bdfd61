package dev.trivet.plan;

import dev.trivet.spec.Cluster;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan for programs. */
final class PlanJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PlanJson() {}

    static String of(Cluster cluster, Plan plan) {
        var tree = MAPPER.createObjectNode().put("cluster", cluster.name());
        var steps = tree.putArray("steps");
        plan.steps().forEach(step -> add(steps, plan, step));
        var blockers = tree.putArray("blockers");
        plan.blockers().forEach(blocker -> add(blockers, blocker));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private static void add(ArrayNode steps, Plan plan, Step step) {
        var node = steps.addObject();
        node.put("kind", step.getClass().getSimpleName()).put("title", step.title());
        if (step instanceof Step.AtMaster at) {
            node.put("master", at.master());
        }
        var after = node.putArray("after");
        plan.before(step).forEach(earlier -> after.add(plan.steps().indexOf(earlier)));
        if (step instanceof Step.ChangesFiles files) {
            var changes = node.putArray("files");
            files.changes().forEach(change -> add(changes, change));
        } else if (step instanceof Step.VerifyControlPlane verify) {
            var unmet = node.putArray("unmet");
            verify.unmet().forEach(unmet::add);
        }
    }

    private static void add(ArrayNode files, FileChange change) {
        var artifact = change.artifact();
        ObjectNode node = files.addObject()
                .put("path", artifact.path())
                .put("mode", artifact.mode().toString())
                .put("sha256", Hashes.sha256(artifact.bytes()));
        if (change.before() instanceof FileFacts.Present file) {
            node.put("before", file.sha256());
        }
    }

    private static void add(ArrayNode blockers, Blocker blocker) {
        var node = blockers.addObject().put("kind", blocker.kind().id());
        blocker.master().ifPresent(master -> node.put("master", master));
        node.put("problem", blocker.problem()).put("remedy", blocker.remedy());
    }
}
