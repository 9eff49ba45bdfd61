package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.artifact.Artifact;
import dev.trivet.artifact.FileMode;
import dev.trivet.exec.NodeExecutor;
import dev.trivet.exec.PutResult;
import dev.trivet.plan.FileChange;
import dev.trivet.plan.FileFacts;
import dev.trivet.ssh.CountingForwarder.Flights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often who puts files must wait for an answer. Of several runs the fewest count: load can hold somebody up amid a flight,
 * and make two of it, but none less.
 */
@Tag("real-tools")
class FlightsTest {

    private static final int RUNS = 5;
    private static final int SIZE = 20_000;

    private static SshRack rack;

    @BeforeAll
    static void open() {
        rack = SshRack.open(1);
    }

    @AfterAll
    static void close() {
        if (rack != null) {
            rack.close();
        }
    }

    /** The two greetings may cross, or not. */
    @Test
    void areFewWhereTheConnectionIsMadeFirst() throws IOException {
        var flights = new ArrayList<Flights>();
        try (var forwarder = new CountingForwarder(here(), rack.host("m1").address())) {
            for (int i = 0; i < RUNS; i++) {
                try (var ssh = through(forwarder)) {
                    forwarder.take();
                    put(ssh, "/run/cold/" + i);
                    flights.add(forwarder.take());
                }
            }
        }
        assertThat(fewest(flights).back()).isLessThanOrEqualTo(8);
        assertThat(fewest(flights).there()).isLessThanOrEqualTo(9);
    }

    /** The channel, the command, and the files: sshd takes no input before the command runs. Our last word is not answered. */
    @Test
    void areFewerOverAnOpenConnection() throws IOException {
        var flights = new ArrayList<Flights>();
        try (var forwarder = new CountingForwarder(here(), rack.host("m1").address());
                var ssh = through(forwarder)) {
            put(ssh, "/run/open/first");
            for (int i = 0; i < RUNS; i++) {
                forwarder.take();
                put(ssh, "/run/open/" + i);
                flights.add(forwarder.take());
            }
        }
        assertThat(fewest(flights).back()).isEqualTo(3);
        assertThat(fewest(flights).there()).isLessThanOrEqualTo(4);
    }

    private static Flights fewest(List<Flights> flights) {
        return flights.stream().min(Comparator.comparingInt(Flights::back)).orElseThrow();
    }

    private static void put(NodeExecutor ssh, String path) {
        var file = new Artifact(path, FileMode.PRIVATE, "x".repeat(SIZE));
        assertThat(ssh.put(rack.master("here"), List.of(new FileChange(file, new FileFacts.NotAsked()))))
                .isEqualTo(new PutResult.Done(List.of(path)));
    }

    private static SshExecutor through(CountingForwarder forwarder) {
        return SshExecutor.as("root")
                .identity(rack.keys().user())
                .port(forwarder.port())
                .trusting(HostKeys.pinned(here(), rack.keys().fingerprint("m1")))
                .open();
    }

    private static String here() {
        return rack.master("here").address().toString();
    }
}
