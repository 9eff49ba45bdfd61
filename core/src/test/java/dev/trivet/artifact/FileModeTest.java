package dev.trivet.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileModeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0000, ---------", "63, 0077, ---rwxrwx", "384, 0600, rw-------", "420, 0644, rw-r--r--",
        "448, 0700, rwx------", "493, 0755, rwxr-xr-x", "511, 0777, rwxrwxrwx", "273, 0421, r---w---x"
    })
    void isWrittenInOctalAndAsPermissions(int bits, String octal, String permissions) {
        assertThat(new FileMode(bits)).hasToString(octal);
        assertThat(new FileMode(bits).permissions()).isEqualTo(PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 01000, 04755, 0100644, Integer.MIN_VALUE})
    void refusesOtherBitsThanTheNinePermissions(int bits) {
        assertThatThrownBy(() -> new FileMode(bits)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheModesInUse() {
        assertThat(FileMode.PRIVATE).hasToString("0600");
        assertThat(FileMode.PRIVATE_SCRIPT).hasToString("0700");
        assertThat(FileMode.PUBLIC).hasToString("0644");
        assertThat(FileMode.PUBLIC_SCRIPT).hasToString("0755");
    }
}
