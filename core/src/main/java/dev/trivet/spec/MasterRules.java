package dev.trivet.spec;

import java.util.HashMap;
import java.util.Map;

/** How many masters there are, and what they are called. */
final class MasterRules {

    private MasterRules() {}

    static void check(Draft draft, Findings findings) {
        int count = draft.spec.masters().size();
        if (count == 0) {
            findings.add(Rule.REQUIRED, "masters", "", "is missing; list three masters with name and address");
        } else if (count % 2 == 0 || count == 1 || count > 7) {
            findings.add(Rule.MASTER_COUNT, "masters", count, consequence(count) + "; use 3, 5 or 7 masters");
        }
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < count; i++) {
            checkName(draft.spec.masters().get(i).name(), i, first, findings);
        }
    }

    private static String consequence(int count) {
        if (count == 1) {
            return "is a single master, whose loss is the cluster's";
        }
        return count > 7
                ? "is more than etcd serves well"
                : "is an even number, which survives no more than " + (count - 1) + " would";
    }

    private static void checkName(String name, int index, Map<String, Integer> first, Findings findings) {
        var path = "masters[" + index + "].name";
        if (name.isEmpty()) {
            findings.add(Rule.REQUIRED, path, "", "is missing; give the host's name");
            return;
        }
        if (!Names.isSubdomain(name) || name.length() > Names.LONGEST_OF_HOST) {
            findings.add(
                    Rule.MASTER_NAME,
                    path,
                    name,
                    "is no RFC 1123 name of at most 63 characters; use lower-case letters, digits, hyphens and dots");
        }
        var earlier = first.putIfAbsent(name, index);
        if (earlier != null) {
            findings.add(
                    Rule.MASTER_NAME_UNIQUE,
                    path,
                    name,
                    "is the name of masters[" + earlier + "] too; give each master its own",
                    "masters[" + earlier + "].name");
        }
    }
}
