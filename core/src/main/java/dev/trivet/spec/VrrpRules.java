package dev.trivet.spec;

import java.time.Duration;
import java.util.regex.Pattern;

/** What VRRP and keepalived take: the interface, the virtual router id, the version, its interval and its password. */
final class VrrpRules {

    private static final String LOOPBACK = "lo";

    static final String INTERFACE = "(?!" + LOOPBACK + "$)[A-Za-z0-9][A-Za-z0-9_.-]{0,14}";
    static final String PASSWORD = "[A-Za-z0-9._-]{1,8}";

    private static final Pattern INTERFACE_TEXT = Pattern.compile(INTERFACE);
    private static final Pattern PASSWORD_TEXT = Pattern.compile(PASSWORD);

    private VrrpRules() {}

    static void check(Draft draft, Findings findings) {
        checkInterfaces(draft, findings);
        findings.requireWithin(
                Rule.ROUTER_ID_RANGE,
                "virtualIp.routerId",
                draft.routerId(),
                1,
                255,
                "choose one that no other VRRP router of the subnet has");
        checkVersion(draft, findings);
        checkPassword(draft, findings);
    }

    private static void checkInterfaces(Draft draft, Findings findings) {
        draft.spec
                .virtualIp()
                .networkInterface()
                .ifPresent(name -> requireInterface(name, "virtualIp.interface", findings));
        for (int i = 0; i < draft.spec.masters().size(); i++) {
            var path = "masters[" + i + "].interface";
            draft.spec.masters().get(i).networkInterface().ifPresent(name -> requireInterface(name, path, findings));
        }
        if (draft.spec.masters().stream()
                .anyMatch(master -> draft.networkInterface(master).isEmpty())) {
            findings.add(
                    Rule.REQUIRED,
                    "virtualIp.interface",
                    "",
                    "is missing, and not every master names its own; give the interface, such as eth0");
        }
    }

    private static void requireInterface(String name, String path, Findings findings) {
        if (!INTERFACE_TEXT.matcher(name).matches()) {
            findings.add(
                    Rule.INTERFACE_NAME,
                    path,
                    name,
                    name.equals(LOOPBACK)
                            ? "is the loopback, where no other master is; name the interface that has the masters' addresses"
                            : "is no interface's name; write it as `ip link` shows it, at most 15 characters");
        }
    }

    private static void checkVersion(Draft draft, Findings findings) {
        int version = draft.vrrpVersion();
        if (version != 2 && version != 3) {
            findings.add(Rule.VRRP_VERSION, "keepalived.vrrpVersion", version, "does not exist; write 2 or 3");
            return;
        }
        if (version == 2 && draft.carriesVrrpOverIpv6()) {
            findings.add(
                    Rule.VRRP_VERSION,
                    "keepalived.vrrpVersion",
                    version,
                    "carries IPv4 only; write 3, or put the IPv4 virtual IP first");
        }
        var interval = draft.advertInterval();
        if (!(version == 2
                ? Durations.isWithin(interval, Duration.ofSeconds(1), Duration.ofSeconds(255), Duration.ofSeconds(1))
                : Durations.isWithin(
                        interval, Duration.ofMillis(10), Duration.ofMillis(40_950), Duration.ofMillis(10)))) {
            findings.add(
                    Rule.ADVERT_INTERVAL,
                    "keepalived.advertInterval",
                    interval,
                    version == 2
                            ? "is not 1 to 255 whole seconds; write one of these, or use version 3"
                            : "is not 10ms to 40950ms in steps of 10ms; write one of these");
        }
    }

    /** The password itself is left out of the violation. */
    private static void checkPassword(Draft draft, Findings findings) {
        draft.spec.keepalived().authPass().ifPresent(password -> {
            if (!PASSWORD_TEXT.matcher(password).matches()) {
                findings.add(
                        Rule.AUTH_PASS_FORMAT,
                        "keepalived.authPass",
                        password.length() + " characters",
                        "is not 1 to 8 letters, digits, dots, hyphens or underscores; choose another");
            }
            if (draft.vrrpVersion() == 3) {
                findings.add(
                        Rule.AUTH_PASS_VERSION,
                        "keepalived.authPass",
                        password.length() + " characters",
                        "has no meaning in version 3; leave it out, or set keepalived.vrrpVersion to 2");
            }
        });
    }
}
