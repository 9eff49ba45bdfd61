package dev.trivet.rack;

/**
 * What can go wrong with one operation. A connection that is cut takes a hold of the master with it.
 *
 * <p>That the process which runs Trivet is killed, is {@link #CUT_BEFORE} for everything from one operation on; a wrong clock
 * is the machine's own ({@link RackMachine#setClockAhead}).
 *
 * @since 0.1.0
 */
public enum OperationFault {
    /** The connection is cut before anything is done. */
    CUT_BEFORE,
    /** The connection is cut when half is done: of several files, half have taken their places. */
    CUT_DURING,
    /** All is done, and the connection is cut before the reply. */
    CUT_AFTER,
    /** All is done, and the reply never comes: the deadline passes. */
    NO_REPLY,
    /** All is done, and the reply comes at a byte a second: a short one late, a long one not before the deadline. */
    SLOW_REPLY,
    /** All is done, and output comes without end until the deadline passes. */
    ENDLESS_OUTPUT,
    /** Nothing is done: sudo does not take the password. */
    SUDO_REFUSED,
    /** Nothing is done: the machine shows another host key than the one that is known. */
    HOST_KEY_CHANGED,
    /** Nothing can be written: the disk is full. */
    DISK_FULL,
    /** Nothing can be written: the file system is read-only. */
    READ_ONLY,
    /** Nothing can be written: permission is denied. */
    PERMISSION_DENIED,
    /** The machine restarts before anything is done, and answers again after half a minute. */
    REBOOT,
    /** All is done, and the exit code says that it was not. */
    FALSE_FAILURE,
    /** Nothing is done or answered, and the exit code says that all is well. */
    FALSE_SUCCESS
}
