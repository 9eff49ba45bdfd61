#!/bin/sh
# Stand-in for the kubelet: runs a program for every manifest, and a new one whenever the manifest or what the program shows
# has changed. A manifest with the word "broken" never comes up.
manifests=/etc/kubernetes/manifests
run=/run/kubelet
node=$(uname -n)
address=$(cat "/srv/addresses/$node")
mkdir -p "$run"

defaults() {
    echo 'global'
    echo '    nbthread 1'
    echo 'defaults'
    echo '    timeout client 10s'
    echo '    timeout server 10s'
    echo '    timeout connect 1s'
}

serving() {
    defaults
    echo "frontend $1"
    echo '    mode http'
    echo "    bind $2 ssl crt /etc/kubernetes/pki/server.pem ca-file /etc/kubernetes/pki/ca.crt verify optional"
}

kube_apiserver() {
    role=none
    [ ! -e "/srv/nodes/$node" ] || role='node-role.kubernetes.io/control-plane'
    printf '{"kind":"Node","metadata":{"labels":{"%s":""}}}' "$role" >"$run/node.json"
    serving api "$address:6443"
    echo '    http-request return status 200 content-type text/plain string ok if { path /readyz }'
    echo '    http-request return status 401 unless { ssl_c_used }'
    echo "    http-request return status 200 content-type application/json file $run/node.json if { path /api/v1/nodes/$node }"
    echo '    http-request return status 404'
}

etcd() {
    list=
    for member in /srv/members/*; do list="$list,{\"name\":\"${member##*/}\"}"; done
    printf '{"members":[%s]}' "${list#,}" >"$run/members.json"
    serving etcd 127.0.0.1:2379
    echo '    http-request deny deny_status 401 unless { ssl_c_used }'
    echo '    http-request return status 200 content-type application/json string "{}" if { path /health }'
    echo "    http-request return status 200 content-type application/json file $run/members.json if { path /v3/cluster/member/list }"
    echo '    http-request return status 404'
}

haproxy_front() {
    defaults
    echo 'frontend ready'
    echo '    mode http'
    echo '    bind 127.0.0.1:9444'
    echo '    monitor-uri /ready'
    echo '    monitor fail if { nbsrv(masters) lt 1 }'
    echo 'listen masters'
    echo '    mode tcp'
    echo '    bind :::8443 v4v6'
    for file in /srv/addresses/*; do echo "    server ${file##*/} $(cat "$file"):6443 check inter 200ms rise 1 fall 1"; done
}

launch() {
    case $1 in
        kube-apiserver) kube_apiserver >"$run/$1.cfg" && kube-apiserver -db -f "$run/$1.cfg" & ;;
        etcd) etcd >"$run/$1.cfg" && command etcd -db -f "$run/$1.cfg" & ;;
        haproxy) haproxy_front >"$run/$1.cfg" && haproxy -db -f "$run/$1.cfg" & ;;
        keepalived) keepalived & ;;
    esac
    echo $! >"$run/$1.pid"
}

wanted() {
    [ -f "$manifests/$1.yaml" ] || return 0
    {
        cat "$manifests/$1.yaml"
        case $1 in
            kube-apiserver) ls /srv/nodes ;;
            etcd) ls /srv/members ;;
        esac
    } | sha256sum
}

while :; do
    for name in keepalived haproxy etcd kube-apiserver; do
        want=$(wanted "$name")
        [ "$want" != "$(cat "$run/$name.runs" 2>/dev/null)" ] || continue
        if [ -s "$run/$name.pid" ]; then
            kill "$(cat "$run/$name.pid")" 2>/dev/null
            wait "$(cat "$run/$name.pid")" 2>/dev/null
            : >"$run/$name.pid"
        fi
        if [ -n "$want" ] && ! grep -q broken "$manifests/$name.yaml"; then
            launch "$name"
        fi
        echo "$want" >"$run/$name.runs"
    done
    sleep 0.2
done
