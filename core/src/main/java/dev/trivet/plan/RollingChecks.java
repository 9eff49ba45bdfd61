package dev.trivet.plan;

import dev.trivet.artifact.Artifact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A running control plane can be changed one master after the other. What all speakers must agree on cannot: while they
 * differ, two masters hold the address. One speaker that differs from all others is mended, not rolled.
 */
final class RollingChecks {

    private static final Map<String, Pattern> AGREED = agreed();

    private RollingChecks() {}

    private static Map<String, Pattern> agreed() {
        var patterns = new LinkedHashMap<String, Pattern>();
        patterns.put("virtual router id", Pattern.compile("(?m)^\\s*virtual_router_id\\s+(\\S+)"));
        patterns.put("VRRP version", Pattern.compile("(?m)^\\s*vrrp_version\\s+(\\S+)"));
        patterns.put("advertisement interval", Pattern.compile("(?m)^\\s*advert_int\\s+(\\S+)"));
        patterns.put("authentication", Pattern.compile("(?m)^\\s*auth_pass\\s+(\\S+)"));
        patterns.put("way to reach its peers (unicast or multicast)", Pattern.compile("(?m)^\\s*(unicast_peer)"));
        return patterns;
    }

    static void check(Situation situation, List<Blocker> blockers) {
        AGREED.forEach((name, pattern) -> {
            var changing = changing(situation, pattern);
            if (changing.size() > 1) {
                blockers.add(new Blocker(
                        BlockerKind.NOT_ROLLABLE,
                        Optional.empty(),
                        "the " + name + " would change on " + String.join(", ", changing)
                                + ", and while masters differ in it, more than one holds the virtual IP",
                        "keep the old value in the spec"));
            }
        });
    }

    private static List<String> changing(Situation situation, Pattern pattern) {
        var changing = new ArrayList<String>();
        situation.forEachReached((master, facts) -> {
            var wanted = situation.artifact(master.name(), NodeFiles.KEEPALIVED_CONFIG);
            if (speaks(facts)
                    && wanted.filter(artifact -> changes(facts, artifact, pattern))
                            .isPresent()) {
                changing.add(master.name());
            }
        });
        return changing;
    }

    /** One that has yet to become a master speaks as soon as its keepalived runs, if that is ours. */
    private static boolean speaks(MasterFacts facts) {
        boolean isPut = !(facts.file(NodeFiles.KEEPALIVED_MANIFEST) instanceof FileFacts.Absent);
        return facts.membership() == Membership.COMPLETE
                || (isPut && !facts.activity().idsOf("keepalived").isEmpty());
    }

    /** A file that is not there runs nowhere; one that cannot be read may say anything. */
    private static boolean changes(MasterFacts facts, Artifact wanted, Pattern pattern) {
        if (!(facts.file(wanted.path()) instanceof FileFacts.Present file)
                || file.sha256().equals(Hashes.sha256(wanted.bytes()))) {
            return false;
        }
        return file.text()
                .map(text -> !value(pattern, text).equals(value(pattern, wanted.text())))
                .orElse(true);
    }

    private static Optional<String> value(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
