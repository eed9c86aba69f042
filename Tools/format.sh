#!/usr/bin/env bash
# Formats every Swift file with the toolchain's swift-format and the rules in .swift-format; with
# --check it changes nothing and fails with file and line where a file is not formatted. Generated
# files (folders named Generated, built folders) are left alone: their generator decides how they look.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

mapfile -d '' files < <(
  find Package.swift Sources Tests Tools Benchmarks Fuzz Browser CInterface Firmware -name '*.swift' \
    -not -path '*/Generated/*' -not -path '*/.build/*' -print0
)
if [[ "${1:-}" == --check ]]; then
  swift format lint --strict --parallel "${files[@]}" ||
    fail "not formatted as .swift-format says; 'make format' repairs most of it."
else
  swift format format --in-place --parallel "${files[@]}"
fi
