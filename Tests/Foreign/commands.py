"""What the commands refuse at once, with a sentence, instead of going on without it."""

from __future__ import annotations

import subprocess
import unittest

from server import OCPP, PATIENCE, Server, environment, run, temporary_folder

# Words of a program that talks to itself.
DUMP = r"Domain=|Error\(|FileFlashError|NSCocoa|Optional\(|UserInfo"


class Refusals(unittest.TestCase):
    def refused(self, *arguments: str, status: int = 2, **variables: str) -> str:
        result = run(*arguments, timeout=15, **variables)
        self.assertEqual(status, result.returncode, result.stdout + result.stderr)
        self.assertNotRegex(result.stderr, DUMP)
        return result.stderr

    def test_a_scenario_that_is_not_there_or_says_nothing_is_no_success(self):
        folder = temporary_folder()
        self.assertIn("/no/such", self.refused("station", "--script", "/no/such"))
        self.refused("station", "--script", str(folder))
        for number, text in enumerate(("", "# plug 1\n\n", "\n")):
            file = folder / f"{number}.txt"
            file.write_text(text)
            self.assertIn("no statement", self.refused("station", "--script", str(file)))
        # Standard input is /dev/null.
        self.assertIn("no statement", self.refused("station", "--script", "-"))
        binary = folder / "binary"
        binary.write_bytes(b"plug 1\xff\n")
        self.assertIn("UTF-8", self.refused("station", "--script", str(binary)))

    def test_urls_that_nobody_can_connect_to(self):
        for url in ("http://127.0.0.1:1", "ws://", "ws://a:99999/x", "127.0.0.1:8000", "ws://a b"):
            with self.subTest(url):
                self.assertIn(url, self.refused("station", "--duration", "1", "--url", url))
                self.assertIn(url, self.refused("fleet", "--duration", "1", "--url", url))

    def test_journals_that_cannot_be_kept(self):
        folder = temporary_folder()
        other = folder / "other"
        other.write_text("a diary")
        for journal in ("/no/such/folder/journal", str(folder), str(other)):
            with self.subTest(journal):
                told = self.refused("station", "--duration", "1", "--journal", journal)
                self.assertIn(journal, told)
        self.assertEqual("a diary", other.read_text())
        self.refused("fleet", "--duration", "1", "--count", "1", "--journal", str(other))

        # One station at a time.
        taken = str(folder / "journal")
        holder = subprocess.Popen(
            [OCPP, "station", "--url", "ws://127.0.0.1:1/ocpp", "--journal", taken],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self.addCleanup(holder.kill)
        holder.stdout.readline()
        told = self.refused("station", "--duration", "1", "--journal", taken)
        self.assertIn("in use", told)
        holder.terminate()
        holder.wait(PATIENCE)
        holder.stdout.close()

    def test_files_of_a_fleet_that_are_not_there(self):
        self.assertIn("/no/such", self.refused("fleet", "--duration", "1", "--stations", "/no/such"))
        with Server("--open") as server:
            told = self.refused(
                "fleet", "--url", f"ws://{server.place}/ocpp", "--count", "1", "--duration", "1",
                "--grace", "5", "--report", "/no/such/report.json", status=1,
            )  # fmt: skip
            self.assertIn("/no/such/report.json", told)

    def test_worlds_that_do_not_exist(self):
        told = self.refused("world", "--stations", "1", "--days", "1", "--station", "99")
        self.assertIn("99", told)
        self.refused("world", "--stations", "1", "--days", "1", "--seed", str(2**64 - 1))

    def test_people_and_keys_without_a_name(self):
        with Server("--open") as server:
            data = ("--data", str(server.data))
            self.refused("admin", "key", "add", "", "--role", "admin", *data)
            self.refused("admin", "key", "add", "k" * 65, "--role", "viewer", *data)
            self.refused("admin", "user", "add", "", "--role", "admin", *data)
            self.refused("admin", "user", "add", "e" * 321, "--role", "viewer", *data)
            self.assertEqual(0, run("admin", "key", "add", "k" * 64, "--role", "viewer", *data).returncode)
            listed = run("admin", "key", "list", *data).stdout
            self.assertEqual(["k" * 64], [line.split("  ")[0] for line in listed.splitlines()])

    def test_the_admin_finds_the_database_that_the_server_finds(self):
        with Server("--open") as server:
            url = f"sqlite://{server.data}/ocpp.sqlite"
            for name in ("OCPP_DATABASE", "DATABASE_URL"):
                with self.subTest(name):
                    made = run("admin", "key", "add", name, "--role", "viewer", **{name: url})
                    self.assertEqual(0, made.returncode, made.stderr)
            # Ours beats the one that other programs read, too.
            both = {"OCPP_DATABASE": url, "DATABASE_URL": "sqlite:///no/such/database"}
            self.assertEqual(2, len(run("admin", "key", "list", **both).stdout.splitlines()))

    def test_our_variables_beat_those_that_many_programs_read(self):
        with Server("--open", OCPP_LOG_LEVEL="error", LOG_LEVEL="debug") as quiet:
            quiet.get("/health")
            self.assertEqual(0, quiet.terminate())
            self.assertEqual("", quiet.log)
        with Server("--open", LOG_LEVEL="warn") as server:
            self.assertEqual(0, server.terminate())
            self.assertNotIn(" info ", server.log)
        # What is not read is not checked either.
        with Server("--open", OCPP_LOG_LEVEL="error", LOG_LEVEL="trace") as server:
            self.assertEqual(0, server.terminate())
