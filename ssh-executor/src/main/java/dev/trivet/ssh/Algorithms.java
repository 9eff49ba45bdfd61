package dev.trivet.ssh;

import java.util.Map;

/**
 * What we offer, set on every connection: the library's own defaults can be changed by system properties and by whoever
 * uses it in the same program.
 */
final class Algorithms {

    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr";

    private static final String MACS =
            "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512";

    private static final String CERTIFICATES =
            "ssh-ed25519-cert-v01@openssh.com,ecdsa-sha2-nistp256-cert-v01@openssh.com,"
                    + "ecdsa-sha2-nistp384-cert-v01@openssh.com,ecdsa-sha2-nistp521-cert-v01@openssh.com,"
                    + "rsa-sha2-512-cert-v01@openssh.com,rsa-sha2-256-cert-v01@openssh.com";

    private static final String SIGNATURES =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-sha2-256";

    /** The first is left out where Java has no ML-KEM, which came with 24. */
    private static final String KEY_EXCHANGES = "mlkem768x25519-sha256,curve25519-sha256,curve25519-sha256@libssh.org,"
            + "ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,"
            + "diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256";

    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("kex", KEY_EXCHANGES),
            Map.entry("CheckKexes", "mlkem768x25519-sha256"),
            Map.entry("server_host_key", CERTIFICATES + "," + SIGNATURES),
            Map.entry("PubkeyAcceptedAlgorithms", CERTIFICATES + "," + SIGNATURES),
            Map.entry("ca_signature_algorithms", SIGNATURES),
            // Ed25519 is there since Java 15.
            Map.entry("CheckSignatures", ""),
            Map.entry("cipher.c2s", CIPHERS),
            Map.entry("cipher.s2c", CIPHERS),
            Map.entry("CheckCiphers", ""),
            Map.entry("mac.c2s", MACS),
            Map.entry("mac.s2c", MACS),
            Map.entry("CheckMacs", ""),
            Map.entry("compression.c2s", "none"),
            Map.entry("compression.s2c", "none"),
            Map.entry("lang.c2s", ""),
            Map.entry("lang.s2c", ""),
            Map.entry("enable_strict_kex", "yes"),
            Map.entry("require_strict_kex", "no"),
            Map.entry("enable_server_sig_algs", "yes"),
            Map.entry("enable_ext_info_in_auth", "yes"),
            Map.entry("dhgex_min", "2048"),
            Map.entry("dhgex_max", "8192"),
            Map.entry("dhgex_preferred", "3072"),
            // Of several known keys of a host, the server is asked for one that we know.
            Map.entry("prefer_known_host_key_types", "yes"),
            Map.entry("host_certificate_to_key_fallback", "yes"),
            Map.entry("StrictHostKeyChecking", "yes"),
            Map.entry("HashKnownHosts", "no"),
            Map.entry("ClearAllForwardings", "yes"),
            Map.entry("PreferredAuthentications", "publickey"),
            Map.entry("MaxAuthTries", "6"),
            Map.entry("try_additional_pubkey_algorithms", "yes"),
            // No machine lets anyone in without a key: the question is a flight for nothing.
            Map.entry("enable_auth_none", "no"));

    private Algorithms() {}
}
