# Holds this machine for one operator as long as the connection lives: writing to one that is gone ends the loop.
umask 077
mkdir -p /run/trivet && exec 9>>/run/trivet/lock || exit 1
if ! flock -n 9; then
    say "taken $(cat /run/trivet/lock)"
    exit 0
fi
say "by $1${SSH_CONNECTION:+ from ${SSH_CONNECTION%% *}} since $(date -u '+%Y-%m-%d %H:%M:%S') UTC" >/run/trivet/lock
while say held; do
    sleep 1 9>&-
done
