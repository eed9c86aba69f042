"""The charge point for C: every refusal of its interface, what it does besides charging (`services`), what it
takes from the heap (`steady`), and the examples as a user would run them, a whole session each against a real
`ocpp serve`, with the transaction in the store."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "Foreign"))

from server import PASSWORD, Server  # noqa: E402
from services import Bare, Certificates, Charger, Data, Firmware, Uploads  # noqa: E402, F401

PROGRAMS = Path(os.environ.get("C_LIBRARY", ".build/c-library")).resolve()


def run(program: str, *arguments: str, **more: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [PROGRAMS / program, *arguments], capture_output=True, text=True, timeout=300,
        env=os.environ | more,
    )  # fmt: skip


class Examples(unittest.TestCase):
    def session(self, server: Server, program: str, identity: str, *more: str, **variables: str):
        """Runs an example to its end; its newest transaction."""
        host, port = server.place.split(":")
        run_through = run(program, host, port, identity, *more, **variables)
        said = run_through.stdout + run_through.stderr
        self.assertEqual(0, run_through.returncode, said)
        self.assertIn("everything was acknowledged", said)
        transaction = server.transactions(station=identity)[0]
        self.assertEqual(("DEMO0001", 1), (transaction["id_tag"], transaction["connector_id"]))
        self.assertIn("stop_timestamp", transaction)
        self.assertGreater(transaction["meter_stop"], transaction["meter_start"])
        return transaction

    def test_the_c_program_sells_a_session(self):
        with Server("--open", "--log-level", "warning") as server:
            transaction = self.session(server, "station", "C-1")
            values = server.meter_values(transaction["id"])
            self.assertGreaterEqual(len(values), 2, values)

    def test_the_c_program_shows_its_password(self):
        with Server("--log-level", "warning") as server:
            server.add_station("C-2")
            server.add_token("DEMO0001")
            self.session(server, "station", "C-2", OCPP_PASSWORD=PASSWORD)

    def test_what_is_on_flash_is_there_in_the_next_run(self):
        with tempfile.TemporaryDirectory() as folder, Server("--open") as server:
            journal = f"{folder}/journal.flash"
            first = self.session(server, "station", "C-3", journal)
            second = self.session(server, "station", "C-3", journal)

            self.assertNotEqual(first["transaction_id"], second["transaction_id"])
            self.assertEqual(2, len(server.transactions(station="C-3")))
            self.assertEqual(16 * 4096, os.path.getsize(journal))

    def test_the_sketch_sells_a_session(self):
        with Server("--open", "--log-level", "warning") as server:
            self.session(server, "sketch", "ARDUINO-1")


class Interface(unittest.TestCase):
    def test_nothing_traps_and_everything_wrong_is_refused(self):
        misuse = run("misuse")
        self.assertEqual(0, misuse.returncode, misuse.stdout)
        self.assertRegex(misuse.stdout, r"\d{4,} checks, 0 failed")

    def test_a_steady_charging_hour_allocates_nothing(self):
        hour = run("steady")
        self.assertEqual(0, hour.returncode, hour.stdout)
        words = r"60 samples, contactor closed, 0 allocations, [1-9]\d* before"
        self.assertRegex(hour.stdout, words)

    def test_a_program_without_arguments_says_how_it_is_used(self):
        for program in ("station", "sketch", "services"):
            self.assertEqual(2, run(program).returncode)
            self.assertIn("usage:", run(program).stderr)


if __name__ == "__main__":
    program = unittest.main(exit=False, verbosity=2 if os.environ.get("VERBOSE") else 1)
    count = program.result.testsRun
    print(f"{count} tests of the C interface")
    sys.exit(0 if program.result.wasSuccessful() and count else 1)
