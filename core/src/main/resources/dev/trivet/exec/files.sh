# Stands before what looks at files.
newline='
'

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

# Runs a program on files, if there are any: LIST COMMAND... (in a shell of its own with exec, which saves a process)
about() {
    [ -n "$1" ] || return 0
    list=$1
    shift
    for name in $list; do set -- "$@" "$name"; done
    "$@"
}

# Sets $found to what stands before a path in lines that begin with it and a blank.
look_up() {
    rest=${2%%" $1$newline"*}
    found=${rest##*"$newline"}
}

# Sets $sums and $states of files that there are.
survey() {
    sums=$newline$(about "$1" exec sha256sum)$newline
    states=$newline$(about "$1" exec stat -c '%a %u:%g %n')$newline
}

