# Puts files, all or none as far as one file system can: probes and stages every file before the first takes its place.
# On standard input five lines a file: PATH, MODE, HASH, EXPECTED and, behind a dot, the content as printf's %b reads it; then
# "end", without which the connection was cut. EXPECTED is the hash of what may be replaced, "absent", or "any".
# Starting programs is what takes time, so the shell does what it can, and one program looks at all files or changes all. What
# was written is said in one go: over SSH, each write is a packet.
previous=/var/lib/trivet/previous
sums='' states='' paths='' staged='' stale='' open='' closed='' modes='' folders='' written=''
umask 077
set -C

drop_staged() { about "$staged" rm -f; }

refuse() {
    drop_staged
    say "refused $*"
    exit 1
}

refuse_unwritable() { refuse "$1: it cannot be written: $(df -P "${1%/*}" 2>/dev/null | tail -n 1)"; }

has_sum() {
    look_up "$1" "$sums"
    [ "${found%% *}" = "$2" ]
}

temporary_of() { temporary=${1%/*}/.${1##*/}.trivet-new; }

flush() { about "$1" sync 2>/dev/null || sync; }

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
    [ -n "$present" ] || return 0
    survey "$present"
}

choose() {
    while [ "$#" -ge 5 ]; do
        path=$1 mode=$2 hash=$3 expected=$4
        shift 5
        now=absent
        [ ! -f "$path" ] || { look_up "$path" "$sums" && now=${found%% *}; }
        look_up "$path" "$states"
        if [ "$now" = "$hash" ] && [ "$found" = "$mode 0:0" ]; then
            continue
        fi
        [ "$expected" = any ] || [ "$expected" = "$now" ] || [ "$now" = "$hash" ] || refuse "$path: it has changed meanwhile"
        paths="$paths $path"
        temporary_of "$path"
        staged="$staged $temporary"
    done
}

is_among() { case "$2 " in *" $1 "*) ;; *) return 1 ;; esac; }

is_chosen() { is_among "$1" "$paths"; }

make_room() {
    for temporary in $staged; do
        [ ! -e "$temporary" ] && [ ! -L "$temporary" ] || stale="$stale $temporary"
        path=${temporary%/*}
        if [ ! -d "$path" ] && ! is_among "$path" "$open$closed"; then
            case $path/ in
                /run/trivet/* | /var/lib/trivet/*) closed="$closed $path" ;;
                *) open="$open $path" ;;
            esac
        fi
    done
    about "$stale" rm -f
    about "$closed" mkdir -p
    # Whatever the umask, all may look into these: HAProxy's image reads its folder as a user without rights.
    umask 022
    about "$open" mkdir -p
    umask 077
}

stage() {
    make_room 2>/dev/null
    while [ "$#" -ge 5 ]; do
        if is_chosen "$1"; then
            temporary_of "$1"
            { printf '%b' "${5#.}" >"$temporary"; } 2>/dev/null || refuse_unwritable "$1"
            [ "$2" = 600 ] || is_among "$2" "$modes" || modes="$modes $2"
        fi
        shift 5
    done
}

give_mode() {
    mode=$1 files=
    shift
    while [ "$#" -ge 5 ]; do
        temporary_of "$1"
        ! is_chosen "$1" || [ "$2" != "$mode" ] || files="$files $temporary"
        shift 5
    done
    about "$files" chmod "$mode" || refuse "the files cannot be given the mode $mode"
}

finish() {
    for mode in $modes; do give_mode "$mode" "$@"; done
    about "$staged" chown 0:0 || refuse "the files cannot be given to root"
    sums=$newline$(about "$staged" exec sha256sum)$newline
    flush "$staged"
}

check() {
    while [ "$#" -ge 5 ]; do
        temporary_of "$1"
        ! is_chosen "$1" || has_sum "$temporary" "$3" || refuse_unwritable "$1"
        shift 5
    done
}

# What the kubelet runs comes when its configuration is on the disk.
replace() {
    for path in $paths; do
        if [ "${path%/*}" = /etc/kubernetes/manifests ] && [ "${folders#" ${path%/*}"}" != '' ]; then
            flush "$folders"
            folders=
        fi
        is_among "${path%/*}" "$folders" || folders="$folders ${path%/*}"
        temporary_of "$path"
        if ! keep "$path" || ! mv -f "$temporary" "$path"; then
            drop_staged
            say "failed $path: it cannot take its place"
            exit 1
        fi
        written="${written}written $path$newline"
    done
    flush "$folders"
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

input=$(cat)
case $newline$input in *"${newline}end") ;; *) refuse "the files did not arrive whole" ;; esac
wait_for_others
set -f
IFS=$newline
# shellcheck disable=SC2086 # lines are what is wanted
set -- $input
IFS=' '
look "$@"
choose "$@"
stage "$@"
finish "$@"
check "$@"
replace
say "${written}end"
