#!/usr/bin/env bash
# Puts every host's files by OpenSSH, all hosts at once. Arguments: the key, the known hosts, a folder with a folder for each
# host, and the hosts as NAME=ADDRESS.
key=$1 known=$2 folder=$3
shift 3
unpack=$(<"${BASH_SOURCE[0]%/*}/unpack.sh")

put() {
    tar -C "$folder/$1" --owner=0 --group=0 -cf - etc | ssh -i "$key" -o UserKnownHostsFile="$known" -o BatchMode=yes \
        -o ControlMaster=no -o KexAlgorithms=curve25519-sha256 -c aes128-gcm@openssh.com "root@$2" "$unpack"
}

jobs=()
for host; do
    put "${host%%=*}" "${host#*=}" &
    jobs+=($!)
done
for job in "${jobs[@]}"; do
    wait "$job" || exit 1
done
