#!/bin/sh
# Stands before mv, with which files take their places: notes who does that with which words.
/usr/local/bin/cmdlines
exec /bin/mv "$@"
