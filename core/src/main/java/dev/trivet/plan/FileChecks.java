package dev.trivet.plan;

import java.util.List;

/** Nothing is in the way of a file, and kubeadm's own are among them. */
final class FileChecks {

    private FileChecks() {}

    static void check(Situation situation, List<Blocker> blockers) {
        situation.forEachReached((master, facts) -> situation
                .artifacts()
                .of(master.name())
                .forEach(artifact -> {
                    if (facts.file(artifact.path()) instanceof FileFacts.Obstructed obstructed) {
                        blockers.add(Blocker.at(
                                master.name(),
                                BlockerKind.FILE_OBSTRUCTED,
                                artifact.path() + " cannot be put: " + obstructed.problem(),
                                "move it away; nothing is written to or through it"));
                    }
                }));
        situation.forEachNewcomer((master, facts) -> {
            var needed = master.name().equals(situation.first())
                            && situation.complete().isEmpty()
                    ? NodeFiles.KUBEADM_INIT
                    : NodeFiles.KUBEADM_JOIN;
            if (situation.artifact(master.name(), needed).isEmpty()) {
                blockers.add(Blocker.at(
                        master.name(),
                        BlockerKind.ARTIFACT_MISSING,
                        needed + " is not among the files",
                        needed.equals(NodeFiles.KUBEADM_JOIN) && master.name().equals(situation.first())
                                ? "name a running master first in the spec: the first one's file is for init"
                                : "render with Renderers.standard(), or add a renderer for it"));
            }
        });
    }
}
