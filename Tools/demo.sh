#!/usr/bin/env bash
# The demonstration: installs what is missing, builds, and hands over to `ocpp demo`, which starts a
# central system with its embedded store and a virtual station that charges, and shows the session
# until Ctrl-C (without a terminal: plain lines, and the end after one session). Arguments are passed on.
set -euo pipefail
# shellcheck source=Tools/toolchain.sh
source "$(dirname "$0")/toolchain.sh"

Tools/build.sh
exec .build/release/ocpp demo "$@"
