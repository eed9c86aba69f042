# shellcheck shell=bash
# Sourced by the other scripts, after `set -euo pipefail`: goes to the root of the repository, puts
# the Swift toolchain on PATH (from PATH itself, else /opt/swift/usr/bin, else SWIFT_BIN) and defines
# `fail`, which prints a sentence and ends the script.

fail() {
  echo "error: $*" >&2
  exit 1
}

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

if [[ -n "${SWIFT_BIN:-}" ]]; then
  PATH="$SWIFT_BIN:$PATH"
elif ! command -v swift >/dev/null && [[ -x /opt/swift/usr/bin/swift ]]; then
  PATH="/opt/swift/usr/bin:$PATH"
fi
export PATH

command -v swift >/dev/null ||
  fail "no Swift toolchain found. Install Swift 6.3 (swift.org/install), then put its usr/bin on" \
    "PATH or set SWIFT_BIN to it."

# The toolchain's own folder: where swift really is, so that llvm-cov and ld.lld beside it are found.
swift_bin=$(dirname "$(readlink -f "$(command -v swift)")")

# Prints the path of a program of the toolchain, or of one with the same name on PATH.
tool() {
  if [[ -x "$swift_bin/$1" ]]; then
    echo "$swift_bin/$1"
  else
    command -v "$1" || fail "$1 is neither in the Swift toolchain nor on PATH."
  fi
}
