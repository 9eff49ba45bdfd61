package dev.trivet.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.exec.ControlPlane;
import dev.trivet.exec.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold on every master at any moment, and what another run must come to, whatever happened before. */
record Judge(Site site) {

    private static final String MANIFESTS = "/etc/kubernetes/manifests";
    private static final Set<String> KNOWN = Set.of(
            "etcd.yaml",
            "haproxy.yaml",
            "keepalived.yaml",
            "kube-apiserver.yaml",
            "kube-controller-manager.yaml",
            "kube-scheduler.yaml");

    /** No file is in part at its place, nothing strange is among the manifests, and what was there before is not lost. */
    void looksAt(String fault) {
        for (String master : site.names()) {
            site.artifacts.of(master).forEach(artifact -> isWhole(fault, master, artifact));
            assertThat(manifests(master))
                    .as(fault)
                    .filteredOn(name -> !name.startsWith("."))
                    .isSubsetOf(KNOWN);
            assertThat(List.of(text(master, Site.TAKEN), text(master, "/var/lib/trivet/previous" + Site.TAKEN)))
                    .as(fault)
                    .contains(Optional.of(Site.THEIRS));
        }
        assertThat(site.standIns.lines("log/inits")).as(fault).hasSizeLessThanOrEqualTo(1);
    }

    private void isWhole(String fault, String master, Artifact artifact) {
        var before = artifact.path().equals(Site.TAKEN) ? Optional.of(Site.THEIRS) : Optional.<String>empty();
        assertThat(text(master, artifact.path()))
                .as(fault + ": " + artifact.path() + " of " + master)
                .isIn(before, Optional.of(artifact.text()));
    }

    private List<String> manifests(String master) {
        var folder = site.room(master).path(MANIFESTS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var names = Files.list(folder)) {
            return names.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> text(String master, String path) {
        var file = site.room(master).path(path);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run completes the control plane by one init and no token is left; the one after finds nothing to do and writes nothing. */
    void lets(ControlPlane controlPlane, String fault) {
        var report = controlPlane.apply(event -> {});
        isComplete(fault, report);
        looksAt(fault);
        for (String master : site.names()) {
            assertThat(manifests(master)).as(fault).containsExactlyInAnyOrderElementsOf(KNOWN);
        }
        writesNothing(controlPlane, fault);
    }

    void isComplete(String fault, Report report) {
        assertThat(report.isComplete()).as(fault + ": " + report).isTrue();
        assertThat(site.standIns.lines("log/inits")).as(fault).hasSize(1);
        assertThat(site.standIns.names("nodes")).as(fault).isEqualTo(site.names());
        // A run that was killed between a join's end and its last word leaves a token until it expires.
        if (!report.plan().isEmpty()) {
            assertThat(site.standIns.names("tokens")).as(fault).isEmpty();
        }
    }

    void writesNothing(ControlPlane controlPlane, String fault) {
        var before = site.files();
        var report = controlPlane.apply(event -> {});
        assertThat(report.plan().isEmpty()).as(fault + ": " + report.plan()).isTrue();
        assertThat(site.files()).as(fault).isEqualTo(before);
    }
}
