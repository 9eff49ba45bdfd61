package dev.trivet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void takesOutWhatIsSecret() {
        assertThat(Redaction.of("--token abcdef.0123456789abcdef x")).isEqualTo("--token ******** x");
        assertThat(Redaction.of("key:\n" + "0a".repeat(32) + "\n")).isEqualTo("key:\n********\n");
        assertThat(Redaction.of("  auth_pass 4 2\n}")).isEqualTo("  auth_pass ********\n}");
        assertThat(Redaction.of("-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n"))
                .isEqualTo("********\n");
        assertThat(Redaction.of("-----BEGIN PRIVATE KEY-----\nMII")).isEqualTo("********");
    }

    @Test
    void leavesHashesAndAddresses() {
        var text = "sha256:" + "0a".repeat(32) + " at 10.96.0.1:6443 of kubernetes.default.svc";
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
