#!/usr/bin/env bash
# Builds the ocpp executable, optimized, into .build/release/ocpp, after installing what the build
# needs and building the station page that becomes part of it, where the toolchain can. Progress goes to stderr, so that callers can keep stdout for themselves.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

Tools/setup.sh build
Tools/browser.sh --if-possible >&2
swift build -c release --product ocpp >&2
