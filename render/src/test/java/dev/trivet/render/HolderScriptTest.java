package dev.trivet.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trivet.render.GoldenCase.Style;
import java.util.List;
import net.jqwik.api.Example;

/** The scripts that ask whether this master has the virtual IP: holds_vip.sh, and the article's check. */
@RequiresTools({"dash", "busybox"})
class HolderScriptTest {

    private static final String HOLDER = """
            2: eth0    inet 192.168.1.141/24 brd 192.168.1.255 scope global eth0\\       valid_lft forever
            2: eth0    inet 192.168.1.50/32 scope global eth0\\       valid_lft forever preferred_lft forever
            """;

    private static final String OTHER = """
            2: eth0    inet 192.168.1.5/24 scope global eth0\\       valid_lft forever preferred_lft forever
            3: eth1    inet 92.168.1.50/24 scope global eth1\\       valid_lft forever preferred_lft forever
            4: eth2    inet 192.168.1.150/24 scope global eth2\\       valid_lft forever preferred_lft forever
            """;

    private static final String IPV6_HOLDER = """
            2: eth0    inet6 2001:db8:0:1::50/128 scope global nodad \\       valid_lft forever preferred_lft forever
            """;

    private static final String STANDARD = script("three-masters", Style.STANDARD, NodePaths.HOLDS_VIP_SCRIPT);
    private static final String CLASSIC = script("article", Style.CLASSIC, NodePaths.CHECK_SCRIPT);

    @Example
    void theHolderIsTheOneWithExactlyTheAddress() {
        assertThat(exitCode(STANDARD, HOLDER)).isZero();
        assertThat(exitCode(STANDARD, OTHER)).isOne();
        assertThat(exitCode(STANDARD, "")).isOne();
    }

    @Example
    void theHolderOfAnIpv6AddressIsFoundAsTheKernelWritesIt() {
        var script = script("ipv6", Style.STANDARD, NodePaths.HOLDS_VIP_SCRIPT);
        assertThat(exitCode(script, IPV6_HOLDER)).isZero();
        assertThat(exitCode(script, HOLDER)).isOne();
    }

    @Example
    void theArticlesCheckFailsWhenCurlFails() {
        CheckScriptTest.shells().forEach(shell -> {
            var run = ScriptRun.of(CLASSIC, shell, OTHER, 0, List.of("7"));
            assertThat(run.result()).isEqualTo(new Tool.Result(1, "*** Error GET https://localhost:4200/\n"));
            assertThat(run.calls()).hasSize(1);
        });
    }

    @Example
    void theArticlesCheckFailsWhenTheHoldersCurlToTheVirtualIpFails() {
        CheckScriptTest.shells()
                .forEach(shell -> assertThat(ScriptRun.of(CLASSIC, shell, HOLDER, 0, List.of("0", "28"))
                                .result())
                        .isEqualTo(new Tool.Result(1, "*** Error GET https://192.168.1.50:4200/\n")));
    }

    @Example
    void theArticlesCheckSucceedsWhenCurlDoes() {
        CheckScriptTest.shells().forEach(shell -> {
            assertThat(ScriptRun.of(CLASSIC, shell, "", 0, List.of("0")).result())
                    .isEqualTo(new Tool.Result(0, ""));
            assertThat(ScriptRun.of(CLASSIC, shell, HOLDER, 0, List.of("0", "0")))
                    .isEqualTo(new ScriptRun(
                            new Tool.Result(0, ""),
                            List.of(
                                    "--silent --max-time 2 --insecure https://localhost:4200/ -o /dev/null",
                                    "--silent --max-time 2 --insecure https://192.168.1.50:4200/ -o /dev/null"),
                            List.of()));
        });
    }

    private static int exitCode(String script, String addresses) {
        var codes = CheckScriptTest.shells()
                .map(shell -> ScriptRun.of(script, shell, addresses, 0, List.of())
                        .result()
                        .exitCode())
                .distinct()
                .toList();
        assertThat(codes).as("both shells agree").hasSize(1);
        return codes.get(0);
    }

    private static String script(String golden, Style style, String path) {
        var cluster = new GoldenCase(golden, List.of(style)).cluster();
        return style.render(cluster).of(cluster.masters().get(0).name(), path).text();
    }
}
