#!/usr/bin/env bash
# Line coverage by target. Runs the Swift tests and the foreign peers once with coverage, then prints
# the table; `--report` prints it for the last run. Counted: the test bundle, and the ocpp executable
# wherever a test ran it and let it exit. Core targets need 95 %, every other one under Sources 85 %;
# files in folders named Generated are listed and not counted. Exit 1 below.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

if [[ "${1:-}" != --report ]]; then
  exec Tools/test.sh build swift foreign coverage
fi

built=$(swift build --show-bin-path)
mapfile -d '' raw < <(
  find "$built/codecov" .build/profraw -name '*.profraw' -size +0 -print0 2>/dev/null || true
)
((${#raw[@]})) || fail "no coverage data: run 'make coverage' (without --report) first."
"$(tool llvm-profdata)" merge -sparse --failure-mode=all "${raw[@]}" -o .build/coverage.profdata

binaries=()
for binary in "$built"/*PackageTests.xctest "$built/ocpp"; do
  [[ -f "$binary" ]] || binary="$binary/Contents/MacOS/$(basename "$binary" .xctest)"
  [[ -f "$binary" ]] && binaries+=(-object "$binary")
done
"$(tool llvm-cov)" export -summary-only -instr-profile .build/coverage.profdata \
  "${binaries[@]:1}" 2>/dev/null >.build/coverage.json
python3 Tools/coverage.py .build/coverage.json
