package dev.trivet.artifact;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * Who may read, write and run a file.
 *
 * @param bits the POSIX permission bits, 0 to 0777
 * @since 0.1.0
 */
public record FileMode(int bits) {

    /** Read and written by root alone: 0600. */
    public static final FileMode PRIVATE = new FileMode(0600);

    /** Run by root alone: 0700. */
    public static final FileMode PRIVATE_SCRIPT = new FileMode(0700);

    /** Read by everybody: 0644. */
    public static final FileMode PUBLIC = new FileMode(0644);

    /** Run by everybody: 0755. */
    public static final FileMode PUBLIC_SCRIPT = new FileMode(0755);

    /**
     * Checks the bits.
     *
     * @throws IllegalArgumentException when there are others than the nine permissions
     */
    public FileMode {
        if ((bits & ~0777) != 0) {
            throw new IllegalArgumentException("file mode " + Integer.toOctalString(bits)
                    + " has bits outside of 0777; write it in octal, as in 0644");
        }
    }

    Set<PosixFilePermission> permissions() {
        var letters = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < letters.length(); i++) {
            if ((bits & (0400 >> i)) == 0) {
                letters.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.fromString(letters.toString());
    }

    /** The bits in octal, such as {@code 0600}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04o", bits);
    }
}
