"""Runs the groups of foreign-peer tests, a line for each: `main.py` all of them, `main.py chaos
session` only the groups named. The last line says how many passed."""

import importlib
import logging
import sys
import time
import unittest

GROUPS = [
    "session", "messages", "failing_calls", "door", "ledger", "records", "bad_input", "bad_http",
    "shutdown", "starting", "commands", "readme", "disk", "keys", "origins", "asked_certificates",
    "central_system", "driven", "driven_files", "driven_security",
    "driven_terminal", "tls", "tls_matrix", "chaos", "apps", "clients", "hooks", "openapi",
]  # fmt: skip


def main(names: list[str]) -> int:
    logging.disable(logging.CRITICAL)
    began, total, failures = time.monotonic(), 0, []
    for name in names or GROUPS:
        since = time.monotonic()
        suite = unittest.defaultTestLoader.loadTestsFromModule(importlib.import_module(name))
        with open("/dev/null", "w") as nowhere:
            result = unittest.TextTestRunner(stream=nowhere).run(suite)
        bad = result.failures + result.errors
        total += result.testsRun
        failures += bad
        verdict = "passed" if not bad else f"{len(bad)} FAILED"
        print(
            f"{name:16}{result.testsRun:4} sessions and cases, {verdict},"
            f" {time.monotonic() - since:5.1f} s", flush=True,
        )  # fmt: skip
        for case, trace in bad:
            print(f"\nFAILED: {case}\n{trace}", flush=True)
    seconds = time.monotonic() - began
    if failures:
        print(f"{len(failures)} of {total} sessions and cases failed, {seconds:.0f} s")
        return 1
    print(f"{total} sessions and cases of foreign peers passed in {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
