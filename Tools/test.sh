#!/usr/bin/env bash
# Runs everything that must hold, one headline per step and a total at the end: `Tools/test.sh` all of
# it, `Tools/test.sh lint embedded` only the steps named. A step's output goes to .build/test-logs/ and
# is shown when the step fails, or always with VERBOSE=1. The Swift tests are built and run once, with
# coverage, and what foreign peers exercise in .build/debug/ocpp counts too.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

steps=(
  setup lint walls generated embedded firmware page release build swift schemas fuzz foreign browser c-library
  coverage
)
declare -A titles=(
  [setup]="what the tests need"
  [lint]="format"
  [walls]="walls between the layers"
  [generated]="generated code is what the generator makes"
  [embedded]="Core runs on a chip"
  [page]="the station as WebAssembly"
  [firmware]="the whole charge point in an emulated chip"
  [release]="the program as it is shipped"
  [build]="build, warnings as errors"
  [swift]="Swift tests"
  [schemas]="messages against the official schemas"
  [fuzz]="fuzzing, briefly"
  [foreign]="foreign peers against ocpp"
  [browser]="the station page in Chromium"
  [c-library]="the charge point for C, and its examples"
  [coverage]="line coverage"
)

setup() { Tools/setup.sh test; }
lint() { Tools/format.sh --check; }
walls() { Tools/check-walls.sh; }
generated() { bash Tools/check-generated.sh; }
embedded() { Tools/check-embedded.sh; }
page() { Tools/browser.sh; }
firmware() {
  Tools/firmware.sh
  Tools/esp32c6.sh
  Tools/firmware.sh core
  .build/venv/bin/python -B Tests/Firmware/main.py
  FIRMWARE=.build/firmware/core/firmware.elf .build/venv/bin/python -B Tests/Firmware/main.py \
    whole hard_reset configuration two_sessions
}
# The optimizer sees what a debug build does not: it has failed on sources that tests passed with.
release() { Tools/build.sh; }
build() { swift build --build-tests --enable-code-coverage; }
swift_tests() {
  rm -rf .build/profraw "$(swift build --show-bin-path)/codecov"
  swift test --skip-build --enable-code-coverage
}
schemas() {
  mkdir -p .build/profraw
  LLVM_PROFILE_FILE="$PWD/.build/profraw/schemas-%4m.profraw" .build/venv/bin/python \
    Tests/Schemas/differential.py --check-binary .build/debug/codec-check \
    --ocpp-binary .build/debug/ocpp
}
fuzz() {
  # Counted, not timed: what it finds here it finds everywhere.
  RUNS=${FUZZ_RUNS:-100000} Fuzz/run.sh
  RUNS=$((${FUZZ_RUNS:-100000} / 5)) Fuzz/embedded.sh
}
foreign() {
  mkdir -p .build/profraw
  OCPP="$PWD/.build/debug/ocpp" PYTHON="$PWD/.build/venv/bin/python" \
    LLVM_PROFILE_FILE="$PWD/.build/profraw/foreign-%4m.profraw" Tests/Foreign/run.sh
}
browser() {
  OCPP="$PWD/.build/debug/ocpp" LLVM_PROFILE_FILE="$PWD/.build/profraw/browser-%4m.profraw" \
    .build/venv/bin/python -B Tests/Browser/main.py
}
c_library() {
  Tools/c-library.sh
  OCPP="$PWD/.build/debug/ocpp" LLVM_PROFILE_FILE="$PWD/.build/profraw/c-%4m.profraw" \
    .build/venv/bin/python -B Tests/CInterface/main.py
  # What of the firmware's conversations needs no more than its C program has.
  FIRMWARE=.build/c-library/chip.elf .build/venv/bin/python -B Tests/Firmware/main.py \
    session reset profiles configuration trigger reservation services
}
coverage() { Tools/coverage.sh --report; }

# A line that says what a step did, from its log.
summary() {
  case "$1" in
    swift) grep -Eo 'Test run with .*' "$2" | tail -1 ;;
    embedded | firmware | page | release | c-library | coverage | fuzz) cat "$2" ;;
    *) tail -1 "$2" | grep -E '[0-9]+ .*(test|check|passed|session)' ;;
  esac || true
}

step() {
  local name=$1 log=".build/test-logs/$1.log" run=$1 began=$SECONDS ok=0
  case "$name" in
    swift) run=swift_tests ;;
    c-library) run=c_library ;;
  esac
  echo "== ${titles[$name]}"
  if [[ -n "${VERBOSE:-}" ]]; then
    # Not in a condition: there, bash would not stop at the first failure inside the step.
    set +e
    (set -e; "$run") 2>&1 | tee "$log"
    ok=${PIPESTATUS[0]}
    set -e
  else
    set +e
    (set -e; "$run") >"$log" 2>&1
    ok=$?
    set -e
    if ((ok == 0)); then summary "$name" "$log" | sed 's/^/   /'; else cat "$log"; fi
  fi
  if ((ok == 0)); then
    passed+=("$name")
    echo "   passed in $((SECONDS - began)) s"
  else
    failed+=("$name")
    echo "   FAILED after $((SECONDS - began)) s"
  fi
  return 0
}

if (($#)); then steps=("$@"); fi
for name in "${steps[@]}"; do
  [[ -n "${titles[$name]:-}" ]] || fail "no step '$name'; there are: ${!titles[*]}"
done

mkdir -p .build/test-logs
passed=() failed=() skipped=()
for name in "${steps[@]}"; do
  # What needs a build that failed cannot be run; the other steps still say what they find.
  case "$name" in
    swift | schemas | foreign | browser | c-library | coverage) [[ " ${failed[*]-} " == *" build "* ]] && skipped+=("$name") && continue ;;
  esac
  case "$name" in
    generated) [[ -e Tools/check-generated.sh ]] || { skipped+=("$name"); continue; } ;;
    foreign) [[ -x Tests/Foreign/run.sh ]] || { skipped+=("$name"); continue; } ;;
  esac
  step "$name"
done

echo
echo "${#passed[@]} of ${#steps[@]} steps passed in $SECONDS s${skipped[*]:+; not run: ${skipped[*]}}"
if ((${#failed[@]})); then
  echo "failed: ${failed[*]} (logs in .build/test-logs/)"
  exit 1
fi
