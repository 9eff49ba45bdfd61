package dev.trivet.rack;

import dev.trivet.plan.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A cluster that kubeadm init founded: what lives in its etcd, and who is in it. */
final class KubeCluster {

    private static final Duration DATED_BACK = Duration.ofMinutes(5);

    private final Authority authority;
    private final Instant made;
    private final EtcdMembers etcd = new EtcdMembers();
    private final Tokens tokens = new Tokens();
    private final Set<String> masters = new TreeSet<>();

    KubeCluster(Authority authority, Instant made) {
        this.authority = authority;
        this.made = made;
    }

    Authority authority() {
        return authority;
    }

    /** Whether its certificates are good by somebody's clock: kubeadm dates them back a little. */
    boolean isValidAt(Instant clock) {
        return !clock.isBefore(made.minus(DATED_BACK));
    }

    EtcdMembers etcd() {
        return etcd;
    }

    Tokens tokens() {
        return tokens;
    }

    /** The nodes that are marked as masters. */
    Set<String> masters() {
        return masters;
    }
}
