# Stands before every other script: the same language and the administrator's folders everywhere.
LC_ALL=C
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
jobs=/var/lib/trivet/jobs

say() { printf '%s\n' "$*"; }

# A job holds its lock as long as any process of it lives; where it was killed, no exit code is left.
job_state() {
    if [ -e "$jobs/$1.lock" ] && ! (flock -n -s 8) 8<"$jobs/$1.lock"; then
        say running
    elif [ ! -d "$jobs/$1" ]; then
        say none
    elif [ -s "$jobs/$1/exit" ]; then
        say "ended $(cat "$jobs/$1/exit")"
    else
        say lost
    fi
}
