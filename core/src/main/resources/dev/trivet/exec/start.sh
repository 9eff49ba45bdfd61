# Starts a job that goes on when this connection is gone: NAME, RUN, FILES to remove after it, then the command.
# The lock is inherited by all that runs in the job, so that it is never started beside itself.
name=$1 run=$2 discarded=$3
shift 3
umask 077

retire() {
    rm -rf "$jobs/$1.previous"
    mv "$jobs/$1" "$jobs/$1.previous" || exit 1
}

mkdir -p "$jobs" || exit 1
exec 9>>"$jobs/$name.lock" || exit 1
# Who only looks how the job stands has the lock for a moment.
tries=5
until flock -n 9; do
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
        say running
        exit 0
    fi
    sleep 0.1
done
# Whoever did not get the answer asks again.
if [ -n "$run" ] && [ "$(cat "$jobs/$name/run" 2>/dev/null)" = "$run" ]; then
    say started
    exit 0
fi
[ ! -d "$jobs/$name" ] || retire "$name"
# How another job ended says nothing any more about this machine.
for folder in "$jobs"/*/; do
    other=${folder%/} other=${other##*/}
    case $other in
        '*' | *.previous) ;;
        *) [ "$(job_state "$other")" = running ] || retire "$other" ;;
    esac
done
mkdir "$jobs/$name" && printf '%s\n' "$run" >"$jobs/$name/run" && : >"$jobs/$name/log" || exit 1
# In a subshell that is gone at once: whoever ends all that this script has started does not find the job among it.
# shellcheck disable=SC2016 # the job's own shell expands it
(setsid sh -c '
    folder=$0 discarded=$1
    shift
    umask 022
    "$@" >>"$folder/log" 2>&1
    code=$?
    for file in $discarded; do rm -f "$file"; done
    echo "$code" >"$folder/exit.new" && mv "$folder/exit.new" "$folder/exit"
' "$jobs/$name" "$discarded" "$@" </dev/null >/dev/null 2>&1 &)
say started
