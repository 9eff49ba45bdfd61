# Unpacks a tar into a folder beside the places, where each file goes by a rename.
set -e
new=/etc/.new.$$
mkdir "$new"
tar -C "$new" -xpf -
cd "$new/etc"
find . -type d -exec sh -c 'cd /etc && mkdir -p "$@"' sh {} +
find . -type f | while read -r file; do mv -f "$file" "/etc/$file"; done
rm -rf "$new"
