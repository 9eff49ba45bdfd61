package com.example.check;

import dev.trivet.failover.FailoverAnalysis;
import dev.trivet.spec.ClusterYaml;
import dev.trivet.spec.UnreadableSpecException;
import java.util.List;
import java.util.stream.Stream;

/** What a pipeline tells of a spec before anybody takes it. */
public final class SpecCheck {

    private SpecCheck() {}

    /** Everything that speaks against a spec: as a lint does, one line each. */
    static List<String> complaints(String yaml) {
        try {
            var validation = ClusterYaml.read(yaml).validate();
            var violations = validation.violations().stream()
                    .map(violation -> violation.severity() + " " + violation.path() + " " + violation.rule());
            return (validation.isValid()
                            ? Stream.concat(violations, weaknesses(FailoverAnalysis.of(validation.orThrow())))
                            : violations)
                    .toList();
        } catch (UnreadableSpecException e) {
            return List.of(e.getMessage());
        }
    }

    private static Stream<String> weaknesses(FailoverAnalysis analysis) {
        return analysis.isProved() ? Stream.of() : Stream.of(analysis.explain());
    }
}
