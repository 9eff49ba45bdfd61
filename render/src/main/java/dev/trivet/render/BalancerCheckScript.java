package dev.trivet.render;

import dev.trivet.artifact.FileMode;
import dev.trivet.spec.StandardTimings;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** check_apiserver.sh: whether the HAProxy on this master serves, or at least serves no worse than the others'. */
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
     * It asks HAProxy on the loopback, and the API only where HAProxy sees none: a check through the API makes the address
     * wander when the API is slow. What befalls all masters alike must not move the address, for they notice it at
     * different moments: so who sees no API server asks the others whether they do.
     */
    @Override
    public Optional<String> render(Target target) {
        return Optional.of("""
                #!/bin/sh
                %s
                # Is the load balancer on this master able to serve? HAProxy leaves the question open for %s ms: its death ends
                # the connection at once, and one process a second is enough to watch it.

                # What the load balancer of another master does, if it is reached at all.
                ask() {
                    curl --globoff --silent --insecure --fail --output /dev/null --max-time 1 "$1"
                    case $? in
                        0) echo serves ;;
                        7 | 28) ;;
                        *) echo reached ;;
                    esac
                }

                ask_others() {
                %s    wait
                }

                # How many tenths of a second the answer may take: more for every task that wants to run on this machine.
                patience() {
                    runnable=0
                    IFS=' /' read -r _ _ _ runnable _ </proc/loadavg
                    tenths=$((%s + runnable / %s))
                    [ "$tenths" -le %s ] || tenths=%s
                }

                refused=0 blind=0
                patience
                while :; do
                    given=$tenths
                    seconds=$((given / 10)).$((given %% 10))
                    answer=$(curl --silent --output /dev/null --write-out '%%{http_code}' --max-time "$seconds" http://127.0.0.1:%s/watch)
                    ended=$?
                    patience
                    case $ended:$answer in
                        0:200) exit 0 ;;
                        0:503)
                            # It sees no API server, which on a busy machine tells nothing. If the others see none either, the
                            # address had better stay. If one serves, this one may be about to; if none is reached, this
                            # master may be cut off.
                            [ "$tenths" -lt %s ] || exit 0
                            case $(ask_others) in
                                *serves*) ;;
                                *reached*) exit 0 ;;
                            esac
                            blind=$((blind + 1))
                            [ "$blind" -lt %s ] || exit 1
                            sleep 1
                            ;;
                        28:*)
                            # It is frozen, unless the machine has become busy meanwhile.
                            [ "$tenths" -gt "$given" ] || exit 1
                            ;;
                        *)
                            refused=$((refused + 1))
                            [ "$refused" -lt %s ] || exit 1
                            sleep %s
                            ;;
                    esac
                done
                """.formatted(
                        Header.LINE,
                        StandardTimings.QUESTION.toMillis(),
                        others(target),
                        tenths(StandardTimings.ANSWER_TIMEOUT),
                        100 / StandardTimings.PATIENCE_PER_TASK.toMillis(),
                        tenths(StandardTimings.MOST_PATIENCE),
                        tenths(StandardTimings.MOST_PATIENCE),
                        target.cluster().balancer().monitorPort(),
                        tenths(StandardTimings.BUSY_PATIENCE),
                        StandardTimings.BLIND_ROUNDS,
                        StandardTimings.REFUSALS,
                        Times.inSeconds(StandardTimings.REFUSAL_PAUSE)));
    }

    /** Nothing secret is asked, and a forged answer would move the address at most: hence insecure. */
    private static String others(Target target) {
        int port = target.cluster().balancer().port();
        return target.others().stream()
                .map(other -> "    ask 'https://" + other.address().inUrl() + ":" + port + "/readyz' &\n")
                .collect(Collectors.joining());
    }

    private static long tenths(Duration duration) {
        return duration.toMillis() / 100;
    }
}
