#!/bin/sh
# Rendered by Trivet: changes here are lost, change the cluster's spec.
# Succeeds on the master that has the virtual IP now.
ip -o addr show | grep -qF ' 192.168.1.50/'
