#!/bin/sh
# Rendered by Trivet: changes here are lost, change the cluster's spec.
# Is the load balancer on this master able to serve? HAProxy leaves the question open for 600 ms: its death ends
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
    ask 'https://192.168.1.141:8443/readyz' &
    ask 'https://192.168.1.142:8443/readyz' &
    wait
}

# How many tenths of a second the answer may take: more for every task that wants to run on this machine.
patience() {
    runnable=0
    IFS=' /' read -r _ _ _ runnable _ </proc/loadavg
    tenths=$((10 + runnable / 10))
    [ "$tenths" -le 40 ] || tenths=40
}

refused=0 blind=0
patience
while :; do
    given=$tenths
    seconds=$((given / 10)).$((given % 10))
    answer=$(curl --silent --output /dev/null --write-out '%{http_code}' --max-time "$seconds" http://127.0.0.1:9444/watch)
    ended=$?
    patience
    case $ended:$answer in
        0:200) exit 0 ;;
        0:503)
            # It sees no API server, which on a busy machine tells nothing. If the others see none either, the
            # address had better stay. If one serves, this one may be about to; if none is reached, this
            # master may be cut off.
            [ "$tenths" -lt 20 ] || exit 0
            case $(ask_others) in
                *serves*) ;;
                *reached*) exit 0 ;;
            esac
            blind=$((blind + 1))
            [ "$blind" -lt 3 ] || exit 1
            sleep 1
            ;;
        28:*)
            # It is frozen, unless the machine has become busy meanwhile.
            [ "$tenths" -gt "$given" ] || exit 1
            ;;
        *)
            refused=$((refused + 1))
            [ "$refused" -lt 2 ] || exit 1
            sleep 0.15
            ;;
    esac
done
