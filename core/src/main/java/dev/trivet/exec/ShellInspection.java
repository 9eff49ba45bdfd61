package dev.trivet.exec;

import dev.trivet.plan.Hashes;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.Master;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a master by a script. */
final class ShellInspection {

    private static final String END = "end";
    private static final String REFUSED = "refused ";

    /** Longer than all of its questions take that are not answered. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final NodeExecutor executor;

    ShellInspection(NodeExecutor executor) {
        this.executor = executor;
    }

    Inspection inspect(Master master, Inquiry inquiry) {
        var question = String.join("\n", question(master, inquiry)) + "\n";
        var result = executor.run(
                master, Script.INSPECT.command().withInput(Secret.of(question)).withDeadline(DEADLINE), line -> {});
        if (!(result instanceof CommandResult.Finished finished)) {
            return new Inspection.Silent(Shell.reason(result));
        }
        var lines = finished.output().lines().toList();
        if (!lines.isEmpty() && lines.get(0).startsWith(REFUSED)) {
            return new Inspection.Silent(lines.get(0).substring(REFUSED.length()));
        }
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
            return new Inspection.Silent("its answer is cut off, the script " + finished + Shell.errors(finished));
        }
        return new Inspection.Answered(new InspectionReader(master, inquiry, new InspectionLines(lines)).facts());
    }

    private static List<String> question(Master master, Inquiry inquiry) {
        Cluster cluster = inquiry.cluster();
        var question = new ArrayList<String>();
        question.add(String.join(
                " ",
                "node",
                master.name(),
                master.address().inUrl(),
                String.valueOf(cluster.apiServerPort()),
                String.valueOf(cluster.balancer().monitorPort())));
        var virtualIp = cluster.virtualRouter().address();
        question.add("address " + virtualIp + " " + virtualIp.inUrl() + " "
                + cluster.balancer().port());
        cluster.kubeadm()
                .criSocket()
                .ifPresent(socket -> question.add("socket " + socket.replaceFirst("^unix://", "")));
        if (inquiry.software()) {
            question.add("software");
        }
        inquiry.commands().forEach(command -> question.add("command " + command));
        inquiry.images().forEach(image -> question.add("image " + image));
        inquiry.files().forEach(file -> question.add("file " + file.path() + " " + Hashes.sha256(file.bytes())));
        return question;
    }
}
