#!/bin/sh

errorExit() {
    echo "*** $*" 1>&2
    exit 1
}

curl --silent --max-time 2 --insecure "https://localhost:16443/" -o /dev/null || errorExit "Error GET https://localhost:16443/"
if ip addr | grep -q 172.16.4.9; then
    curl --silent --max-time 2 --insecure "https://172.16.4.9:16443/" -o /dev/null || errorExit "Error GET https://172.16.4.9:16443/"
fi
