package dev.trivet.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {

    private static final String SECRET = "c4n'a\\ry \"p%ss/wörd";

    private final Canary canary = Canary.of(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "key: "})
    void isFoundInAnythingThatIsEncodedAsAWhole(String before) {
        var bytes = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);

        assertThat(canary.isIn(Base64.getEncoder().encodeToString(bytes))).isTrue();
        assertThat(canary.isIn(Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
        assertThat(canary.isIn(HexFormat.of().formatHex(bytes))).isTrue();
        assertThat(canary.isIn(HexFormat.of().withUpperCase().formatHex(bytes))).isTrue();
        assertThat(canary.isIn(URLEncoder.encode(before + SECRET, StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'c4n'\\''a\\ry \"p%ss/wörd'",
                "echo 'c4n'\"'\"'a\\ry \"p%ss/wörd'",
                "{\"password\": \"c4n'a\\\\ry \\\"p%ss/wörd\"}",
                "password: 'c4n''a\\ry \"p%ss/wörd'",
                "c4n%27a%5Cry%20%22p%25ss%2Fw%C3%B6rd"
            })
    void isFoundQuoted(String text) {
        assertThat(canary.isIn(text)).isTrue();
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertThat(canary.isIn("c4nary, in " + canary)).isFalse();
        assertThatThrownBy(() -> Canary.of("short")).hasMessageContaining("5 characters");
    }
}
