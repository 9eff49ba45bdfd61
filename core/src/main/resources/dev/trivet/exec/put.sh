# Puts files, all or none as far as one file system can: probes and stages every file before the first takes its place.
# On standard input five words a file: PATH MODE HASH EXPECTED and the content in base64 behind a dot; then "end", without
# which the connection was cut. EXPECTED is the hash of what may be replaced, "absent", or "any".
# Starting programs is what takes time, so one looks at all files or changes all where it can.
previous=/var/lib/trivet/previous
newline='
'
paths='' staged='' folder=''
umask 077
set -C

drop_staged() { for temporary in $staged; do rm -f "$temporary"; done; }

refuse() {
    drop_staged
    say "refused $*"
    exit 1
}

refuse_unwritable() { refuse "$1: it cannot be written: $(df -P "${1%/*}" 2>/dev/null | tail -n 1)"; }

# Asks a program about files that there are: LIST COMMAND...
about() {
    list=$1
    shift
    for name in $list; do set -- "$@" "$name"; done
    [ -z "$list" ] || "$@"
}

# Sets $found to what stands before a path in lines that begin with it and a blank.
look_up() {
    rest=${2%%" $1$newline"*}
    found=${rest##*"$newline"}
}

sums_of() { sums=$newline$(about "$1" sha256sum)$newline; }

has_sum() {
    look_up "$1" "$sums"
    [ "${found%% *}" = "$2" ]
}

temporary_of() { temporary=${1%/*}/.${1##*/}.trivet-new; }

# Folders are open to all, whatever the umask: HAProxy's image reads its mounted folder as a user without rights.
# Ours are not.
make_folder() {
    [ -d "$1" ] && return
    case $1/ in /run/trivet/* | /var/lib/trivet/*) mask=077 ;; *) mask=022 ;; esac
    (umask "$mask" && mkdir -p "$1")
}

flush() { sync "$@" 2>/dev/null || sync; }

# What was there before is kept outside of the folder: the kubelet runs what is inside. What lies in memory has secrets in it,
# which are kept nowhere.
keep() {
    case $1 in /run/*) return 0 ;; esac
    [ -f "$1" ] || return 0
    { [ -d "$previous${1%/*}" ] || mkdir -p "$previous${1%/*}"; } &&
        cp -p "$1" "$previous$1.new" && mv -f "$previous$1.new" "$previous$1"
}

look() {
    present=
    while [ "$#" -ge 5 ]; do
        obstacle "$1"
        [ -z "$problem" ] || refuse "$1: $problem"
        [ ! -f "$1" ] || present="$present $1"
        shift 5
    done
    sums_of "$present"
    states=$newline$(about "$present" stat -c '%a %u:%g %n')$newline
}

choose() {
    while [ "$#" -ge 5 ]; do
        path=$1 mode=$2 hash=$3 expected=$4
        shift 5
        now=absent
        [ ! -f "$path" ] || { look_up "$path" "$sums" && now=${found%% *}; }
        look_up "$path" "$states"
        if [ "$now" = "$hash" ] && [ "$found" = "$mode 0:0" ]; then
            say "unchanged $path"
            continue
        fi
        [ "$expected" = any ] || [ "$expected" = "$now" ] || [ "$now" = "$hash" ] || refuse "$path: it has changed meanwhile"
        paths="$paths $path"
        temporary_of "$path"
        staged="$staged $temporary"
    done
}

is_chosen() { case "$paths " in *" $1 "*) ;; *) return 1 ;; esac; }

write() { make_folder "${1%/*}" && printf '%s' "${2#.}" | base64 -d >"$1"; }

stage() {
    about "$staged" rm -f
    while [ "$#" -ge 5 ]; do
        if is_chosen "$1"; then
            temporary_of "$1"
            write "$temporary" "$5" 2>/dev/null || refuse_unwritable "$1"
            [ "$2" = 600 ] || chmod "$2" "$temporary" || refuse_unwritable "$1"
        fi
        shift 5
    done
    about "$staged" chown 0:0 || refuse "the files cannot be given to root"
    sums_of "$staged"
    about "$staged" flush
}

check() {
    while [ "$#" -ge 5 ]; do
        temporary_of "$1"
        ! is_chosen "$1" || has_sum "$temporary" "$3" || refuse_unwritable "$1"
        shift 5
    done
}

# A folder is on the disk before anything changes in the next one.
replace() {
    for path in $paths; do
        [ -z "$folder" ] || [ "$folder" = "${path%/*}" ] || flush "$folder"
        folder=${path%/*}
        temporary_of "$path"
        if ! keep "$path" || ! mv -f "$temporary" "$path"; then
            drop_staged
            say "failed $path: it cannot take its place"
            exit 1
        fi
        say "written $path"
    done
    [ -z "$folder" ] || flush "$folder"
}

# Whoever was cut off may still be at work; nobody puts files beside another.
wait_for_others() {
    [ -d /run/trivet ] || mkdir -p /run/trivet || refuse "the folder /run/trivet cannot be made"
    exec 9</run/trivet
    tries=120
    until flock -n 9; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || refuse "files are being put by another run"
        sleep 0.25
    done
}

input=$(cat && say .)
case $newline$input in *"${newline}end$newline.") ;; *) refuse "the files did not arrive whole" ;; esac
wait_for_others
set -f
# shellcheck disable=SC2086 # words are what is wanted
set -- $input
look "$@"
choose "$@"
stage "$@"
check "$@"
replace
say end
