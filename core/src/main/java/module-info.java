/** Trivet's core: from a spec to what is known to be right, what it survives, and what is done for it on the masters. {@code GUIDE.md}, beside the sources, leads through it. */
module dev.trivet.core {
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires inet.ipaddr;
    requires static transitive org.jspecify;
    // For the sources only: what marks a value to be generated, and a generated one.
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    exports dev.trivet.spec;
    exports dev.trivet.artifact;
    exports dev.trivet.failover;
    exports dev.trivet.plan;
    exports dev.trivet.exec;
    exports dev.trivet.rack;

    opens dev.trivet.spec to
            tools.jackson.databind;
}
