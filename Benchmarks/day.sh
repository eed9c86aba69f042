#!/usr/bin/env bash
# A bad day of 500 stations: all come at once, lose their connections every ten seconds and come back
# at once, and the server is killed (-9) twice and started again on the same data. Prints the latencies
# of all calls as the stations saw them. STATIONS and SECONDS_EACH may be set; needs a release build.
set -euo pipefail
cd "$(dirname "$0")/.."

stations=${STATIONS:-500}
seconds=${SECONDS_EACH:-20}
program=${PROGRAM:-$PWD/.build/release/ocpp}
scratch=$(mktemp -d)
port=$((20000 + RANDOM % 10000))
server=
fleet=
finish() {
  [[ -z "$server" ]] || kill "$server" 2>/dev/null || true
  [[ -z "$fleet" ]] || kill "$fleet" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

serve() {
  "$program" serve --open --port "$port" --data "$scratch/data" --log-level error >"$scratch/serve.log" 2>&1 &
  server=$!
}

ulimit -n "$(ulimit -Hn)"
serve
sleep 1
"$program" fleet --url "ws://127.0.0.1:$port/ocpp" --count "$stations" --herd --drop 10 \
  --visits 400 --speed 60 --sample-interval 1 --duration $((seconds * 3)) --grace 30 \
  --summary 1000 --report "$scratch/report.json" >"$scratch/fleet.log" 2>&1 &
fleet=$!
for ((kills = 0; kills < 2; kills++)); do
  sleep "$seconds"
  kill -9 "$server"
  wait "$server" 2>/dev/null || true
  serve
done
wait "$fleet" || echo "the fleet ended with $?" >&2
fleet=
cat "$scratch/fleet.log"
