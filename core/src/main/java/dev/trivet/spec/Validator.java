package dev.trivet.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Runs all rules over a spec. */
final class Validator {

    private static final List<BiConsumer<Draft, Findings>> TOPICS = List.of(
            NameRules::check,
            VersionRules::check,
            AddressRules::check,
            MasterRules::check,
            VrrpRules::check,
            PriorityRules::check,
            PortRules::check,
            BalancerRules::check,
            ImageRules::check,
            CheckRules::check,
            SubnetRules::check,
            KubeadmRules::check);

    private Validator() {}

    static Validation validate(ClusterSpec spec) {
        var draft = new Draft(spec);
        var findings = new Findings(spec.document());
        TOPICS.forEach(topic -> topic.accept(draft, findings));
        var violations = findings.inDocumentOrder();
        boolean valid = violations.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
        return new Validation(violations, valid ? Optional.of(Clusters.of(draft)) : Optional.empty());
    }
}
