package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivet.exec.Command;
import dev.trivet.exec.CommandResult;
import dev.trivet.harness.LeftBehind;
import dev.trivet.harness.SshMachines;
import dev.trivet.spec.ClusterSpec;
import dev.trivet.spec.Master;
import dev.trivet.spec.VirtualIp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred masters at once over real sshd, one of which has stopped. */
@Tag("real-tools")
class ManyMastersTest {

    private static final int MANY = 100;
    private static final Duration PLENTY = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
    private SshMachines machines;

    @BeforeEach
    void open() {
        var missing = SshMachines.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        machines = SshMachines.open("m1", "m2");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        if (machines != null) {
            machines.close();
        }
    }

    /** What waits for the one is what shows that nobody else does. */
    @Test
    void oneThatHasStoppedHoldsUpNoOther() throws InterruptedException, ExecutionException {
        var masters = masters();
        machines.host("m2").sshd().freeze();
        var results = new ArrayList<Future<CommandResult>>();
        try (var ssh = open(masters)) {
            for (Master master : masters) {
                var command = Command.of("echo", master.name()).withDeadline(PLENTY);
                results.add(threads.submit(() -> ssh.run(master, command, line -> {})));
            }
            for (int i = 1; i < MANY; i++) {
                assertThat(results.get(i).get())
                        .isEqualTo(new CommandResult.Finished(0, masters.get(i).name() + "\n", ""));
            }
            assertThat(results.get(0)).isNotDone();
        }
        assertThat(results.get(0).get()).isInstanceOf(CommandResult.NotRun.class);
        assertThat(LeftBehind.threads()).isEmpty();
    }

    private SshExecutor open(List<Master> masters) {
        var known = new StringBuilder(
                machines.keys().knownHost(masters.get(0).address().toString(), "m2"));
        masters.subList(1, MANY)
                .forEach(master ->
                        known.append(machines.keys().knownHost(master.address().toString(), "m1")));
        return SshExecutor.as("root")
                .identity(machines.keys().user())
                .trusting(HostKeys.knownHosts(machines.keys().write("known_hosts", known.toString())))
                .connectTimeout(PLENTY)
                .open();
    }

    /** The second machine has the first address, and the first machine has all others. */
    private List<Master> masters() {
        var addresses = new ArrayList<>(List.of(machines.host("m2").address()));
        for (int number = 101; addresses.size() < MANY; number++) {
            addresses.add(machines.address(number));
            machines.host("m1").room().run("ip", "address", "add", machines.address(number) + "/24", "dev", "eth0");
        }
        return Stream.iterate(0, from -> from < MANY, from -> from + 5)
                .flatMap(from -> cluster(from, addresses.subList(from, from + 5)).stream())
                .toList();
    }

    private List<Master> cluster(int from, List<String> addresses) {
        var spec = ClusterSpec.named("many")
                .kubernetesVersion("1.34.2")
                .virtualIp(VirtualIp.of(machines.address(50) + "/24").onInterface("eth0"));
        for (int i = 0; i < addresses.size(); i++) {
            spec.master("n" + (from + i), addresses.get(i));
        }
        return spec.build().validate().orThrow().masters();
    }
}
