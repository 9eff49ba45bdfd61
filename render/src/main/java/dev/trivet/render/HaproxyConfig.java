package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.Balancer;
import dev.trivet.spec.Cluster;
import dev.trivet.spec.StandardTimings;
import java.util.Optional;

/**
 * haproxy.cfg: TCP through to the API servers that answer /readyz, and a monitor on the loopback that tells the health
 * check whether there is one.
 */
final class HaproxyConfig implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.HAPROXY_CONFIG;
    }

    @Override
    public FileMode mode() {
        return FileMode.PUBLIC;
    }

    @Override
    public Optional<String> render(Target target) {
        var cluster = target.cluster();
        var out = new BlockWriter()
                .line(Header.LINE)
                .section("global", lines -> global(lines, cluster))
                .section("defaults", lines -> defaults(lines, cluster.balancer()))
                .section("frontend apiserver", lines -> frontend(lines, cluster))
                .section("backend apiservers", lines -> backend(lines, cluster))
                .section("frontend monitor", lines -> monitor(lines, cluster.balancer()));
        return Optional.of(out.toString());
    }

    /**
     * maxconn is always set: unset, HAProxy takes the file limit and memory for it. In its grace period HAProxy serves on and
     * tells its check that it is stopping, so that the address moves first.
     */
    private static void global(BlockWriter out, Cluster cluster) {
        out.line("log stdout format raw local0 notice")
                .line("maxconn " + cluster.balancer().maxConnections())
                .line("grace " + Drain.seconds(cluster) + "s")
                .line("hard-stop-after 15s");
    }

    private static void defaults(BlockWriter out, Balancer balancer) {
        var idle = Times.withUnit(balancer.idleTimeout());
        out.line("mode tcp")
                .line("log global")
                .line("option tcplog")
                .line("option dontlognull")
                .line("option redispatch 1")
                .line("retries 3")
                .line("timeout connect " + Times.withUnit(StandardTimings.CONNECT_TIMEOUT))
                .line("timeout queue 5s")
                .line("timeout client " + idle)
                .line("timeout server " + idle)
                .line("timeout tunnel " + idle)
                .line("timeout client-fin 30s")
                .line("timeout server-fin 30s")
                .line("timeout check " + Times.withUnit(StandardTimings.BACKEND_CHECK_TIMEOUT))
                .line("default-server inter " + Times.withUnit(StandardTimings.BACKEND_INTERVAL)
                        + " fastinter " + Times.withUnit(StandardTimings.BACKEND_FAST_INTERVAL)
                        + " downinter " + Times.withUnit(StandardTimings.BACKEND_DOWN_INTERVAL)
                        + " fall " + StandardTimings.BACKEND_FALL
                        + " rise 2 observe layer4 error-limit 3 on-error mark-down on-marked-down shutdown-sessions");
    }

    /** IPv4 alone where the cluster has no IPv6: a kernel without it could not bind both. */
    private static void frontend(BlockWriter out, Cluster cluster) {
        boolean ipv4Only = cluster.virtualRouter().addresses().stream()
                .allMatch(virtual -> virtual.address().family() == AddressFamily.IPV4);
        int port = cluster.balancer().port();
        out.line(ipv4Only ? "bind *:" + port : "bind :::" + port + " v4v6")
                .line("option clitcpka")
                .line("clitcpka-idle 60s")
                .line("clitcpka-intvl 10s")
                .line("clitcpka-cnt 3")
                .line("default_backend apiservers");
    }

    private static void backend(BlockWriter out, Cluster cluster) {
        out.line("balance leastconn")
                .line("option srvtcpka")
                .line("srvtcpka-idle 60s")
                .line("srvtcpka-intvl 10s")
                .line("srvtcpka-cnt 3")
                .line("option httpchk")
                .line("http-check connect ssl")
                .line("http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host kubernetes")
                .line("http-check expect status 200");
        cluster.masters()
                .forEach(master -> out.line("server " + master.name() + " "
                        + master.address().inUrl() + ":" + cluster.apiServerPort() + " check verify none"));
    }

    /**
     * /ready tells whether a backend is up; /watch, too, after a while in which a death shows; /live tells only that HAProxy
     * runs: the kubelet must not restart it for the API.
     */
    private static void monitor(BlockWriter out, Balancer balancer) {
        out.line("bind 127.0.0.1:" + balancer.monitorPort())
                .line("mode http")
                .line("option dontlog-normal")
                .line("timeout client 2s")
                .line("timeout http-request 2s")
                .line("timeout tarpit " + Times.withUnit(StandardTimings.QUESTION))
                .line("http-request return status 500 if { path /ready /watch } { stopping }")
                .line("http-request return status 503 if { path /ready /watch } { nbsrv(apiservers) lt 1 }")
                .line("http-request return status 200 content-type text/plain string ready if { path /ready }")
                .line("http-request tarpit deny_status 200 if { path /watch }")
                .line("http-request return status 200 content-type text/plain string alive if { path /live }")
                .line("http-request return status 404");
    }
}
