package com.example.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.exec.NodeExecutor;
import dev.trivet.spec.Master;
import dev.trivet.testing.ClusterSpecs;
import dev.trivet.testing.NodeExecutorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract is inherited: nothing else is to be written for it. */
class ShellExecutorTest extends NodeExecutorContract {

    @Override
    protected NodeExecutor executor() {
        return new ShellExecutor(master -> new ProcessBuilder("sh", "-c"));
    }

    @Override
    protected Master master() {
        return ClusterSpecs.minimal().validate().orThrow().masters().get(0);
    }

    @Test
    void takesFewerThanAHundredLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/java/com/example/tool/ShellExecutor.java")))
                .hasSizeLessThan(100);
    }
}
