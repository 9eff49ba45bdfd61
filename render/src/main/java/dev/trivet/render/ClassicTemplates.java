package dev.trivet.render;

/** The article's five files: its directives with its values in its order, and its placeholders; the comments are ours. */
final class ClassicTemplates {

    static final String CHECK_SCRIPT = """
            #!/bin/sh

            errorExit() {
                echo "*** $*" 1>&2
                exit 1
            }

            curl --silent --max-time 2 --insecure "https://localhost:${APISERVER_DEST_PORT}/" -o /dev/null || errorExit "Error GET https://localhost:${APISERVER_DEST_PORT}/"
            if ip addr | grep -q ${APISERVER_VIP}; then
                curl --silent --max-time 2 --insecure "https://${APISERVER_VIP_IN_URL}:${APISERVER_DEST_PORT}/" -o /dev/null || errorExit "Error GET https://${APISERVER_VIP_IN_URL}:${APISERVER_DEST_PORT}/"
            fi
            """;

    static final String KEEPALIVED_CONFIG = """
            # The article's set-up, its defects kept: see the standard renderers for the hardened one.
            global_defs {
                router_id LVS_DEVEL
            }
            vrrp_script check_apiserver {
              script "/etc/keepalived/check_apiserver.sh"
              interval ${CHECK_INTERVAL}
              weight ${CHECK_WEIGHT}
              fall ${CHECK_FALL}
              rise ${CHECK_RISE}
            }

            vrrp_instance VI_1 {
                state ${STATE}
                interface ${INTERFACE}
                virtual_router_id ${ROUTER_ID}
                priority ${PRIORITY}
                authentication {
                    auth_type PASS
                    auth_pass ${AUTH_PASS}
                }
                virtual_ipaddress {
                    ${APISERVER_VIP}
                }
                track_script {
                    check_apiserver
                }
            }
            """;

    static final String KEEPALIVED_MANIFEST = """
            apiVersion: v1
            kind: Pod
            metadata:
              creationTimestamp: null
              name: keepalived
              namespace: kube-system
            spec:
              containers:
              - image: "${KEEPALIVED_IMAGE}"
                name: keepalived
                resources: {}
                securityContext:
                  capabilities:
                    add:
                    - NET_ADMIN
                    - NET_BROADCAST
                    - NET_RAW
                volumeMounts:
                - mountPath: /usr/local/etc/keepalived/keepalived.conf
                  name: config
                - mountPath: /etc/keepalived/check_apiserver.sh
                  name: check
              hostNetwork: true
              volumes:
              - hostPath:
                  path: /etc/keepalived/keepalived.conf
                name: config
              - hostPath:
                  path: /etc/keepalived/check_apiserver.sh
                name: check
            status: {}
            """;

    static final String HAPROXY_CONFIG = """
            # The article's set-up, its defects kept: see the standard renderers for the hardened one.
            global
                log /dev/log local0
                log /dev/log local1 notice
                daemon

            defaults
                mode                    http
                log                     global
                option                  httplog
                option                  dontlognull
                option http-server-close
                option forwardfor       except 127.0.0.0/8
                option                  redispatch
                retries                 1
                timeout http-request    10s
                timeout queue           20s
                timeout connect         5s
                timeout client          20s
                timeout server          20s
                timeout http-keep-alive 10s
                timeout check           10s

            frontend apiserver
                bind ${ANY_ADDRESS}:${APISERVER_DEST_PORT}
                mode tcp
                option tcplog
                default_backend apiserver

            backend apiserver
                option httpchk GET /healthz
                http-check expect status 200
                mode tcp
                option ssl-hello-chk
                balance     roundrobin
            ${SERVERS}
            """;

    static final String HAPROXY_MANIFEST = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: haproxy
              namespace: kube-system
            spec:
              containers:
              - image: "${HAPROXY_IMAGE}"
                name: haproxy
                livenessProbe:
                  failureThreshold: 8
                  httpGet:
                    host: localhost
                    path: /healthz
                    port: ${APISERVER_DEST_PORT}
                    scheme: HTTPS
                volumeMounts:
                - mountPath: /usr/local/etc/haproxy/haproxy.cfg
                  name: haproxyconf
                  readOnly: true
              hostNetwork: true
              volumes:
              - hostPath:
                  path: /etc/haproxy/haproxy.cfg
                  type: FileOrCreate
                name: haproxyconf
            status: {}
            """;

    private ClassicTemplates() {}
}
