package dev.trivet.rack;

import dev.trivet.plan.Authority;
import java.util.Set;
import java.util.TreeSet;

/** A cluster that kubeadm init founded: what lives in its etcd, and who is in it. */
final class KubeCluster {

    private final Authority authority;
    private final EtcdMembers etcd = new EtcdMembers();
    private final Tokens tokens = new Tokens();
    private final Set<String> masters = new TreeSet<>();

    KubeCluster(Authority authority) {
        this.authority = authority;
    }

    Authority authority() {
        return authority;
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
