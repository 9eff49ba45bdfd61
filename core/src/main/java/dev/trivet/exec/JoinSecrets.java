package dev.trivet.exec;

import dev.trivet.plan.Authority;

/**
 * What one join needs and nobody may see, and the CA that it is pinned to.
 *
 * @param token the bootstrap token
 * @param certificateKey the key of the uploaded certificates
 * @param authority the CA
 */
record JoinSecrets(Secret token, Secret certificateKey, Authority authority) {

    /** The part of the token that is no secret: its name in the cluster. */
    static String nameOf(Secret token) {
        return token.reveal().substring(0, token.reveal().indexOf('.'));
    }
}
