package dev.trivet.render;

/** The comment that every rendered file of the standard set carries. */
final class Header {

    static final String LINE = "# Rendered by Trivet: changes here are lost, change the cluster's spec.";

    private Header() {}
}
