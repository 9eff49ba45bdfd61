# Prints a job's log from a line on, until it ends or SECONDS are over: NAME SEEN SECONDS. How it stands comes last, on
# standard error, where no line of the job's can be mistaken for it.
name=$1 seen=$2 left=$(($3 * 4))
log=$jobs/$name/log
while :; do
    state=$(job_state "$name")
    [ "$state" != none ] || break
    # A job that is being prepared has no log yet.
    total=$({ wc -l <"$log"; } 2>/dev/null || say 0)
    if [ "$state" != running ]; then
        tail -n "+$((seen + 1))" "$log"
        break
    elif [ "$total" -gt "$seen" ]; then
        sed -n "$((seen + 1)),${total}p" "$log"
        seen=$total
    fi
    left=$((left - 1))
    [ "$left" -gt 0 ] || break
    sleep 0.25
done
say "$state" >&2
