package dev.trivet.exec;

import dev.trivet.plan.Answer;
import dev.trivet.plan.EtcdFacts;
import dev.trivet.plan.FrontFacts;
import dev.trivet.plan.Identity;
import dev.trivet.plan.ServiceFacts;
import dev.trivet.spec.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads how the services answered: by curl's exit codes and HTTP's status. */
final class ServiceReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String DONE = "0";
    private static final String REFUSED = "7";
    private static final String OTHER_CERTIFICATE = "60";

    /** Nobody answered the address resolution, or the time was too short to tell. */
    private static final Set<String> NOT_CONNECTED = Set.of("7", "28");

    private final Cluster cluster;
    private final InspectionLines lines;

    ServiceReader(Cluster cluster, InspectionLines lines) {
        this.cluster = cluster;
        this.lines = lines;
    }

    ServiceFacts services(Identity identity) {
        return new ServiceFacts(
                ready("api"), ready("balancer"), new EtcdFacts(ready("etcd"), members()), front(identity));
    }

    /** A question that was not even asked has the answer no: there is nothing yet. */
    private Answer ready(String kind) {
        var reply = lines.words(kind, 2).findFirst();
        if (reply.isEmpty() || reply.get()[0].equals(REFUSED)) {
            return Answer.NO;
        } else if (!reply.get()[0].equals(DONE)) {
            return Answer.UNKNOWN;
        }
        return reply.get()[1].equals("200") ? Answer.YES : Answer.NO;
    }

    private List<EtcdFacts.Member> members() {
        var members = new ArrayList<EtcdFacts.Member>();
        try {
            var encoded = lines.first("members").orElse("");
            var json = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            if (!json.isBlank()) {
                JSON.readTree(json)
                        .path("members")
                        .forEach(member -> members.add(new EtcdFacts.Member(
                                member.path("name").asString(""),
                                member.path("isLearner").asBoolean(false))));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of();
        }
        return members;
    }

    private FrontFacts front(Identity identity) {
        var reply = lines.words("front", 2).findFirst().orElse(new String[] {"2", "000"});
        var neighbour = lines.words("neighbour", 2).findFirst();
        var mac = neighbour.map(words -> words[0]);
        if (identity.has(cluster.virtualRouter().address().toString())) {
            return new FrontFacts(Answer.YES, Optional.empty(), kind(reply));
        }
        return new FrontFacts(occupied(reply[0], neighbour.map(words -> words[1])), mac, kind(reply));
    }

    /**
     * A refused connection, too, was refused by somebody: where there is a neighbour. Where there is none, nobody answered. A
     * neighbour that is only remembered may be gone.
     */
    private static Answer occupied(String curl, Optional<String> neighbourState) {
        if (!NOT_CONNECTED.contains(curl)) {
            return curl.equals("2") ? Answer.UNKNOWN : Answer.YES;
        }
        return neighbourState
                .map(state -> state.equals("REACHABLE") || state.equals("PERMANENT") ? Answer.YES : Answer.UNKNOWN)
                .orElse(Answer.NO);
    }

    private FrontFacts.Kind kind(String[] reply) {
        boolean hasAuthority = lines.first("authority").isPresent();
        if (hasAuthority && reply[0].equals(OTHER_CERTIFICATE)) {
            return FrontFacts.Kind.OTHER_AUTHORITY;
        }
        return hasAuthority && reply[0].equals(DONE) && reply[1].equals("200")
                ? FrontFacts.Kind.READY
                : FrontFacts.Kind.NOT_READY;
    }
}
