package dev.trivet.conformance;

import dev.trivet.harness.Patience;
import dev.trivet.harness.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An API server's stand-in: HTTPS, and to any request the one answer that was set. It is a second HAProxy, which is a real
 * server, light, and can be told through its socket what to answer.
 */
final class ApiServer {

    private static final String CONFIG = "/run/api/haproxy.cfg";
    private static final String CERTIFICATE = "/run/api/server.pem";
    private static final String ANSWERS = "/run/api/answers";
    private static final String SOCKET = "/run/api/admin";
    private static final Duration START = Duration.ofSeconds(20);

    private final Room room;
    private final Service service;
    private int status = 200;

    ApiServer(Room room, int port, Certificate certificate, Path logs) {
        this.room = room;
        this.service = new Service(room, "api-server", logs, List.of("haproxy", "-W", "-db", "-f", CONFIG));
        room.write(CERTIFICATE, bytes(certificate.certificateAndKey()), "0600");
        room.write(CONFIG, bytes("""
                global
                    stats socket %s mode 600 level admin
                    maxconn 1000
                defaults
                    mode http
                    timeout client 60s
                    timeout http-keep-alive 1s
                frontend api
                    bind :::%d v4v6 ssl crt %s
                    http-request return status 500 if { str(status),map(%s) 500 }
                    http-request return status 200 content-type text/plain string ok
                """.formatted(SOCKET, port, CERTIFICATE, ANSWERS)), "0644");
    }

    /** Starts a new one, and waits until it can be told what to answer. */
    void start() {
        room.write(ANSWERS, bytes("status " + status + "\n"), "0644");
        deleteSocket();
        service.start();
        if (!Patience.until(START, () -> Files.exists(room.path(SOCKET)))) {
            throw new IllegalStateException("the API server of " + room.name() + " does not start: " + service.tail());
        }
    }

    void kill() {
        service.kill();
    }

    void freeze() {
        service.freeze();
    }

    /** What it answers from now on, or once it works again. */
    void answer(int newStatus) {
        if (status == newStatus) {
            return;
        }
        status = newStatus;
        if (service.works()) {
            tell("set map " + ANSWERS + " status " + newStatus + "\n");
        }
    }

    private void tell(String command) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(room.path(SOCKET)));
            channel.write(ByteBuffer.wrap(bytes(command)));
            var reply = ByteBuffer.allocate(1000);
            while (channel.read(reply) > 0) {
                // It closes the connection when it has done the command.
            }
            var said = new String(reply.array(), 0, reply.position(), StandardCharsets.UTF_8).strip();
            if (!said.isEmpty()) {
                throw new IllegalStateException("the API server of " + room.name() + " says " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the API server of " + room.name(), e);
        }
    }

    private void deleteSocket() {
        try {
            Files.deleteIfExists(room.path(SOCKET));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the API server's old socket", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
