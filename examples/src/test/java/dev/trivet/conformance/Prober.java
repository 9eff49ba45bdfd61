package dev.trivet.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * The client: a program of its own that asks for /readyz every 20 ms, each time over a new TLS connection, and prints a line
 * for every answer or failure: when the request began, and what came of it. Arguments: address, port, the certificate to trust.
 */
final class Prober {

    private static final int PERIOD_MS = 20;
    private static final int TIMEOUT_MS = 1000;
    private static final int MOST_AT_ONCE = 100;
    private static final int WARM = 200;
    private static final byte[] REQUEST =
            "GET /readyz HTTP/1.1\r\nHost: kubernetes\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InetSocketAddress target;
    private final SSLContext tls;

    private Prober(InetSocketAddress target, SSLContext tls) {
        this.target = target;
        this.tls = tls;
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var target = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        new Prober(target, trusting(Path.of(arguments[2]))).run();
    }

    /** A probe that hangs must not hold up the next one; of more than so many at once, the rest has failed. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void run() {
        warmUp();
        var probes = new ThreadPoolExecutor(
                0,
                MOST_AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                (probe, full) -> report(now(), "too many hang"));
        Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(() -> probes.execute(this::probe), 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** One after another until they succeed: a cold virtual machine needs longer for one than there is time for. */
    private void warmUp() {
        int good = 0;
        while (good < WARM) {
            good += ask().equals(Probes.GOOD) ? 1 : 0;
        }
    }

    private void probe() {
        long start = now();
        report(start, ask());
    }

    private static void report(long start, String result) {
        System.out.println(start + " " + result);
    }

    private static long now() {
        return Clock.systemUTC().millis();
    }

    private String ask() {
        try (var socket = new Socket()) {
            socket.connect(target, TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            try (var secure =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, "kubernetes", target.getPort(), true)) {
                secure.startHandshake();
                // Nobody resumes it: the next probe makes a whole handshake.
                secure.getSession().invalidate();
                secure.getOutputStream().write(REQUEST);
                var reply = new String(secure.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                return reply.equals("HTTP/1.1 200") ? Probes.GOOD : "answered " + reply;
            }
        } catch (IOException e) {
            return String.valueOf(e).replace('\n', ' ');
        }
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(file)) {
            store.setCertificateEntry(
                    "api", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
