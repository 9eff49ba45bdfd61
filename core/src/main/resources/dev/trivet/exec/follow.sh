# Prints a job's log from a line on, until it ends or SECONDS are over: NAME SEEN SECONDS. How it stands comes last, on
# standard error, where no line of the job's can be mistaken for it.
# The job needs the processors: the shell reads the log itself, and asks a program for the lock once a second or at the end.
name=$1 seen=$2 left=$(($3 * 4))
log=$jobs/$name/log
opened='' number=0 line=''

show() {
    number=$((number + 1))
    [ "$number" -le "$seen" ] || say "$line"
    line=
}

show_new() {
    while IFS= read -r rest <&3; do
        line=$line$rest
        show
    done
    # Half a line, which is still being written.
    line=$line$rest
}

while :; do
    if [ $((left % 4)) -eq 0 ] || [ -s "$jobs/$name/exit" ]; then
        state=$(job_state "$name")
        [ "$state" != none ] || break
    fi
    # A job that is being prepared has no log yet, or still that of the one before it.
    # shellcheck disable=SC3013 # not in POSIX, but dash, bash and busybox know it
    if [ -f "$log" ] && { [ -z "$opened" ] || ! [ "$log" -ef /dev/fd/3 ]; }; then
        [ -z "$opened" ] || number=0 seen=0 line=''
        exec 3<"$log"
        opened=yes
    fi
    [ -z "$opened" ] || show_new
    [ "$state" = running ] || break
    left=$((left - 1))
    [ "$left" -gt 0 ] || break
    sleep 0.25
done
[ "$state" = running ] || [ -z "$line" ] || show
say "$state" >&2
