package dev.trivet.export;

/**
 * The exports at hand: the same files for those who provision machines their own way. No document has a secret of kubeadm's in it:
 * those are minted when a master joins. A VRRP password (version 2 only) is in keepalived's configuration, and so in every
 * document that has that file; hence all are written for their owner alone.
 *
 * {@snippet lang=java :
 * var artifacts = Renderers.standard().render(cluster);
 * Exports.cloudInit().of(cluster, artifacts).writeTo(Path.of("out"));   // out/m1/user-data ...
 * }
 *
 * @since 0.1.0
 */
public final class Exports {

    private Exports() {}

    /**
     * User data for <a href="https://docs.cloud-init.io">cloud-init</a>, one a master: {@code m1/user-data}. It puts the files and
     * runs nothing: a machine that is installed anew must not make a second cluster. Bootstrap them then as any others.
     *
     * @return the export
     */
    public static Export cloudInit() {
        return new CloudInit();
    }

    /**
     * A configuration for <a href="https://coreos.github.io/ignition/">Ignition</a>, specification 3.4.0, one a master: {@code
     * m1/config.ign}. It puts the files and runs nothing, as {@link #cloudInit()}.
     *
     * @return the export
     */
    public static Export ignition() {
        return new Ignition();
    }

    /**
     * A script for any POSIX shell, one a master: {@code m1/bootstrap.sh}. It puts the files, atomically and only where they
     * differ, runs {@code kubeadm init} on the first master and {@code kubeadm join} on the others, and says what comes next. Run
     * again, it changes nothing, or goes on where it was cut off. Files without kubeadm's configuration, such as the article's,
     * are put and kubeadm is left to the person.
     *
     * @return the export
     */
    public static Export shell() {
        return new ShellBundle();
    }

    /**
     * A {@code Cluster} and a {@code KubeadmControlPlane} for <a href="https://cluster-api.sigs.k8s.io">Cluster API</a>, one
     * document a cluster: {@code edge/cluster-api.yaml}, without a namespace. There, all machines get the same files, and become
     * the master whose address they find on themselves: the provider must give each machine one of the masters' addresses.
     *
     * <p>Cluster API writes kubeadm's configuration itself, from the cluster; a renderer's own is left out. A change of any file
     * makes it replace the machines one by one, each before its successor.
     *
     * @param version the version of Cluster API's types
     * @param infrastructure the provider that has the machines
     * @return the export; it throws {@code IllegalArgumentException} for an even number of masters and for a file of more than
     *     10,240 characters, which Cluster API does not take
     */
    public static Export clusterApi(ClusterApiVersion version, Infrastructure infrastructure) {
        return new ClusterApi(version, infrastructure);
    }
}
