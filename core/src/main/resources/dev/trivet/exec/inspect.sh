# Prints the facts of this machine, a line each; writes nothing. The question comes on standard input:
#   node NAME ADDRESS API-PORT MONITOR-PORT | address VIRTUAL-IP URL-HOST PORT | socket PATH | command NAME | image NAME
#   | file PATH HASH | software: kubeadm's version and the container runtime
# Half of the questions below have no answer for others.
if [ "$(id -u)" != 0 ]; then
    say "refused commands run there as $(id -un), not as root: log in as root, or use sudo"
    exit 1
fi
pki=/etc/kubernetes/pki
own=/var/lib/kubelet/pki/kubelet-client-current.pem

encoded() { base64 <"$1" | tr -d '\n'; }

quickly() { timeout 10 "$@" </dev/null 2>/dev/null; }

# Never by way of a proxy.
ask() { curl --silent --globoff --noproxy '*' --connect-timeout 1 --max-time 5 "$@" 2>/dev/null; }

# Asks a URL: how curl ended, and the HTTP status.
status_of() {
    code=$(ask --output /dev/null --write-out '%{http_code}' "$@")
    say "$? ${code:-000}"
}

machine() {
    say "machine-id $(cat /etc/machine-id 2>/dev/null)"
    say "host $(uname -n)"
    say "clock $(date +%s)"
    ip -o addr show 2>/dev/null | while read -r _ device family local _; do
        case $family in inet | inet6) say "address ${device%%@*} ${local%%/*}" ;; esac
    done
    ip -o link show 2>/dev/null | while read -r line; do
        case $line in *link/ether*) rest=${line#*link/ether } && say "mac ${rest%% *}" ;; esac
    done
    if [ -r /proc/swaps ]; then
        say "swap $(($(wc -l </proc/swaps) - 1))"
    fi
    for setting in net/ipv4/ip_forward net/ipv6/conf/default/forwarding net/bridge/bridge-nf-call-iptables; do
        [ -r "/proc/sys/$setting" ] && say "kernel $setting $(cat "/proc/sys/$setting")"
    done
}

# The column of the processes looks like users:(("haproxy",pid=71,fd=6)).
activity() {
    ss -Hltnp 2>/dev/null | while read -r _ _ _ local _ users; do
        case $users in
            *\"*\"*) program=${users#*\"} program=${program%%\"*} ;;
            *) program=- ;;
        esac
        say "listener ${local##*:} ${local%:*} $program"
    done
    for file in /proc/[0-9]*/comm; do
        { read -r program <"$file"; } 2>/dev/null || continue
        case $program in
            keepalived | haproxy | kubelet | etcd | kube-apiserver) folder=${file%/comm} && say "process $program ${folder##*/}" ;;
        esac
    done
    for folder in "$jobs"/*/; do
        name=${folder%/} name=${name##*/}
        case $name in '*' | *.previous) ;; *) say "job $name $(job_state "$name")" ;; esac
    done
}

kubeadm_facts() {
    for name in admin.conf kubelet.conf bootstrap-kubelet.conf controller-manager.conf scheduler.conf pki/ca.crt \
        manifests/kube-apiserver.yaml manifests/kube-controller-manager.yaml manifests/kube-scheduler.yaml manifests/etcd.yaml; do
        [ -e "/etc/kubernetes/$name" ] && say "leaving /etc/kubernetes/$name"
    done
    [ -n "$(ls -A /var/lib/etcd 2>/dev/null)" ] && say "leaving /var/lib/etcd"
    [ -f "$pki/ca.crt" ] && say "authority $(encoded "$pki/ca.crt")"
    [ -f /etc/kubernetes/admin.conf ] && say "endpoint $(sed -n 's/^ *server: *//p' /etc/kubernetes/admin.conf | head -n 1)"
}

# The API server of this machine itself, asked as this machine's kubelet where it has a certificate already.
api_server() {
    [ -f "$pki/ca.crt" ] || return 0
    set -- --cacert "$pki/ca.crt"
    [ -f "$own" ] && set -- "$@" --cert "$own" --key "$own"
    say "api $(status_of "$@" "$api/readyz")"
    [ -f "$own" ] || return 0
    if body=$(ask --fail "$@" "$api/api/v1/nodes/$node"); then
        case $body in
            *'"node-role.kubernetes.io/control-plane":'* | *'"node-role.kubernetes.io/master":'*) say "marked yes" ;;
            *) say "marked no" ;;
        esac
    fi
}

etcd() {
    [ -f "$pki/apiserver-etcd-client.crt" ] || return 0
    set -- --cacert "$pki/etcd/ca.crt" --cert "$pki/apiserver-etcd-client.crt" --key "$pki/apiserver-etcd-client.key"
    say "etcd $(status_of "$@" https://127.0.0.1:2379/health)"
    members=$(ask --fail "$@" --data '{}' https://127.0.0.1:2379/v3/cluster/member/list) &&
        say "members $(printf '%s' "$members" | base64 | tr -d '\n')"
}

# A neighbour that answers has the address; one that is only remembered may have gone.
virtual_address() {
    set -- --insecure
    [ -f "$pki/ca.crt" ] && set -- --cacert "$pki/ca.crt"
    say "front $(status_of "$@" "https://$host:$port/readyz")"
    ip neigh show to "$address" 2>/dev/null | while read -r line; do
        case $line in *lladdr*) mac=${line#*lladdr } && say "neighbour ${mac%% *} ${line##* }" ;; esac
    done
}

software() {
    version=$(quickly kubeadm version -o short) && say "kubeadm $version"
    for candidate in $socket /run/containerd/containerd.sock /var/run/crio/crio.sock /var/run/cri-dockerd.sock; do
        [ -S "$candidate" ] && break
    done
    quickly crictl -r "unix://$candidate" info >/dev/null
    say "runtime $?"
    for image in $images; do
        quickly crictl -r "unix://$candidate" inspecti "$image" >/dev/null && say "image $image"
    done
}

file() {
    obstacle "$1"
    if [ -n "$problem" ]; then
        say "obstacle $1 $problem"
    elif [ -f "$1" ]; then
        present="$present $1"
        wanted="$wanted$2 $1$newline"
    else
        say "absent $1"
    fi
}

files() {
    survey "$present"
    for path in $present; do
        look_up "$path" "$states"
        state=$found
        look_up "$path" "$sums"
        sum=${found%% *}
        # It may have gone meanwhile.
        if [ -z "$sum" ] || [ -z "$state" ]; then continue; fi
        say "file $path $sum $state"
        case $newline$wanted in
            *"$newline$sum $path$newline"*) ;;
            *) [ "$(wc -c <"$path")" -gt 262144 ] || say "content $path $(encoded "$path")" ;;
        esac
    done
}

node='' api='' monitor='' address='' host='' port='' socket='' images='' software='' present='' wanted=''
while read -r kind first second third fourth; do
    case $kind in
        node) node=$first api=https://$second:$third monitor=$fourth ;;
        address) address=$first host=$second port=$third ;;
        socket) socket=$first ;;
        image) images="$images $first" ;;
        command) command -v "$first" >/dev/null || say "missing $first" ;;
        file) file "$first" "$second" ;;
        software) software=yes ;;
    esac
done
[ -z "$present" ] || files
# Nobody answers at an address that is free, and it takes a second to know that: the rest is told meanwhile.
exec 3>&1
front=$(
    virtual_address &
    {
        machine
        kubeadm_facts
        activity
        [ -z "$software" ] || software
        api_server
        say "balancer $(status_of "http://127.0.0.1:$monitor/ready")"
        etcd
    } >&3
    wait
)
say "$front"
say end
