package dev.trivet.export;

import dev.trivet.harness.Room;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A bare machine that real cloud-init brings up from user data, with nothing of its own that it could set up. */
final class CloudInitMachine implements AutoCloseable {

    private static final String SETTINGS = """
            datasource_list: [NoCloud]
            network: {config: disabled}
            output: {all: '>> /var/log/cloud-init-output.log'}
            cloud_init_modules: [write_files]
            cloud_config_modules: [runcmd]
            cloud_final_modules: [scripts_user]
            """;

    /** The last one fails with what it runs, as where it must not go on. */
    private static final String BOOT = """
            set -e
            cloud-init init --local
            cloud-init init
            cloud-init modules --mode config
            cloud-init modules --mode final || :
            """;

    private final Room room = Room.open("machine");

    CloudInitMachine() {
        List.of("/etc", "/var", "/usr/local/bin").forEach(room::ownFolder);
        write("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n", "644");
        write("/etc/group", "root:x:0:\n", "644");
        write("/etc/cloud/cloud.cfg", SETTINGS, "644");
        write("/var/log/cloud-init-output.log", "", "600");
    }

    void write(String path, String text, String mode) {
        room.write(path, text.getBytes(StandardCharsets.UTF_8), mode);
    }

    void run(String... command) {
        room.run(command);
    }

    void boot(String userData) {
        write("/var/lib/cloud/seed/nocloud/meta-data", "instance-id: first\n", "600");
        write("/var/lib/cloud/seed/nocloud/user-data", userData, "600");
        run("sh", "-c", BOOT);
    }

    Path path(String path) {
        return room.path(path);
    }

    PutFiles files() {
        return new PutFiles(path("/"));
    }

    @Override
    public void close() {
        room.close();
    }
}
