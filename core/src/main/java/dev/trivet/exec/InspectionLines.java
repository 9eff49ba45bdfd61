package dev.trivet.exec;

import dev.trivet.plan.JobStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of an answer, a word for the kind and the rest. */
final class InspectionLines {

    private static final Pattern ENDED = Pattern.compile("ended (\\d{1,3})");

    private final List<String> lines;

    InspectionLines(List<String> lines) {
        this.lines = lines;
    }

    /** The rests of all lines of a kind. */
    Stream<String> all(String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1));
    }

    /** The words of all lines of a kind that has so many; the last word takes the rest. */
    Stream<String[]> words(String kind, int count) {
        return all(kind).map(rest -> rest.split(" ", count)).filter(words -> words.length == count);
    }

    Optional<String> first(String kind) {
        return all(kind).filter(rest -> !rest.isBlank()).findFirst();
    }

    Map<String, JobStatus> jobs() {
        var jobs = new HashMap<String, JobStatus>();
        words("job", 2).forEach(words -> jobStatus(words[1]).ifPresent(status -> jobs.put(words[0], status)));
        return jobs;
    }

    /** How a job stands, in the scripts' words. */
    static Optional<JobStatus> jobStatus(String words) {
        var ended = ENDED.matcher(words);
        if (ended.matches()) {
            return Optional.of(new JobStatus.Ended(Integer.parseInt(ended.group(1))));
        } else if (words.equals("running")) {
            return Optional.of(new JobStatus.Running());
        }
        return words.equals("lost") ? Optional.of(new JobStatus.Lost()) : Optional.empty();
    }
}
