#!/bin/sh
# Stand-in for kubeadm: leaves the same files in the same order, and keeps its cluster in a folder that all masters see.
# Where a file /srv/die-at-MOMENT is, it dies at that moment, once, and with it the shell that it was started by.
pki=/etc/kubernetes/pki
manifests=/etc/kubernetes/manifests
OPENSSL_CONF=/srv/openssl.cnf
export OPENSSL_CONF
/usr/local/bin/cmdlines
node=$(uname -n)
address=$(cat "/srv/addresses/$node")
endpoint=$(cat /srv/endpoint)
config='' description='' ignored='' before='' failed=''
for word; do
    case $word in --ignore-preflight-errors=*) ignored=${word#*=} ;; esac
    case $before in --config) config=$word ;; --description) description=$word ;; esac
    before=$word
done

die_at() {
    if [ -e "/srv/die-at-$1" ]; then
        rm "/srv/die-at-$1"
        kill -9 "$PPID" $$
    fi
}

# As strict as the real one: a check that is not ignored stops.
check() {
    case ,$ignored, in
        *,"$1",*) printf '\t[WARNING %s]: %s\n' "$1" "$2" ;;
        *) failed="$failed	[ERROR $1]: $2
" ;;
    esac
}

preflight() {
    echo '[preflight] Running pre-flight checks'
    for path in "$@"; do
        [ ! -e "$path" ] || check "FileAvailable-$(echo "$path" | tr / -)" "$path already exists"
    done
    [ -z "$(ls -A /var/lib/etcd 2>/dev/null)" ] || check DirAvailable--var-lib-etcd '/var/lib/etcd is not empty'
    [ -z "$(ss -Hltn "sport = :6443")" ] || check Port-6443 'Port 6443 is in use'
    [ ! -e /srv/swap ] || check Swap 'running with swap on is not supported'
    [ -n "$failed" ] || return 0
    {
        echo 'error execution phase preflight: [preflight] Some fatal errors occurred:'
        printf '%s' "$failed"
        echo '[preflight] If you know what you are doing, you can make a check non-fatal'
        echo 'To see the stack trace of this error execute with --v=5 or higher'
    } >&2
    exit 1
}

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1" 2>/dev/null; }

authority() {
    mkdir -p "$pki/etcd" && chmod 700 "$pki"
    if [ ! -e "$pki/ca.crt" ]; then
        new_key "$pki/ca.key"
        openssl req -new -x509 -key "$pki/ca.key" -subj /CN=kubernetes -days 2 -out "$pki/ca.crt"
    fi
}

certificates() {
    echo "[certs] Using certificateDir folder \"$pki\""
    new_key "$pki/node.key"
    openssl req -new -key "$pki/node.key" -subj "/CN=$node" \
        -addext "subjectAltName=IP:127.0.0.1,IP:$address,IP:${endpoint%:*}" |
        openssl x509 -req -CA "$pki/ca.crt" -CAkey "$pki/ca.key" -set_serial "0x$(random 8)" -copy_extensions copy \
            -days 2 -out "$pki/node.crt" 2>/dev/null
    cat "$pki/node.crt" "$pki/node.key" >"$pki/server.pem"
    cp "$pki/ca.crt" "$pki/etcd/ca.crt"
    cp "$pki/node.key" "$pki/apiserver-etcd-client.key"
    cp "$pki/node.crt" "$pki/apiserver-etcd-client.crt"
    mkdir -p /var/lib/kubelet/pki && cp "$pki/server.pem" /var/lib/kubelet/pki/kubelet-client-current.pem
}

configurations() {
    printf 'clusters:\n- cluster:\n    server: https://%s\n' "$endpoint" >/etc/kubernetes/admin.conf
    cp /etc/kubernetes/admin.conf /etc/kubernetes/kubelet.conf
}

pods() {
    mkdir -p "$manifests" /var/lib/etcd/member
    for name in etcd kube-apiserver kube-controller-manager kube-scheduler; do
        echo "[control-plane] Creating static Pod manifest for \"$name\""
        echo "name: $name" >"$manifests/$name.yaml"
    done
    : >"/srv/members/$node"
    tries=300
    until curl --silent --fail --max-time 2 --cacert "$pki/ca.crt" "https://$address:6443/readyz" >/dev/null; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || exit 1
        sleep 0.2
    done
}

# A token, and below it what it is for.
new_token() {
    id=$(random 3)
    token=$id.$(random 8)
    printf '%s\n%s\n' "$token" "$1" >"/srv/tokens/$id"
    echo "$token" >>/srv/log/secrets
    echo "$token"
}

hash_of_authority() {
    sum=$(openssl x509 -pubkey -noout -in "$1" | openssl pkey -pubin -outform der | sha256sum)
    echo "sha256:${sum%% *}"
}

create_token() {
    created=$(new_token "$description")
    case "$*" in
        *--print-join-command*) echo "kubeadm join $endpoint --token $created --discovery-token-ca-cert-hash $(hash_of_authority "$pki/ca.crt") " ;;
        *) echo "$created" ;;
    esac
}

list_tokens() {
    echo 'TOKEN TTL EXPIRES USAGES DESCRIPTION EXTRA GROUPS'
    for file in /srv/tokens/*; do
        [ ! -e "$file" ] || {
            read -r token
            read -r description
            echo "$token 23h 2030 authentication,signing ${description:-<none>} system:bootstrappers"
        } <"$file"
    done
}

upload_certs() {
    key=$(random 32)
    mkdir "/srv/certs/$key" && cp "$pki/ca.crt" "$pki/ca.key" "/srv/certs/$key/"
    echo "$key" >>/srv/log/secrets
    echo "$key"
}

setting() { sed -n "s/^[ -]*$1: *\"\{0,1\}\([^\"]*\)\"\{0,1\} *\$/\1/p" "$2"; }

init() {
    echo "$node $ignored" >>/srv/log/inits
    preflight "$manifests/kube-apiserver.yaml" "$manifests/kube-controller-manager.yaml" \
        "$manifests/kube-scheduler.yaml" "$manifests/etcd.yaml"
    authority
    certificates
    die_at init-certificates
    configurations
    die_at init-configurations
    pods
    die_at init-pods
    : >"/srv/nodes/$node"
    upload_certs >/dev/null
    new_token "$(setting description "$config")" >/dev/null
    die_at init-token
    echo 'Your Kubernetes control-plane has initialized successfully!'
}

join() {
    echo "$node $ignored" >>/srv/log/joins
    preflight "$manifests/kube-apiserver.yaml" "$manifests/kube-controller-manager.yaml" "$manifests/kube-scheduler.yaml" \
        "$manifests/etcd.yaml" /etc/kubernetes/kubelet.conf /etc/kubernetes/bootstrap-kubelet.conf "$pki/ca.crt"
    uploaded=/srv/certs/$(setting certificateKey "$config")
    discovery=$(setting kubeConfigPath "$config")
    if [ -n "$discovery" ]; then
        token=$(setting tlsBootstrapToken "$config")
        pinned=$(setting certificate-authority-data "$discovery")
        found=$(base64 -w0 <"$uploaded/ca.crt")
    else
        token=$(setting token "$config")
        pinned=$(sed -n 's/^ *- "\(sha256:[0-9a-f]*\)" *$/\1/p' "$config")
        found=$(hash_of_authority "$uploaded/ca.crt")
    fi
    if ! grep -qxF "$token" "/srv/tokens/${token%.*}" || [ "$found" != "$pinned" ]; then
        echo 'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: Unauthorized' >&2
        exit 1
    fi
    mkdir -p "$pki/etcd" && cp "$uploaded/ca.crt" "$uploaded/ca.key" "$pki/"
    certificates
    die_at join-certificates
    configurations
    pods
    die_at join-pods
    : >"/srv/nodes/$node"
    echo 'This node has joined the cluster and a new control plane instance was created'
}

case "$1 $2" in
    'version -o') echo v1.35.9 ;;
    'config images') echo '[config/images] Pulled registry.k8s.io/kube-apiserver:v1.35.9' ;;
    'token create') create_token "$@" ;;
    'token list') list_tokens ;;
    'token delete') rm "/srv/tokens/$3" ;;
    'init phase') upload_certs ;;
    'init --config') init ;;
    'join --config') join ;;
    *)
        echo "unknown command: $*" >&2
        exit 2
        ;;
esac
