#!/usr/bin/env bash
# Builds the load client and the bare C server into .build/bench/ at the root of the repository, when
# they are missing or older than their source. They need a C compiler and Linux, nothing else.
set -euo pipefail
cd "$(dirname "$0")"

out=../../.build/bench
mkdir -p "$out"
for program in ocppload wslimit; do
  [[ "$out/$program" -nt "$program.c" ]] || "${CC:-cc}" -O2 -Wall -Wextra -o "$out/$program" "$program.c"
done
