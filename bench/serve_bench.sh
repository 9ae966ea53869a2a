#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Requests a second, and processor time a request, of a running server. Needs wrk and curl.
#
#   bench/serve_bench.sh http://127.0.0.1:8080 PID [PATH …]
#
# PID is the server's; its processor time is told beside the rate, because the rate alone depends on
# what else the machine does. Each PATH is measured whole, packed (gzip) and as a 304; the last lines
# tell the rate while 1,000 idle connections are held open (start the server with --per-address 0), and
# the server's memory. SECONDS_EACH (3)
# and CONNECTIONS (16) can be set.
set -euo pipefail
base=${1%/}
pid=$2
shift 2
seconds=${SECONDS_EACH:-3}
connections=${CONNECTIONS:-16}
ticks=$(getconf CLK_TCK)

cpu_ticks() { awk '{print $14 + $15}' "/proc/$pid/stat"; }

measure() {  # name, path, wrk's further arguments
    local name=$1 path=$2 before after report count rate
    shift 2
    before=$(cpu_ticks)
    report=$(wrk -t1 -c"$connections" -d"${seconds}s" "$@" "$base$path")
    after=$(cpu_ticks)
    count=$(awk '/requests in/ {print $1}' <<<"$report")
    rate=$(awk '/Requests\/sec/ {print int($2)}' <<<"$report")
    printf '%-34s %-10s %8s req/s %6s us of CPU each%s\n' "$path" "$name" "$rate" \
        $(((after - before) * 1000000 / ticks / count)) "$(grep -o 'Non-2xx.*' <<<"$report" || true)"
}

for path in "${@:-/}"; do
    size=$(curl -s -o /dev/null -w '%{size_download}' "$base$path")
    etag=$(curl -sI "$base$path" | tr -d '\r' | sed -n 's/^ETag: //Ip')
    measure "$size B" "$path"
    measure gzip "$path" -H 'Accept-Encoding: gzip'
    if [ -n "$etag" ]; then measure 304 "$path" -H "If-None-Match: $etag"; fi
done

port=${base##*:}
(
    # shellcheck disable=SC2034  # the number of each connection is of no use
    for _ in $(seq 1000); do exec {idle}<>"/dev/tcp/127.0.0.1/$port"; done
    sleep $((seconds + 2))
) &
holder=$!
sleep 1
measure '1000 idle' "${1:-/}"
kill "$holder" 2>/dev/null || true
awk '/VmRSS|VmHWM/ {print}' "/proc/$pid/status"
