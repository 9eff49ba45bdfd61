package dev.trivet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import dev.trivet.harness.Requirements;
import dev.trivet.harness.SshKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of known hosts, line by line. */
class KnownHostsReaderTest {

    private static final String KEY = key("ssh-ed25519", "x".repeat(32));
    private static final String ANOTHER = key("ssh-ed25519", "y".repeat(32));

    @TempDir
    private Path folder;

    @Test
    void readsEveryKindOfLine() {
        var hash = "|1|" + "A".repeat(27) + "=|" + "A".repeat(27) + "=";
        var keys = read("# a comment\r\n\n \t\n  # another\n"
                + "m1,198.18.0.1 ssh-ed25519 " + KEY + "\r\n"
                + "\t[m1]:2222\tssh-ed25519\t " + KEY + " ä comment # here\n"
                + hash + " ssh-ed25519 " + KEY + "\n"
                + "@cert-authority *.example,m? ssh-ed25519 " + KEY + "\n"
                + "@revoked\t!m2,* ssh-ed25519 " + KEY);
        assertThat(keys.getHostKey())
                .extracting(HostKey::getHost)
                .containsExactly("m1,198.18.0.1", "[m1]:2222", hash, "*.example,m?", "!m2,*");
        assertThat(keys.getHostKey())
                .extracting(HostKey::getMarker)
                .containsExactly("", "", "", "@cert-authority", "@revoked");
        assertThat(keys.getHostKey()).extracting(HostKey::getKey).containsOnly(KEY);
    }

    @Test
    void passesOverWhatNobodyShowsAnyMore() {
        var keys = read("m1 2048 35 1234567890\n" + "m1 1024 37 1234567890 a comment\n"
                + "m1 sk-ssh-ed25519@openssh.com " + key("sk-ssh-ed25519@openssh.com", "x".repeat(32), "ssh:") + "\n"
                + "m1 ssh-tomorrow " + key("ssh-tomorrow", "x") + "\n");
        assertThat(keys.getHostKey()).isEmpty();
    }

    @Test
    void readsSeveralFiles() {
        var first = write("first", "m1 ssh-ed25519 " + KEY);
        var second = write("second", "m1 ssh-ed25519 " + ANOTHER);
        var keys = new KnownHostsReader(new JSch()).read(List.of(first, second));
        assertThat(keys.getHostKey("m1", "ssh-ed25519"))
                .extracting(HostKey::getKey)
                .containsExactly(KEY, ANOTHER);
    }

    @Test
    @Tag("real-tools")
    void readsTheKeysThatAreMadeToday() {
        var missing = Requirements.missing("ssh-keygen");
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        var text = new StringBuilder();
        for (String type : List.of("rsa", "ecdsa", "ed25519")) {
            var file = folder.resolve(type);
            SshKeys.keygen("-q", "-t", type, "-N", "", "-f", file.toString());
            text.append("m1 ").append(text(folder.resolve(type + ".pub")));
        }
        assertThat(read(text.toString()).getHostKey())
                .extracting(HostKey::getType)
                .containsExactly("ssh-rsa", "ecdsa-sha2-nistp256", "ssh-ed25519");
    }

    static Stream<String> bad() {
        var whole = Base64.getDecoder().decode(KEY);
        return Stream.of(
                "@revoke m1 ssh-ed25519 " + KEY,
                "@REVOKED m1 ssh-ed25519 " + KEY,
                "@ revoked m1 ssh-ed25519 " + KEY,
                "@revoked @cert-authority m1 ssh-ed25519 " + KEY,
                "@revoked ssh-ed25519 " + KEY,
                "@revoked m1 1024 37 1234567890",
                "revoked m1 ssh-ed25519 " + KEY,
                "m1",
                "m1 ssh-ed25519",
                "m1 1024 37",
                "m1, m2 ssh-ed25519 " + KEY,
                "ssh-ed25519 " + KEY,
                "ssh-ed25519 " + KEY + " m1",
                "m1 ssh-rsa " + KEY,
                "m1 ssh-ed25519 A",
                "m1 ssh-ed25519 " + KEY.substring(0, KEY.length() - 4),
                "m1 ssh-ed25519 " + KEY.substring(0, 12),
                "m1 ssh-ed25519 " + KEY.replace('x', '-') + "-",
                "m1 ssh-ed25519 " + KEY + "====",
                "m1 ssh-ed25519 "
                        + Base64.getEncoder()
                                .encodeToString(ByteBuffer.allocate(whole.length + 2)
                                        .put(whole)
                                        .array()),
                "m1 ssh-ed25519 " + Base64.getEncoder().encodeToString(new byte[] {-1, 0, 0, 0}),
                "m1 sk-ssh-ed25519@openssh.com " + KEY,
                "@revoked * ssh-ed25519-cert-v01@openssh.com "
                        + key("ssh-ed25519-cert-v01@openssh.com", "x".repeat(32)),
                "|1|short|hash ssh-ed25519 " + KEY,
                "|2|" + "A".repeat(27) + "=|" + "A".repeat(27) + "= ssh-ed25519 " + KEY,
                "@cert-authority *,!m1 ssh-ed25519 " + KEY,
                "@cert-authority !m1,* ssh-ed25519 " + KEY,
                "\u00ef\u00bb\u00bf# a comment",
                "m1\rssh-ed25519 " + KEY,
                "m1 ssh-ed25519 " + KEY + " " + "long ".repeat(10_000),
                "# " + "x".repeat(20_000));
    }

    /** Each between two good lines. */
    @ParameterizedTest
    @MethodSource("bad")
    void tellsWhereALineIsNotUnderstood(String line) {
        var good = "m1 ssh-ed25519 " + KEY + "\n";
        assertThatThrownBy(() -> read(good + line + "\n" + good))
                .isInstanceOf(UnusableSshSettingsException.class)
                .hasMessageContainingAll("known_hosts line 2 ", "; mend or remove that line")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "#", "\r\n", "# only\n# comments"})
    void readsAFileOfNothing(String text) {
        assertThat(read(text).getHostKey()).isEmpty();
    }

    private HostKeyRepository read(String text) {
        return new KnownHostsReader(new JSch()).read(List.of(write("known_hosts", text)));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String... parts) {
        var key = new ByteArrayOutputStream();
        for (String part : parts) {
            key.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length()).array());
            key.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Base64.getEncoder().encodeToString(key.toByteArray());
    }
}
