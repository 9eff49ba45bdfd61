# What follows is the same in the script of every master.
pki=/etc/kubernetes/pki
own=/var/lib/kubelet/pki/kubelet-client-current.pem
joining=/run/trivet/join/kubeadm-join.yaml
newline='
'
problems=''

fail() {
    printf '%s: %s\n' "$master" "$*" >&2
    exit 1
}

problem() { problems="$problems$newline  - $*"; }

ask() { curl --silent --globoff --noproxy '*' --connect-timeout 2 --max-time 5 "$@" 2>/dev/null; }

serves() { ask --insecure --fail --output /dev/null "https://$1/readyz"; }

# A master that kubeadm has finished is known to its own API server as one.
is_master() {
    [ -f "$pki/ca.crt" ] && [ -f "$own" ] || return 1
    node=$(ask --fail --cacert "$pki/ca.crt" --cert "$own" --key "$own" "https://$api/api/v1/nodes/$master") || return 1
    case $node in
        *'"node-role.kubernetes.io/control-plane":'* | *'"node-role.kubernetes.io/master":'*) ;;
        *) return 1 ;;
    esac
}

# An API server that has just been started takes a moment.
soon() {
    tries=10
    until "$@"; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 1
    done
}

check_runtime() {
    for candidate in $socket /run/containerd/containerd.sock /var/run/crio/crio.sock /var/run/cri-dockerd.sock; do
        [ -S "$candidate" ] && break
    done
    if command -v crictl >/dev/null; then
        timeout 10 crictl -r "unix://$candidate" info </dev/null >/dev/null 2>&1
    else
        [ -S "$candidate" ]
    fi || problem "no container runtime answers: start it, or name its socket as kubeadm.criSocket in the spec"
}

check_kubeadm() {
    installed=$(timeout 10 kubeadm version -o short </dev/null 2>/dev/null)
    case $installed in
        v1."$minor".* | v1.$((minor + 1)).*) ;;
        *) problem "its kubeadm is ${installed:-unknown}: install kubeadm and kubelet 1.$minor" ;;
    esac
}

check_address() {
    case $(ip -o addr show dev "$interface" 2>/dev/null) in
        *" $address/"*) ;;
        *) problem "$address is not on $interface: take this machine's own script, or correct the spec or the network" ;;
    esac
}

# All that is wrong at once, before anything is written.
check_machine() {
    for command in kubeadm kubelet ip curl flock setsid timeout base64 od sha256sum; do
        command -v "$command" >/dev/null || problem "there is no $command: install it"
    done
    check_address
    if [ -z "$done" ]; then
        [ -n "$problems" ] || check_kubeadm
        check_runtime
    fi
    [ -z "$problems" ] || fail "this machine is not ready:$problems"
}

# A file as it is on standard input: PATH MODE.
file() {
    content=$(od -A n -v -t o1 | sed 's/ /\\0/g' | tr -d '\n')
    sum=$(printf '%b' "$content" | sha256sum)
    printf '%s\n' "$1" "$2" "${sum%% *}" any ".$content"
}

# One in base64.
encoded_file() { base64 -d | file "$@"; }

put() {
    outcome=$(files | put_files) || fail "no file was put, or not all: ${outcome##*"$newline"}"
    changed=$(say "$outcome" | sed -n 's/^written //p')
    [ -z "$changed" ] || say "$changed" | while read -r path; do say "changed $path"; done
}

# What kubeadm has left here, as the checks that it breaks.
leavings() {
    for file in manifests/kube-apiserver.yaml manifests/kube-controller-manager.yaml manifests/kube-scheduler.yaml \
        manifests/etcd.yaml kubelet.conf bootstrap-kubelet.conf pki/ca.crt; do
        [ ! -e "/etc/kubernetes/$file" ] || printf 'FileAvailable--etc-kubernetes-%s,' "$(say "$file" | tr / -)"
    done
    [ -z "$(ls -A /var/lib/etcd 2>/dev/null)" ] || printf 'DirAvailable--var-lib-etcd,'
}

# Its ports as well: the kubelet goes on with what it has, whenever it is ready.
broken_checks() {
    printf '%sDirAvailable--etc-kubernetes-manifests,' "$leftover"
    printf 'Port-%s,Port-10250,Port-10257,Port-10259,Port-2379,Port-2380' "${api##*:}"
}

# Nowhere may be a cluster already: two that share an address destroy each other.
refuse_second_cluster() {
    for other in $others; do
        ! serves "$other" || fail "an API server answers at $other: this machine would make a second cluster beside it"
    done
    [ -n "$leftover" ] || ! serves "$endpoint" ||
        fail "an API server answers at $endpoint: this machine would make a second cluster beside it"
}

read_secrets() {
    [ -n "$1" ] || fail "joining takes secrets: on $first, run sh bootstrap.sh secrets FILE; bring the file here, and run sh bootstrap.sh FILE"
    [ -f "$1" ] || fail "there is no file $1"
    case $(stat -c %a "$1") in
        *00) ;;
        *) fail "others can read $1: run chmod 600 $1, and make new secrets if they have" ;;
    esac
    token='' ca_cert_hash='' certificate_key=''
    while read -r name value; do
        case $name in
            token) token=$value ;;
            ca-cert-hash) ca_cert_hash=$value ;;
            certificate-key) certificate_key=$value ;;
        esac
    done <"$1"
    are_secrets || fail "$1 is no file of secrets: make it on $first, by sh bootstrap.sh secrets FILE"
}

are_secrets() {
    looks_like "$token" '[a-z0-9]{6}\.[a-z0-9]{16}' && looks_like "$ca_cert_hash" 'sha256:[0-9a-f]{64}' &&
        looks_like "$certificate_key" '[0-9a-f]{64}'
}

looks_like() { printf '%s\n' "$1" | grep -Exq "$2"; }

# By the shell alone: what is an argument of a program, everybody can read.
fill() {
    while IFS= read -r line; do
        case $line in
            *@bootstrap-token@*) line=${line%%@bootstrap-token@*}$token${line#*@bootstrap-token@} ;;
            *@ca-cert-hash@*) line=${line%%@ca-cert-hash@*}$ca_cert_hash${line#*@ca-cert-hash@} ;;
            *@certificate-key@*) line=${line%%@certificate-key@*}$certificate_key${line#*@certificate-key@} ;;
        esac
        say "$line"
    done <"$config"
}

# In memory, and gone when kubeadm has ended.
write_join_config() {
    (umask 077 && mkdir -p "${joining%/*}" && fill >"$joining.new" && mv -f "$joining.new" "$joining") ||
        fail "$joining cannot be written"
}

# Goes on when the terminal is gone. What was cut off is done again, with exactly the checks ignored that its leavings break.
run_kubeadm() {
    [ "$standing" = running ] || start_kubeadm
    exec 3>&1
    standing=$(follow_job "$job" 0 3600 2>&1 >&3)
    exec 3>&-
    case ${standing##*"$newline"} in
        'ended 0') ;;
        running) fail "kubeadm $phase is still at work: run this again to see more" ;;
        *) fail "kubeadm $phase has not ended well ($standing): mend what it says above, and run this again" ;;
    esac
}

start_kubeadm() {
    discarded=''
    set -- kubeadm "$phase" --config "$config"
    if [ "$phase" = init ]; then
        set -- "$@" --skip-token-print --skip-certificate-key-print
    else
        write_join_config
        discarded=$joining
        set -- kubeadm join --config "$joining"
    fi
    [ -z "$leftover" ] || set -- "$@" --ignore-preflight-errors="$(broken_checks)"
    start_job "$job" '' "$discarded" "$@" >/dev/null || fail "kubeadm $phase cannot be started"
}

# Refuses what cannot be done safely, before anything is written.
check_cluster() {
    case ${leftover:+leftover}:$standing in
        :* | leftover:running | leftover:lost | leftover:ended\ [1-9]*) ;;
        leftover:'ended 0') fail "kubeadm $phase has ended well, but the API server here does not answer: see crictl ps -a and journalctl -u kubelet" ;;
        *) fail "kubeadm has run here, and not by this script: run kubeadm reset to begin anew" ;;
    esac
    if [ "$standing" = running ]; then
        return
    elif [ "$phase" = init ]; then
        refuse_second_cluster
    else
        soon serves "$endpoint" || fail "no API server answers at $endpoint: begin on $first"
        read_secrets "$1"
    fi
}

make_master() {
    [ "$(id -u)" = 0 ] || fail "only root can do this: run it with sudo"
    job=kubeadm-$phase
    standing=$(job_state "$job")
    leftover=$(leavings)
    done=''
    if is_master || { [ -n "$leftover" ] && [ "$standing" = 'ended 0' ] && soon is_master; }; then
        done=yes
    fi
    check_machine
    [ -n "$done" ] || [ -z "$phase" ] || check_cluster "$1"
    put
    if [ -z "$done" ] && [ -n "$phase" ]; then
        run_kubeadm
    elif [ -z "$changed" ]; then
        say 'nothing to do: everything is as it should be'
    fi
    say "$next"
}

# What the others need to join, in a file that nobody else can read: FILE.
make_secrets() {
    [ "$(id -u)" = 0 ] || fail "only root can do this: run it with sudo"
    [ "$phase" = init ] || fail "secrets are made on $first"
    [ -n "$1" ] || fail "name the file: sh bootstrap.sh secrets FILE"
    { [ -f "$own" ] && soon is_master; } || fail "this is no master yet: run sh bootstrap.sh first"
    words=$(kubeadm token create --ttl 30m --description 'Trivet: join by hand' --print-join-command) || fail "there is no token"
    certificate_key=$(kubeadm init phase upload-certs --upload-certs --config "$config" | grep -Ex '[0-9a-f]{64}')
    token='' ca_cert_hash='' before=''
    for word in $words; do
        case $before in
            --token) token=$word ;;
            --discovery-token-ca-cert-hash) ca_cert_hash=$word ;;
        esac
        before=$word
    done
    are_secrets || fail "kubeadm printed something else than a token, a hash and a key"
    # A file that is there already would keep its mode, and whoever has it open.
    (umask 077 && rm -f "$1.new" && set -C &&
        printf 'token %s\nca-cert-hash %s\ncertificate-key %s\n' "$token" "$ca_cert_hash" "$certificate_key" >"$1.new" &&
        mv -f "$1.new" "$1") || fail "$1 cannot be written"
    say "$1 is good for joins in the next 30 minutes. Whoever reads it can become a master: keep it to yourself, and remove it then."
}

main() {
    case ${1:-} in
        secrets) make_secrets "${2:-}" ;;
        *) make_master "${1:-}" ;;
    esac
}

main "$@"
