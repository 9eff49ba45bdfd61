#!/bin/sh
# Notes the words of all processes from the one that started this up to the room's first.
note=/srv/log/cmdlines-$(uname -n)
id=$PPID
while [ "${id:-0}" -gt 0 ]; do
    tr '\0' ' ' <"/proc/$id/cmdline" >>"$note"
    echo >>"$note"
    id=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$id/status")
done
