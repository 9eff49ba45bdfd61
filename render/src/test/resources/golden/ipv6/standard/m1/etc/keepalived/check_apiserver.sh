#!/bin/sh
# Rendered by Trivet: changes here are lost, change the cluster's spec.
# Is the load balancer on this master able to serve? Asked every 200 ms for about a second.
# No after 3 refusals in a row (it is gone, or sees no API server) or 5 timeouts (it is frozen).
asked=0 bad=0
while :; do
    curl --silent --fail --output /dev/null --max-time 0.4 http://127.0.0.1:9444/ready
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
