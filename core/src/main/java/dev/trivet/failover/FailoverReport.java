package dev.trivet.failover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a control plane survives, to look at: the rack, who holds the address after every fault and when clients are served
 * again, and how what is not proved breaks, step by step.
 *
 * <p>It is one HTML page that needs nothing else: no script, no network, light or dark as the reader's system is. The same
 * analysis gives the same bytes.
 *
 * {@snippet lang=java :
 * FailoverReport.of(FailoverAnalysis.of(cluster)).writeTo(Path.of("failover.html"));
 * }
 *
 * @since 0.1.0
 */
public final class FailoverReport {

    private final FailoverAnalysis analysis;

    private FailoverReport(FailoverAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * Reports an analysis.
     *
     * @param analysis the proof, or what stands against it
     * @return its report
     */
    public static FailoverReport of(FailoverAnalysis analysis) {
        return new FailoverReport(analysis);
    }

    /**
     * The page. Masters beyond the twelfth are folded away, and those for which every fault ends the same share a column.
     *
     * @return an HTML document, which is well-formed XML as well
     */
    public String html() {
        return new ReportPage(analysis).html();
    }

    /**
     * Writes the page in UTF-8, over what is there.
     *
     * @param file where; its folder is made when it is not there
     * @return the same file
     * @throws UnwritableReportException when the file cannot be written
     */
    public Path writeTo(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return Files.writeString(file, html());
        } catch (IOException e) {
            throw new UnwritableReportException(file, e.toString());
        }
    }

    /** What the page tells, in a line. */
    @Override
    public String toString() {
        return "failover report: " + new ReportPage(analysis).title();
    }
}
