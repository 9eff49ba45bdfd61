#!/bin/sh
# Exported by Trivet. Under Cluster API all machines get the same files. This one becomes the master whose address it has: that
# master's files take their places, and kubeadm's configuration gets its addresses. Where none fits, kubeadm must not run.
set -eu
umask 022
# A line each: name, address, all addresses.
masters='@masters@'
files=/etc/trivet/masters

fail() {
    echo "trivet: $*" >&2
    exit 1
}

own=$(ip -o addr show)
chosen=''
while read -r name address all; do
    case $own in
        *" $address/"*)
            [ -z "$chosen" ] || fail "this machine has the addresses of $chosen and $name"
            chosen=$name advertise=$address node_ip=$all
            ;;
    esac
done <<END
$masters
END
[ -n "$chosen" ] || fail "this machine has the address of no master; give it one of these: $masters. It has: $own"

if [ -d "$files/$chosen" ]; then
    find "$files/$chosen" -type f | sort | while read -r file; do
        place=${file#"$files/$chosen"}
        temporary=${place%/*}/.${place##*/}.trivet-new
        mkdir -p "${place%/*}"
        cp -p "$file" "$temporary"
        mv -f "$temporary" "$place"
    done
fi

for config in /run/kubeadm/kubeadm.yaml /run/kubeadm/kubeadm-join-config.yaml; do
    [ ! -f "$config" ] || sed -i "s/@advertise-address@/$advertise/; s/@node-ip@/$node_ip/" "$config"
done
echo "trivet: this machine is $chosen"
