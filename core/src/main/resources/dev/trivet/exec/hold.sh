# Holds this machine for one operator as long as the connection lives: writing to one that is gone ends the loop.
umask 077
mkdir -p /run/trivet && exec 9>>/run/trivet/lock || exit 1
# A holder whose connection is gone notices it with its next line.
tries=3
until flock -n 9; do
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
        say "taken $(cat /run/trivet/lock)"
        exit 0
    fi
    sleep 1
done
# The mark is gone when the machine starts. Whoever cannot leave it for the next is not the first.
held='held'
! (set -C && : >/run/trivet/held) 2>/dev/null || held='held first'
say "by $1${SSH_CONNECTION:+ from ${SSH_CONNECTION%% *}} since $(date -u '+%Y-%m-%d %H:%M:%S') UTC" >/run/trivet/lock
while say "$held"; do
    held='held'
    sleep 1 9>&-
done
