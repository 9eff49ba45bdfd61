package dev.trivet.failover;

import java.util.Arrays;

/**
 * How every component of every master is; masters are numbered in the model's order. Two bits a component, a byte a master:
 * proofs go through a hundred thousand of these.
 */
final class RackState {

    private static final Condition[] CONDITIONS = Condition.values();

    private final byte[] masters;

    private RackState(byte[] masters) {
        this.masters = masters;
    }

    static RackState allWell(int masters) {
        return new RackState(new byte[masters]);
    }

    int masters() {
        return masters.length;
    }

    Condition of(int master, Component component) {
        return CONDITIONS[masters[master] >> component.shift() & 3];
    }

    boolean isUp(int master, Component component) {
        return of(master, component) == Condition.UP;
    }

    RackState with(int master, Component component, Condition condition) {
        var changed = masters.clone();
        int others = changed[master] & ~(3 << component.shift());
        changed[master] = (byte) (others | condition.code() << component.shift());
        return new RackState(changed);
    }

    /** How many components are not up. */
    int faults() {
        int faults = 0;
        for (byte master : masters) {
            for (int components = master & 0xff; components != 0; components >>>= 2) {
                faults += (components & 3) == 0 ? 0 : 1;
            }
        }
        return faults;
    }

    /** etcd answers while more than half of its members reach each other; a member lives as long as its node does. */
    boolean hasQuorum() {
        int reachable = 0;
        for (int i = 0; i < masters.length; i++) {
            reachable += isUp(i, Component.NODE) ? 1 : 0;
        }
        return 2 * reachable > masters.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RackState that && Arrays.equals(masters, that.masters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masters);
    }
}
