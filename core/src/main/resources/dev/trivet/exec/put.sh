# Puts files, all or none as far as one file system can: probes and stages every file before the first takes its place.
# On standard input two lines a file: PATH MODE HASH EXPECTED, and the content in base64. EXPECTED is the hash of what
# may be replaced, "absent", or "any".
previous=/var/lib/trivet/previous
paths=

staged() { say "${1%/*}/.${1##*/}.trivet-new"; }

drop_staged() { for path in $paths; do rm -f "$(staged "$path")"; done; }

refuse() {
    drop_staged
    say "refused $*"
    exit 1
}

# Folders are open to all, whatever the umask: HAProxy's image reads its mounted folder as a user without rights.
# Ours are not.
make_folder() {
    [ -d "$1" ] && return
    case $1/ in /run/trivet/* | /var/lib/trivet/*) mask=077 ;; *) mask=022 ;; esac
    (umask "$mask" && mkdir -p "$1")
}

flush() { sync "$@" 2>/dev/null || sync; }

stage() {
    temporary=$(staged "$1")
    make_folder "${1%/*}" && rm -f "$temporary" &&
        (umask 077 && set -C && printf '%s' "$4" | base64 -d >"$temporary") 2>/dev/null &&
        [ "$(hash_of "$temporary")" = "$3" ] && chown 0:0 "$temporary" && chmod "$2" "$temporary" && flush "$temporary"
}

# What was there before is kept outside of the folder: the kubelet runs what is inside. What lies in memory has secrets in it,
# which are kept nowhere.
keep() {
    case $1 in /run/*) return 0 ;; esac
    [ -f "$1" ] || return 0
    (umask 077 && mkdir -p "$previous${1%/*}") && cp -p "$1" "$previous$1.new" && mv -f "$previous$1.new" "$previous$1"
}

while read -r path mode hash expected && read -r content; do
    problem=$(obstacle "$path")
    [ -z "$problem" ] || refuse "$path: $problem"
    now=absent
    [ ! -f "$path" ] || now=$(hash_of "$path")
    if [ "$now" = "$hash" ] && [ "$(stat -c '%a %u:%g' "$path")" = "$mode 0:0" ]; then
        say "unchanged $path"
        continue
    fi
    [ "$expected" = any ] || [ "$expected" = "$now" ] || [ "$now" = "$hash" ] || refuse "$path: it has changed meanwhile"
    paths="$paths $path"
    stage "$path" "$mode" "$hash" "$content" || refuse "$path: it cannot be written: $(df -P "${path%/*}" 2>/dev/null | tail -n 1)"
done

for path in $paths; do
    if keep "$path" && mv -f "$(staged "$path")" "$path"; then
        flush "${path%/*}"
        say "written $path"
    else
        drop_staged
        say "failed $path: it cannot take its place"
        exit 1
    fi
done
say end
