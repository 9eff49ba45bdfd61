package dev.trivet.rack;

/**
 * How often something happened on a rack since it was made.
 *
 * @param inits the clusters that {@code kubeadm init} founded: a run that goes on with one that was begun founds none
 * @param joins the masters that {@code kubeadm join} announced to etcd
 * @param writes the changes made through the executor: files written, jobs started, and commands that change something
 * @since 0.1.0
 */
public record RackCounts(int inits, int joins, int writes) {}
