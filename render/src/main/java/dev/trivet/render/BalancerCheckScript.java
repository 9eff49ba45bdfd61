package dev.trivet.render;

import dev.trivet.artifact.FileMode;
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
     * API is slow. Several samples a run tell one slow answer from a dead or a frozen balancer. The port goes in as a
     * text: as a number it would have the digits of the machine's locale.
     */
    @Override
    public Optional<String> render(Target target) {
        return Optional.of("""
                #!/bin/sh
                # Rendered by Trivet: changes here are lost, change the cluster's spec.
                # Is the load balancer on this master able to serve? Asked every 200 ms for about a second.
                # No after three refusals in a row (it is gone, or sees no API server) or five timeouts (it is frozen).
                asked=0 bad=0
                while :; do
                    curl --silent --fail --output /dev/null --max-time 0.4 http://127.0.0.1:%s/ready
                    case $? in
                        0)  bad=0 ;;
                        28) bad=$((bad + 3)) ;;
                        *)  bad=$((bad + 5)); [ "$bad" -lt 15 ] && sleep 0.15 ;;
                    esac
                    [ "$bad" -ge 15 ] && exit 1
                    asked=$((asked + 1))
                    [ "$asked" -ge 4 ] && [ "$bad" -eq 0 ] && exit 0
                    [ "$bad" -eq 0 ] && sleep 0.2
                done
                """.formatted(target.cluster().balancer().monitorPort()));
    }
}
