#!/usr/bin/env bash
# Feeds the readers with what libFuzzer makes of the fixtures: `Fuzz/run.sh` all targets for SECONDS_EACH
# (10) seconds each, `Fuzz/run.sh v21 frames` only those named. RUNS sets a number of executions for
# each instead of a time; SANITIZE=address adds AddressSanitizer. The corpus grows in .build/fuzz/; what
# crashes stays there as crash-*, and belongs into Fuzz/found/ together with the mend.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/../Tools/toolchain.sh"

targets=("$@")
((${#targets[@]})) || targets=(frames v16 v201 v21)
limits=(-max_total_time="${SECONDS_EACH:-10}")
[[ -z "${RUNS:-}" ]] || limits=(-runs="$RUNS")
sanitize=fuzzer${SANITIZE:+,$SANITIZE}
work=$PWD/.build/fuzz
build=(swift build -c release --package-path Fuzz --scratch-path "$work/build-${sanitize//,/-}"
  -Xswiftc -sanitize="$sanitize" -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld)

mkdir -p "$work"
"${build[@]}" >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; fail "the fuzz targets do not build."; }
binary=$("${build[@]}" --show-bin-path)/fuzz

# fixtures TARGET
fixtures() {
  case "$1" in
    frames) echo Tests/Fixtures/payloads201.tsv ;;
    *) echo "Tests/Fixtures/payloads${1#v}.tsv" ;;
  esac
}

status=0
for target in "${targets[@]}"; do
  corpus=$work/corpus-$target
  "$binary" seeds "$target" "$(fixtures "$target")" "$work/seeds-$target" "$work/$target.dict"
  mkdir -p "$corpus" Fuzz/found
  if "$binary" "$target" "$corpus" "$work/seeds-$target" Fuzz/found \
    "${limits[@]}" -dict="$work/$target.dict" -max_len="${MAX_LEN:-4096}" -seed="${SEED:-1}" \
    -rss_limit_mb=1024 -timeout=5 -artifact_prefix="$work/crash-$target-" -print_final_stats=1 \
    >"$work/$target.log" 2>&1; then
    awk -v target="$target" '
      /stat::number_of_executed_units/ { runs = $2 }
      /stat::average_exec_per_sec/ { rate = $2 }
      /stat::peak_rss_mb/ { rss = $2 }
      END { printf "%s: %d executions passed, %d/s, peak %d MB\n", target, runs, rate, rss }
    ' "$work/$target.log"
  else
    status=1
    tail -40 "$work/$target.log" >&2
    echo "$target: found something; the input is $work/crash-$target-*" >&2
  fi
done
exit "$status"
