#!/bin/sh
# Stand-in for keepalived: of all that run, one has the address; a lock in the folder that all masters see elects it.
address=$(cat /srv/virtual-ip)
exec 9>>/srv/virtual-ip.lock
trap 'ip address del "$address" dev eth0 2>/dev/null; exit 0' TERM
until flock -n 9; do sleep 0.2 9>&-; done
ip address add "$address" dev eth0
busybox arping -q -U -c 1 -I eth0 "${address%/*}" 9>&-
while :; do sleep 0.2 9>&-; done
