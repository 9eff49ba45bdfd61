package dev.trivet.spec;

import java.util.List;
import java.util.regex.Pattern;

/** What kubeadm takes for a container runtime's socket and for the names of its checks. */
final class KubeadmRules {

    /** No empty name, none with a dot first: looked for ahead, as a repeated group overflows the stack on a long text. */
    static final String SOCKET = "(?:unix://)?(?!.*/(?:[./]|$))/[A-Za-z0-9/._-]+";

    /** kubeadm takes {@code all} on its command line alone. */
    static final String CHECK = "(?![Aa][Ll][Ll]$)[A-Za-z0-9][A-Za-z0-9._-]{0,127}";

    private static final Pattern SOCKET_TEXT = Pattern.compile(SOCKET);
    private static final Pattern CHECK_TEXT = Pattern.compile(CHECK);

    private KubeadmRules() {}

    static void check(Draft draft, Findings findings) {
        draft.spec
                .kubeadm()
                .criSocket()
                .filter(socket -> !SOCKET_TEXT.matcher(socket).matches())
                .ifPresent(socket -> findings.add(
                        Rule.CRI_SOCKET,
                        "kubeadm.criSocket",
                        socket,
                        "is no absolute path; write it as in unix:///run/containerd/containerd.sock"));
        List<String> checks = draft.spec.kubeadm().ignorePreflightErrors();
        for (int i = 0; i < checks.size(); i++) {
            var check = checks.get(i);
            if (!CHECK_TEXT.matcher(check).matches()) {
                findings.add(
                        Rule.PREFLIGHT_CHECK,
                        "kubeadm.ignorePreflightErrors[" + i + "]",
                        check,
                        check.equalsIgnoreCase("all")
                                ? "is refused by kubeadm in a configuration file; name the checks, such as Swap or Port-10250"
                                : "is no check's name; write it as kubeadm prints it, such as Swap or Port-10250");
            }
        }
    }
}
