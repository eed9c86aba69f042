#!/usr/bin/env bash
# Feeds a whole charge point, its journal on flash in memory, and the readers of OCPP 1.6 with random
# lives and frames, all of it compiled as Embedded Swift for this machine: `Fuzz/embedded.sh` for
# SECONDS_EACH (10) seconds, or RUNS executions. The corpus grows in .build/fuzz/; what crashes stays
# there as crash-embedded-*.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/../Tools/toolchain.sh"

modules=(OCPPJSON SmartCharging OCPPRPC OCPP16 Journal WebSocketStream StationCore)
host="$(uname -m)-unknown-linux-gnu"
work=.build/fuzz
out=$work/embedded
if [[ ! -d "$swift_bin/../lib/swift/embedded/$host" ]]; then
  echo "embedded: not fuzzed, this toolchain has no Embedded Swift for $host"
  exit 0
fi
language=(
  -swift-version 6 -enable-experimental-feature Embedded -enable-experimental-feature Extern
  -wmo -parse-as-library -package-name swift-ocpp -warnings-as-errors -target "$host" -O
  -enable-experimental-feature RawLayout -enable-upcoming-feature ExistentialAny
  -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -sanitize=fuzzer
)
mkdir -p "$out" "$work/seeds-embedded" "$work/corpus-embedded"
before=()

# compile NAME FOLDER FLAG...
compile() {
  local name=$1 from=$2 sources
  shift 2
  before+=("$out/$name.o")
  # Not compiled again unless it, this script or a module before it is newer.
  if [[ -e "$out/$name.o" && -z "$(find "$from" "${before[@]}" "$0" -newer "$out/$name.o")" ]]; then
    return 0
  fi
  mapfile -d '' sources < <(find "$from" -name '*.swift' -print0 | sort -z)
  swiftc "${language[@]}" "$@" -I "$out" -module-name "$name" -c "${sources[@]}" -o "$out/$name.o"
}
for module in "${modules[@]}"; do
  compile "$module" "Sources/Core/$module" -emit-module -emit-module-path "$out/$module.swiftmodule"
done
compile EmbeddedFuzz Fuzz/Embedded
"$(tool clang)" -fuse-ld=lld -fsanitize=fuzzer -o "$out/fuzz" "${before[@]}"

cp Fuzz/Embedded/*.seed "$work/seeds-embedded/"
# A request of each shape as a frame of its own, the words of all of them as a dictionary.
awk -F '\t' -v folder="$work/seeds-embedded" '$2 == "req" {
  print "[2,\"1\",\"" $1 "\"," $4 "]" > (folder "/" NR ".seed"); close(folder "/" NR ".seed") }' \
  Tests/Fixtures/payloads16.tsv
grep -o '"[A-Za-z][A-Za-z.]*"' Tests/Fixtures/payloads16.tsv | sort -u |
  sed 's/"/\\"/g; s/.*/"&"/' >"$work/embedded.dict"

limits=(-max_total_time="${SECONDS_EACH:-10}")
[[ -z "${RUNS:-}" ]] || limits=(-runs="$RUNS")
if ! "$out/fuzz" "$work/corpus-embedded" "$work/seeds-embedded" "${limits[@]}" \
  -dict="$work/embedded.dict" -max_len="${MAX_LEN:-4096}" -seed="${SEED:-1}" -rss_limit_mb=1024 -timeout=5 \
  -artifact_prefix="$work/crash-embedded-" -print_final_stats=1 >"$work/embedded.log" 2>&1; then
  tail -40 "$work/embedded.log" >&2
  fail "the charge point in Embedded mode stopped; the input is $work/crash-embedded-*."
fi
awk '
  /stat::number_of_executed_units/ { runs = $2 }
  /stat::average_exec_per_sec/ { rate = $2 }
  END { printf "charge point in Embedded mode: %d lives passed, %d/s\n", runs, rate }' "$work/embedded.log"
