#!/usr/bin/env bash
# Runs what foreign peers do to `ocpp`: `run.sh` all groups, `run.sh session chaos` only these. Takes
# the executable from OCPP and the Python of the tests from PYTHON.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export OCPP=${OCPP:-$PWD/.build/debug/ocpp}
python=${PYTHON:-$PWD/.build/venv/bin/python}
[[ -x "$OCPP" ]] || { echo "no executable $OCPP; build it first: swift build" >&2; exit 1; }
[[ -x "$python" ]] || { echo "no $python; make it first: Tools/setup.sh test" >&2; exit 1; }
exec "$python" -B Tests/Foreign/main.py "$@"
