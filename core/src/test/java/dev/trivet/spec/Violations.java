package dev.trivet.spec;

import java.util.List;

/** What a validation found, as short as {@code priority-range at masters[0].priority}. */
class Violations {

    private Violations() {}

    static List<String> of(ClusterSpec spec) {
        return of(spec.validate());
    }

    static List<String> of(Validation validation) {
        return validation.violations().stream().map(Violations::where).toList();
    }

    /** Leaves the warnings out, for specs that cannot do without, such as those of an even number of masters. */
    static List<String> errorsOf(ClusterSpec spec) {
        return spec.validate().violations().stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .map(Violations::where)
                .toList();
    }

    private static String where(Violation violation) {
        return violation.rule().id() + " at " + violation.path();
    }
}
