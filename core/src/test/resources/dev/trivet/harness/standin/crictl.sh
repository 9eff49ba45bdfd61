#!/bin/sh
# Stand-in for crictl: an image is a line of a file.
images=/var/lib/standin/images
[ "$1" != -r ] || shift 2
case $1 in
    info) echo '{}' ;;
    inspecti) grep -qxF -- "$2" "$images" 2>/dev/null ;;
    pull) mkdir -p "${images%/*}" && echo "$2" >>"$images" && echo "Image is up to date for $2" ;;
    *) exit 1 ;;
esac
