package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.StandardTimings;
import java.util.Optional;

/** check_apiserver.sh: whether the HAProxy on this master is able to serve, asked on its own monitor port. */
final class BalancerCheckScript implements ArtifactRenderer {

    @Override
    public String path() {
        return NodePaths.CHECK_SCRIPT;
    }

    @Override
    public FileMode mode() {
        return FileMode.PRIVATE_SCRIPT;
    }

    /**
     * It asks HAProxy on the loopback and never an API server: a check through the API makes the address wander when the
     * API is slow. Several questions a run tell one slow answer from a dead or a frozen balancer.
     */
    @Override
    public Optional<String> render(Target target) {
        // As many refusals, or as many timeouts, reach the same limit.
        int limit = StandardTimings.REFUSALS * StandardTimings.TIMEOUTS;
        return Optional.of("""
                #!/bin/sh
                %s
                # Is the load balancer on this master able to serve? Asked every 200 ms for about a second.
                # No after %s refusals in a row (it is gone, or sees no API server) or %s timeouts (it is frozen).
                asked=0 bad=0
                while :; do
                    curl --silent --fail --output /dev/null --max-time %s http://127.0.0.1:%s/ready
                    case $? in
                        0)  bad=0 ;;
                        28) bad=$((bad + %s)) ;;
                        *)  bad=$((bad + %s)); [ "$bad" -lt %s ] && sleep %s ;;
                    esac
                    [ "$bad" -ge %s ] && exit 1
                    asked=$((asked + 1))
                    [ "$asked" -ge 4 ] && [ "$bad" -eq 0 ] && exit 0
                    [ "$bad" -eq 0 ] && sleep 0.2
                done
                """.formatted(
                        Header.LINE,
                        StandardTimings.REFUSALS,
                        StandardTimings.TIMEOUTS,
                        Times.inSeconds(StandardTimings.SAMPLE_TIMEOUT),
                        target.cluster().balancer().monitorPort(),
                        StandardTimings.REFUSALS,
                        StandardTimings.TIMEOUTS,
                        limit,
                        Times.inSeconds(StandardTimings.REFUSAL_PAUSE),
                        limit));
    }
}
