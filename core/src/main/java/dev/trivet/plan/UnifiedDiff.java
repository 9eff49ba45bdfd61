package dev.trivet.plan;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in lines, as {@code diff -u} prints it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final List<Edit> edits;

    /** One line: kept (' '), removed ('-') or added ('+'), with the lines passed of either text before it. */
    private record Edit(char kind, String line, int passedBefore, int passedAfter) {}

    UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.edits = edits();
    }

    String print(String path) {
        var out = new StringBuilder("--- " + path + "\n+++ " + path + "\n");
        int at = 0;
        while (at < edits.size()) {
            int change = nextChange(at);
            if (change == edits.size()) {
                break;
            }
            int end = endOfHunk(change);
            print(out, edits.subList(Math.max(at, change - CONTEXT), end));
            at = end;
        }
        return out.toString();
    }

    private int nextChange(int from) {
        int at = from;
        while (at < edits.size() && edits.get(at).kind() == ' ') {
            at++;
        }
        return at;
    }

    /** Changes with no more than two contexts between them share a hunk. */
    private int endOfHunk(int change) {
        int end = change;
        int next = change;
        while (next < edits.size() && next - end <= 2 * CONTEXT) {
            end = next + 1;
            next = nextChange(end);
        }
        return Math.min(edits.size(), end + CONTEXT);
    }

    private static void print(StringBuilder out, List<Edit> hunk) {
        long removed = hunk.stream().filter(edit -> edit.kind() != '+').count();
        long added = hunk.stream().filter(edit -> edit.kind() != '-').count();
        var first = hunk.get(0);
        out.append("@@ -").append(range(first.passedBefore(), removed));
        out.append(" +").append(range(first.passedAfter(), added)).append(" @@\n");
        hunk.forEach(edit -> out.append(edit.kind()).append(edit.line()).append('\n'));
    }

    private static String range(int passed, long count) {
        return (count == 0 ? passed : passed + 1) + "," + count;
    }

    private List<Edit> edits() {
        int[][] common = commonLengths();
        var found = new ArrayList<Edit>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean canKeep =
                    i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
            if (canKeep) {
                found.add(new Edit(' ', before.get(i), i++, j++));
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                found.add(new Edit('-', before.get(i), i++, j));
            } else {
                found.add(new Edit('+', after.get(j), i, j++));
            }
        }
        return found;
    }

    /** How many lines the texts have in common from line i and j on. */
    private int[][] commonLengths() {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
