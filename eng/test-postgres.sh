#!/usr/bin/env bash
# A private PostgreSQL cluster for the tests: in a folder of its own, reachable through a socket in that folder only, so it
# takes no port and meets no other server. test.sh uses it, and the tests themselves do where nobody set
# ONBOARDING_TEST_POSTGRES before.
#
#   eng/test-postgres.sh start FOLDER OWNER    makes FOLDER, starts, prints an administrator's connection string;
#                                              stops by itself when the process OWNER is gone
#   eng/test-postgres.sh stop FOLDER           stops and removes FOLDER
#
# Exit code 3: PostgreSQL is not installed. ONBOARDING_TEST_FSYNC=on makes the cluster write through to the disk.
set -euo pipefail

action=${1:?start or stop}
folder=${2:?a folder}
self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")

programs=$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$programs" ] && command -v initdb >/dev/null; then
    programs=$(dirname "$(command -v initdb)")
fi
if [ -z "$programs" ] || [ ! -x "$programs/initdb" ]; then
    echo "PostgreSQL is not installed" >&2
    exit 3
fi

# The server refuses to run as root; Debian's package brings an account for it.
cd /
as_server() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

case $action in
start)
    owner=${3:?the process that owns the cluster}
    fsync=${ONBOARDING_TEST_FSYNC:-off}
    mkdir -m 700 "$folder"
    if [ "$(id -u)" = 0 ]; then
        chown postgres "$folder"
    fi
    # No locale: text sorts by code point, as in SQLite. Trust: only who may enter the folder reaches the socket.
    as_server "$programs/initdb" --pgdata "$folder/data" --username postgres --auth trust \
        --encoding UTF8 --no-locale --no-sync >"$folder/initdb.log"
    as_server "$programs/pg_ctl" start --pgdata "$folder/data" --log "$folder/server.log" --wait --timeout 60 --silent \
        --options "-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=300 -c fsync=$fsync -c full_page_writes=$fsync"
    (
        trap '' HUP INT
        while [ -d "$folder" ] && kill -0 "$owner" 2>/dev/null; do
            sleep 1
        done
        "$self" stop "$folder"
    ) >/dev/null 2>&1 </dev/null &
    echo "Host=$folder;Username=postgres;Database=postgres"
    ;;
stop)
    if [ -d "$folder" ]; then
        as_server "$programs/pg_ctl" stop --pgdata "$folder/data" --mode immediate --wait --silent >/dev/null 2>&1 || true
        rm -rf "$folder"
    fi
    ;;
*)
    echo "start or stop, not $action" >&2
    exit 2
    ;;
esac
