# Stands before every other script: the same language and the administrator's folders everywhere.
LC_ALL=C
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
jobs=/var/lib/trivet/jobs

say() { printf '%s\n' "$*"; }

# Sets $problem to what stands where a plain file should be or on the way there, or to nothing.
obstacle() {
    rest=${1#/}
    walked=
    problem=
    while [ -n "$rest" ] && [ -z "$problem" ]; do
        case $rest in
            */*) walked=$walked/${rest%%/*} rest=${rest#*/} ;;
            *) walked=$walked/$rest rest= ;;
        esac
        if [ -L "$walked" ]; then
            problem="$walked is a symbolic link"
        elif [ -n "$rest" ] && [ -e "$walked" ] && [ ! -d "$walked" ]; then
            problem="$walked is no folder"
        elif [ -z "$rest" ] && [ -e "$walked" ] && [ ! -f "$walked" ]; then
            problem="$walked is no plain file"
        fi
    done
}

hash_of() {
    sum=$(sha256sum <"$1") && say "${sum%% *}"
}

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
