package dev.trivet.exec;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A command that goes on without a connection, and is found again by its name.
 *
 * @param name letters, digits and hyphens
 * @param words the program and its arguments
 * @param discarded the files that are removed when it has ended, whoever looks then: those with secrets
 * @param run what tells this start from every other, so that it can be asked for again where the answer was lost; or empty
 * @since 0.1.0
 */
public record Job(String name, List<String> words, List<String> discarded, String run) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9-]*");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+");

    /**
     * Checks what becomes part of a script's words.
     *
     * @throws IllegalArgumentException when the name, a path or the run has an unusual character in it, or there is no program
     */
    public Job {
        words = List.copyOf(words);
        discarded = List.copyOf(discarded);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("job name " + name + " is not plain; use letters, digits and hyphens");
        } else if (words.isEmpty()) {
            throw new IllegalArgumentException("job " + name + " has no program; give one");
        } else if (!RUN.matcher(run).matches()) {
            throw new IllegalArgumentException(
                    "run " + run + " of job " + name + " is not plain; use letters, digits and hyphens");
        }
        discarded.stream().filter(path -> !PATH.matcher(path).matches()).forEach(path -> {
            throw new IllegalArgumentException("path " + path + " of job " + name + " is not absolute and plain");
        });
    }

    /**
     * A job that, asked for again, is started again.
     *
     * @param name letters, digits and hyphens
     * @param words the program and its arguments
     * @param discarded the files that are removed when it has ended
     * @throws IllegalArgumentException as above
     */
    public Job(String name, List<String> words, List<String> discarded) {
        this(name, words, discarded, "");
    }

    /**
     * The same job, to be started once under this name.
     *
     * @param id letters, digits and hyphens, never used before
     * @return the job
     */
    public Job asRun(String id) {
        return new Job(name, words, discarded, id);
    }
}
