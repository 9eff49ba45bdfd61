package dev.trivet.failover;

import dev.trivet.spec.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page of a report, from its title to its foot. */
final class ReportPage {

    private final FailoverAnalysis analysis;
    private final Html html = new Html();

    ReportPage(FailoverAnalysis analysis) {
        this.analysis = analysis;
    }

    String html() {
        var css = styleSheet();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(css));
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title()).style(css).close();
        html.open("body").open("header");
        verdict();
        html.close().open("main");
        new RackSection(analysis, html).write();
        new StorySection(analysis, html).write();
        new FaultSection(analysis, html).write();
        html.close();
        foot();
        return html.close().close().toString();
    }

    String title() {
        var what =
                analysis.cluster().map(Cluster::name).map(name -> " of " + name).orElse("");
        return "Failover" + what + ": " + (analysis.isProved() ? "proved" : "not proved");
    }

    private void verdict() {
        html.element("p", subject(), "class", "subject");
        html.element("h1", analysis.isProved() ? "Failover is proved" : "Failover is not proved");
        int broken = analysis.broken().size();
        int wanted = analysis.guarantees().size();
        html.element(
                "p",
                analysis.isProved()
                        ? "Whatever fails on these masters, together or in turn:"
                        : broken + " of " + wanted + " guarantees " + (broken == 1 ? "does" : "do") + " not hold:",
                "class",
                "lead");
        html.open("ul", "class", "guarantees");
        for (Guarantee guarantee : analysis.guarantees()) {
            boolean holds = !analysis.broken().contains(guarantee);
            html.open("li", "class", holds ? "holds" : "breaks");
            html.element("strong", holds ? "\u2713 Holds:" : "\u2717 Does not hold:");
            html.text(" " + guarantee).close();
        }
        html.close();
    }

    private String subject() {
        var files = switch (analysis.model().view()) {
            case READYZ -> "the standard files";
            case READYZ_WITHOUT_CURL -> "the standard files, in an image without curl";
            case TLS_HELLO -> "the classic files";
            case TLS_HELLO_WITHOUT_CURL -> "the classic files, in an image without curl";
        };
        return analysis.cluster()
                .map(cluster -> "Control plane " + cluster.name() + ", Kubernetes " + cluster.kubernetesVersion()
                        + ", with " + files)
                .orElse("A model of " + files);
    }

    private void foot() {
        html.open("footer").element("h2", "What was looked at");
        analysis.scope().lines().forEach(line -> html.element("p", line));
        html.element("p", "Written by Trivet. This page runs no script and loads nothing.")
                .close();
    }

    /** The page's own style sheet and nothing else. */
    private static String policy(String css) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(sha256(css)) + "'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String styleSheet() {
        try (var in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet report.css is missing in Trivet's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the style sheet report.css", e);
        }
    }
}
