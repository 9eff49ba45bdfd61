package dev.trivet.ssh;

import dev.trivet.exec.NodeExecutor;
import dev.trivet.spec.Master;
import dev.trivet.testing.NodeExecutorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What every executor must keep to, over real sshd, for an operator who becomes root by sudo. */
@TestInstance(Lifecycle.PER_CLASS)
class SshExecutorContractTest extends NodeExecutorContract {

    private SshRack rack;
    private SshExecutor ssh;

    @BeforeAll
    void open() {
        rack = SshRack.open(1);
        ssh = rack.as("free").sudo().open();
    }

    @AfterAll
    void close() {
        ssh.close();
        rack.close();
    }

    @Override
    protected NodeExecutor executor() {
        return ssh;
    }

    @Override
    protected Master master() {
        return rack.master("m1");
    }
}
