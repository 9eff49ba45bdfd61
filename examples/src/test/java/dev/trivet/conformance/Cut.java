package dev.trivet.conformance;

/** How a node is cut off. */
enum Cut {
    /** Its link stays up, and nothing arrives: its keepalived takes itself for the only one, and the address. */
    SILENT,
    /** Its link goes down: its keepalived notices, and gives the address up. */
    UNPLUGGED
}
