package dev.trivet.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A switch with a cable to each room, where the cable is called eth0. Public for the tests of every module. */
public final class Switch implements AutoCloseable {

    private static final String BRIDGE = "bridge";

    private final Room room;
    private final List<Room> ports = new ArrayList<>();

    private Switch(Room room) {
        this.room = room;
    }

    /**
     * Makes a switch.
     *
     * @return a switch without cables
     */
    public static Switch open() {
        var made = new Switch(Room.open("switch"));
        try {
            made.ip("link", "add", BRIDGE, "type", "bridge", "stp_state", "0", "mcast_snooping", "0");
            made.ip("link", "set", BRIDGE, "up");
            return made;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /**
     * Wires a room to the switch.
     *
     * @param host the room
     * @param addresses its addresses with prefix lengths
     */
    public void attach(Room host, List<String> addresses) {
        ports.add(host);
        String target = String.valueOf(host.first());
        ip("link", "add", port(host), "type", "veth", "peer", "name", "eth0", "netns", target);
        for (String address : addresses) {
            host.run("ip", "address", "add", address, "dev", "eth0");
        }
        host.run("ip", "link", "set", "eth0", "up");
        mend(host);
    }

    /**
     * Wires this machine itself to the switch, so that the tests reach the rooms. The cable goes away with the switch.
     *
     * @param address this machine's address there with its prefix length, of a subnet that it has nowhere else
     */
    public void attachMachine(String address) {
        // Of at most 15 letters, and no two switches have the same first process.
        String near = "tv" + room.first();
        Program.run(List.of(
                "ip", "link", "add", near, "type", "veth", "peer", "name", "machine", "netns", "" + room.first()));
        Program.run(List.of("ip", "address", "add", address, "dev", near));
        Program.run(List.of("ip", "link", "set", near, "up"));
        ip("link", "set", "machine", "master", BRIDGE);
        ip("link", "set", "machine", "up");
    }

    /**
     * Cuts a room off without its noticing: its link stays up, as when a switch further away fails.
     *
     * @param host the room
     */
    public void cut(Room host) {
        ip("link", "set", port(host), "nomaster");
    }

    /**
     * Pulls a room's cable: its link goes down.
     *
     * @param host the room
     */
    public void unplug(Room host) {
        ip("link", "set", port(host), "down");
    }

    /**
     * Mends a room's connection.
     *
     * @param host the room
     */
    public void mend(Room host) {
        ip("link", "set", port(host), "master", BRIDGE);
        ip("link", "set", port(host), "up");
    }

    @Override
    public void close() {
        room.close();
    }

    private String port(Room host) {
        return "port" + ports.indexOf(host);
    }

    /** The process numbers in the arguments are those of outside, so only the network is entered. */
    private void ip(String... arguments) {
        var enter = Stream.of("nsenter", "--target", String.valueOf(room.first()), "--net", "--", "ip");
        Program.run(Stream.concat(enter, Stream.of(arguments)).toList());
    }
}
