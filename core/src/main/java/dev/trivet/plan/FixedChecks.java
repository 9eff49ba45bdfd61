package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stays as it is in a running control plane, although it stands in files that are rolled: with the new value, either the
 * first master that is changed never comes up, or those that are not yet changed never seem well. One master whose file alone
 * differs is mended: the others have the value that is wanted.
 */
final class FixedChecks {

    private static final List<Setting> SETTINGS = List.of(
            new Setting(
                    "monitor port",
                    NodeFiles.HAPROXY_CONFIG,
                    Pattern.compile("(?m)^\\s*bind\\s+127\\.0\\.0\\.1:(\\d+)"),
                    "those that still have the old one could not be asked whether they are well"),
            new Setting(
                    "API server port",
                    NodeFiles.HAPROXY_CONFIG,
                    Pattern.compile("(?m)^\\s*server\\s+\\S+\\s+\\S+:(\\d+)"),
                    "the API servers stay at the port that kubeadm gave them"),
            new Setting(
                    "virtual IP",
                    NodeFiles.KEEPALIVED_CONFIG,
                    Pattern.compile("(?m)^\\s*virtual_ipaddress\\s*\\{\\s*([0-9A-Fa-f.:]+)"),
                    "the API servers' certificates are for the old one"));

    private FixedChecks() {}

    /** A value that stands in a file, and why it has to stay. */
    private record Setting(String name, String path, Pattern pattern, String reason) {

        Optional<String> in(String text) {
            var matcher = pattern.matcher(text);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }

    static void check(Situation situation, List<Blocker> blockers) {
        SETTINGS.forEach(setting -> check(situation, setting, blockers));
    }

    private static void check(Situation situation, Setting setting, List<Blocker> blockers) {
        var changing = new ArrayList<String>();
        var settled = new ArrayList<String>();
        situation.forEachReached((master, facts) -> {
            var wanted = situation.artifact(master.name(), setting.path());
            var after = wanted.map(Artifact::text).flatMap(setting::in);
            var before = wanted.flatMap(artifact -> text(facts, artifact)).flatMap(setting::in);
            if (facts.membership() == Membership.COMPLETE && before.isPresent() && after.isPresent()) {
                boolean isSettled = before.equals(after);
                (isSettled ? settled : changing).add(master.name() + " (" + before.get() + ")");
            }
        });
        if (changing.size() > 1 || (settled.isEmpty() && !changing.isEmpty())) {
            blockers.add(new Blocker(
                    BlockerKind.NOT_ROLLABLE,
                    Optional.empty(),
                    "the " + setting.name() + " would change on " + String.join(", ", changing) + ", and "
                            + setting.reason(),
                    "keep the old value in the spec"));
        }
    }

    /** Nobody is told the text of a file that is as it should be. */
    private static Optional<String> text(MasterFacts facts, Artifact wanted) {
        if (!(facts.file(wanted.path()) instanceof FileFacts.Present file)) {
            return Optional.empty();
        }
        return file.sha256().equals(Hashes.sha256(wanted.bytes())) ? Optional.of(wanted.text()) : file.text();
    }
}
