package dev.trivet.harness;

/** Which way something goes. Public for the tests of every module. */
public enum Direction {
    /** To the server. */
    THERE,
    /** From the server. */
    BACK
}
