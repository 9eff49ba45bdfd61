package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.AddressFamily;
import dev.trivet.spec.BalancerCheck;
import dev.trivet.spec.IpAddress;
import dev.trivet.spec.Master;
import dev.trivet.spec.StandardTimings;
import dev.trivet.spec.VirtualAddress;
import dev.trivet.spec.VirtualRouter;
import dev.trivet.spec.VrrpPeers;
import java.util.Optional;

/**
 * keepalived.conf: one virtual router on every master, all of them BACKUP at the start, moved by two scripts: one that
 * costs priority where the balancer fails, one that rewards the holder.
 */
final class KeepalivedConfig implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.KEEPALIVED_CONFIG;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE;
    }

    @Override
    public Optional<String> render(Target target) {
        var router = target.cluster().virtualRouter();
        var out = new BlockWriter().line(Header.LINE);
        out.braces("global_defs", globals -> globals(globals, target.master(), router));
        var check = target.cluster().check();
        out.braces("vrrp_script balancer_ready", script -> balancerReady(script, check));
        out.braces("vrrp_script holds_vip", script -> holdsVip(script, check));
        out.braces("vrrp_instance apiserver", instance -> instance(instance, target, router));
        return Optional.of(out.toString());
    }

    /** At the highest priority, or on a busy machine advertisements come so late that another master takes the address. */
    private static void globals(BlockWriter out, Master master, VirtualRouter router) {
        out.line("router_id " + master.name())
                .line("enable_script_security")
                .line("script_user root")
                .line("vrrp_version " + router.version())
                .line("vrrp_priority -20")
                .line("vrrp_garp_master_delay 1")
                .line("vrrp_garp_master_refresh " + StandardTimings.ANNOUNCEMENT_INTERVAL.toSeconds());
    }

    private static void balancerReady(BlockWriter out, BalancerCheck check) {
        out.line("script \"" + NodePaths.CHECK_SCRIPT + "\"")
                .line("interval " + check.interval().toSeconds())
                .line("timeout " + check.timeout().toSeconds())
                .line("weight " + check.weight())
                .line("fall " + check.fall())
                .line("rise " + check.rise())
                .line("init_fail");
    }

    private static void holdsVip(BlockWriter out, BalancerCheck check) {
        out.line("script \"" + NodePaths.HOLDS_VIP_SCRIPT + "\"")
                .line("interval 1")
                .line("timeout 4")
                .line("weight " + check.holderBonus())
                .line("fall 1")
                .line("rise 1")
                .line("init_fail");
    }

    private static void instance(BlockWriter out, Target target, VirtualRouter router) {
        var master = target.master();
        out.line("state BACKUP")
                .line("interface " + master.networkInterface())
                .line("virtual_router_id " + router.id())
                .line("priority " + master.priority())
                .line("advert_int " + Times.inSeconds(router.advertInterval()));
        router.authPass()
                .ifPresent(pass -> out.braces(
                        "authentication",
                        authentication -> authentication.line("auth_type PASS").line("auth_pass " + pass)));
        speakers(out, target, router);
        addresses(out, master, router);
        out.braces("track_script", scripts -> scripts.line("balancer_ready").line("holds_vip"));
    }

    /** A single master has no peer to speak to, and keepalived takes no unicast without one. */
    private static void speakers(BlockWriter out, Target target, VirtualRouter router) {
        var own = target.master().address();
        if (router.peers() == VrrpPeers.UNICAST && !target.others().isEmpty()) {
            out.line("unicast_src_ip " + own);
            out.braces(
                    "unicast_peer",
                    peers -> target.others()
                            .forEach(peer -> peers.line(peer.address().toString())));
        } else if (own.family() == AddressFamily.IPV4) {
            out.line("mcast_src_ip " + own);
        }
    }

    /** The other family's address moves along with the first one's, in one instance: one election, one holder. */
    private static void addresses(BlockWriter out, Master master, VirtualRouter router) {
        out.braces("virtual_ipaddress", block -> block.line(host(router.address(), master)));
        if (router.addresses().size() > 1) {
            out.braces(
                    "virtual_ipaddress_excluded",
                    block -> router.addresses().stream()
                            .skip(1)
                            .map(VirtualAddress::address)
                            .forEach(address -> block.line(host(address, master))));
        }
    }

    /** Without the subnet's prefix, which would add a second route to it. */
    private static String host(IpAddress address, Master master) {
        return address + "/" + address.bitCount() + " dev " + master.networkInterface();
    }
}
