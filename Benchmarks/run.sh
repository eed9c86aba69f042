#!/usr/bin/env bash
# Measures what docs/benchmarks.md reports: `ocpp serve` beside a bare C server that journals (in turns,
# so that a busy machine disturbs both), the memory of idle connections, the codec, and the charge point.
# `Benchmarks/run.sh load`, `idle`, `codec` or `station` runs one part. ROUNDS, DURATION (seconds),
# CONNECTIONS ("100 1000"), IDLE and RATE (messages/s for an open loop; empty: as fast as answers come) may be
# set. Needs Linux.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/../Tools/toolchain.sh"

rounds=${ROUNDS:-3}
duration=${DURATION:-8}
connections=${CONNECTIONS:-"100 1000"}
idle=${IDLE:-10000}
rate=${RATE:-}
parts=("$@")
((${#parts[@]})) || parts=(load idle codec station)

scratch=$PWD/.build/bench
results=$scratch/results.jsonl
server=
port=$((20000 + RANDOM % 10000))

stop_server() {
  if [[ -n "$server" ]]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
  fi
}
trap 'stop_server; rm -rf "$scratch/data" "$scratch/journal"' EXIT
trap 'exit 130' INT TERM

wait_for_port() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    kill -0 "$server" 2>/dev/null || return 1
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 0; fi
    sleep 0.1
  done
  return 1
}

# start floor|ocpp: on a new port, with nothing kept from the run before. Journal and store lie on the
# same file system, beside each other.
start_server() {
  port=$((port + 1))
  rm -rf "$scratch/data" "$scratch/journal"
  case "$1" in
    floor) "$scratch/wslimit" "$port" ocpp "$scratch/journal" >"$scratch/floor.log" 2>&1 & ;;
    ocpp)
      .build/release/ocpp serve --open --port "$port" --data "$scratch/data" --log-level error \
        >"$scratch/ocpp.log" 2>&1 &
      ;;
  esac
  server=$!
  wait_for_port || {
    cat "$scratch/$1.log" >&2
    fail "the $1 server did not start on port $port"
  }
}

# drive LABEL FLAG...: errors are in the results and in the table, so they do not end the run.
drive() {
  local label=$1 status=0
  shift
  "$scratch/ocppload" --port "$port" --path /ocpp/ --server-pid "$server" --label "$label" --json "$@" \
    >>"$results" || status=$?
  ((status < 2)) || fail "the load client could not run"
}

load() {
  local count round kind flags=()
  [[ -z "$rate" ]] || flags=(--rate "$rate")
  for count in $connections; do
    for ((round = 1; round <= rounds; round++)); do
      for kind in floor ocpp; do
        echo "load: $count connections, round $round of $rounds, $kind" >&2
        start_server "$kind"
        drive "$kind" --connections "$count" --duration "$duration" "${flags[@]}"
        stop_server
      done
    done
  done
}

idle() {
  local kind limit
  limit=$(ulimit -n)
  if [[ "$limit" != unlimited ]] && ((idle > limit - 200)); then
    idle=$((limit - 200))
    echo "idle: $idle connections, because a process may have only $limit descriptors" >&2
  fi
  for kind in floor ocpp; do
    echo "idle: $idle connections, $kind" >&2
    start_server "$kind"
    drive "$kind" --scenario idle --connections "$idle" --hold 3
    stop_server
  done
}

codec() {
  swift build -c release --package-path Benchmarks/codec >&2
  local program
  program="$(swift build -c release --package-path Benchmarks/codec --show-bin-path)/codec-bench"
  if command -v valgrind >/dev/null; then
    Benchmarks/codec/instructions.sh "$program" Benchmarks/codec/payloads >"$scratch/instructions.tsv"
  fi
  INSTRUCTIONS="$scratch/instructions.tsv" "$program" Benchmarks/codec/payloads
}

station() {
  swift build -c release --package-path Benchmarks/station >&2
  "$(swift build -c release --package-path Benchmarks/station --show-bin-path)/station-bench"
}

ulimit -n "$(ulimit -Hn)"
mkdir -p "$scratch"
: >"$results"
for part in "${parts[@]}"; do
  case "$part" in
    load | idle)
      Benchmarks/load/build.sh
      [[ -n "${NO_BUILD:-}" ]] || Tools/build.sh
      "$part"
      python3 Benchmarks/report.py "$results" "$part"
      ;;
    codec) codec ;;
    station) station ;;
    *) fail "usage: Benchmarks/run.sh [load] [idle] [codec] [station]" ;;
  esac
done
