package dev.trivet.rack;

import dev.trivet.plan.Hashes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster's secrets that expire: bootstrap tokens, and the key of the uploaded certificates. They repeat in every run. */
final class Tokens {

    private static final Duration CERTIFICATES_LAST = Duration.ofHours(2);

    private final Map<String, Token> byId = new LinkedHashMap<>();
    private final List<String> everMade = new ArrayList<>();
    private Optional<Token> certificateKey = Optional.empty();

    /** A secret, until when it is good, and what it is for. */
    record Token(String text, Instant expires, String description) {

        boolean isGood(String presented, Instant now) {
            return text.equals(presented) && now.isBefore(expires);
        }
    }

    String mint(Instant now, Duration lasts, String description) {
        var digits = digits("token");
        var id = digits.substring(0, 6);
        var token = id + "." + digits.substring(6, 22);
        everMade.add(token);
        byId.put(id, new Token(token, now.plus(lasts), description));
        return token;
    }

    /** Uploading again replaces the key. */
    String uploadCertificates(Instant now) {
        var key = digits("certificate key");
        everMade.add(key);
        certificateKey = Optional.of(new Token(key, now.plus(CERTIFICATES_LAST), ""));
        return key;
    }

    boolean revoke(String idOrToken) {
        var id = idOrToken.substring(0, Math.min(6, idOrToken.length()));
        return byId.remove(id) != null;
    }

    List<Token> listed(Instant now) {
        return byId.values().stream()
                .filter(token -> now.isBefore(token.expires()))
                .toList();
    }

    boolean isToken(String presented, Instant now) {
        return byId.values().stream().anyMatch(token -> token.isGood(presented, now));
    }

    boolean isCertificateKey(String presented, Instant now) {
        return certificateKey.filter(key -> key.isGood(presented, now)).isPresent();
    }

    List<String> everMade() {
        return List.copyOf(everMade);
    }

    /** 64 hexadecimal digits that nobody would take for a word. */
    private String digits(String purpose) {
        var seed = purpose + " " + everMade.size();
        return Hashes.sha256(seed.getBytes(StandardCharsets.UTF_8));
    }
}
