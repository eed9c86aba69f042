#!/usr/bin/env bash
# Tries to break the walls between the layers and fails if the manifest lets it happen: each line at the
# end is a forbidden dependency, which a copy of Package.swift must refuse with the sentence beside it.
# Then looks for files that import a target of this package which their own target does not declare:
# the build lets that pass when the other target happens to be built before.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

copy=.build/walls
mkdir -p "$copy"

# refuses SENTENCE DECLARATION: a target declared so, added to the manifest's list, must not load.
refuses() {
  local sentence=$1 declaration=$2
  sed "s|^  targets: \[\$|&\n    $declaration,|" Package.swift >"$copy/Package.swift"
  cmp -s Package.swift "$copy/Package.swift" && fail "Package.swift has no line '  targets: ['."
  if swift package --package-path "$copy" dump-package >"$copy/log" 2>&1; then
    fail "the manifest accepts $declaration"
  fi
  grep -qF "$sentence" "$copy/log" || {
    cat "$copy/log" >&2
    fail "the manifest refuses $declaration, but not with: $sentence"
  }
}

refuses 'a Core target depends on Core targets only.' 'core("Trial", ["Network"])'
refuses 'a Core target depends on Core targets only.' 'core("Trial", ["CUV"])'
refuses 'an edge depends on Core, other edges and C libraries only.' 'edge("Trial", ["TestKit"])'
refuses 'a program puts edges together' 'program("Trial", ["TestKit"])'
refuses 'a client speaks HTTP and links nothing of the server.' 'client("Trial", ["API"])'

swift package describe --type json >"$copy/package.json"
python3 Tools/check-imports.py "$copy/package.json"
echo "5 forbidden dependencies were refused, and every import is declared: checks passed"
