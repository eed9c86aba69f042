#!/usr/bin/env bash
# Counts the instructions of every line of the codec's benchmark with callgrind (Debian: valgrind), which
# counts the same on a busy machine: `instructions.sh PROGRAM PAYLOADS` prints a name and a number a line.
set -euo pipefail
repetitions=100 # as in Measure.swift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Debian 12's valgrind cannot read the debug information of this compiler.
strip -o "$scratch/program" "$1"
valgrind --tool=callgrind --callgrind-out-file="$scratch/out" "$scratch/program" "$2" >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  exit 1
}
for file in "$scratch"/out.*; do
  awk -v n="$repetitions" '
    /^desc: Trigger: Client Request: / { sub(/^desc: Trigger: Client Request: /, ""); name = $0 }
    /^(summary|totals):/ { total = $2 }
    END { if (name != "") printf "%s\t%.0f\n", name, total / n }' "$file"
done
