package dev.trivet.rack;

/** What ends a run of kubeadm; its message is what kubeadm writes. */
final class KubeadmFailure extends Exception {

    private static final long serialVersionUID = 1L;

    KubeadmFailure(String message) {
        super(message);
    }
}
