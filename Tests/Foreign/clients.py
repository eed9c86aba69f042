"""Those who build on the interface: the examples in Python and Swift as they stand, `ocpp demo-data` and
`ocpp check integration`, against a server that asks for keys and passwords."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

from certificates import authority, server_files
from driven_station import DrivenStation
from server import KEY, OCPP, PASSWORD, PATIENCE, Server, environment, run

EXAMPLES = Path(__file__).parents[2] / "Examples"
# Nobody listens there.
NOWHERE = "http://127.0.0.1:9"


class Clients(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    @property
    def url(self) -> str:
        return f"http://{self.server.place}"

    async def app(self, station: str, *command: str) -> str:
        """Runs an app to its end while a driver plugs a vehicle in; what it printed."""
        self.server.add_station(station)
        options = ("--url", f"ws://{self.server.place}/ocpp", "--id", station)
        async with DrivenStation(*options, OCPP_PASSWORD=PASSWORD) as driven:
            await driven("config", key="MeterValueSampleInterval", value="1")
            await self.until(station, "available")
            app = await asyncio.create_subprocess_exec(
                *command, env=environment(OCPP_API_KEY=KEY, NO_PROXY="*"),
                stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.STDOUT,
            )  # fmt: skip
            output = ""
            while "pending" not in output:
                line = await asyncio.wait_for(app.stdout.readline(), PATIENCE)
                self.assertTrue(line, output)
                output += line.decode()
            await driven("plugin", evse=1)
            rest = await asyncio.wait_for(app.stdout.read(), PATIENCE * 2)
            output += rest.decode()
            self.assertEqual(0, await app.wait(), output)
        return output

    async def until(self, station: str, status: str) -> None:
        for _ in range(PATIENCE * 20):
            shown = await asyncio.to_thread(
                self.server.get, f"/api/ocpp/stations/{station}/"
            )
            if shown["is_online"] and shown["status"] == status:
                return
            await asyncio.sleep(0.05)
        self.fail(f"{station} did not become {status}: {shown}")

    async def test_the_python_example_charges(self):
        output = await self.app(
            "PYTHON", sys.executable, str(EXAMPLES / "python/charge.py"), self.url, "PYTHON",
            "--kwh", "0.005", "--user", "py",
        )  # fmt: skip
        self.assertIn(f"ws://{self.server.place}/ocpp/PYTHON", output)
        self.assertIn("charging: ", output)
        self.assertIn("The station was asked to stop.", output)
        self.assertIn("completed, 0.0", output)
        self.assertIn("payment completed", output)
        self.assertIn("py has charged 1 times", output)

    async def test_the_swift_example_charges(self):
        program = os.environ.get("CHARGE_APP", str(Path(OCPP).parent / "charge-app"))
        output = await self.app("SWIFT", program, self.url, "SWIFT", "0.005")
        self.assertIn("The station was asked to stop.", output)
        self.assertIn("completed, 0.0", output)
        self.assertIn("payment completed", output)
        self.assertIn("ann has charged 1 times", output)

    async def test_an_example_says_what_is_wrong(self):
        for command in (
            [sys.executable, str(EXAMPLES / "python/charge.py"), self.url, "NOBODY"],
            [str(Path(OCPP).parent / "charge-app"), self.url, "NOBODY"],
        ):
            app = await asyncio.create_subprocess_exec(
                *command, env=environment(OCPP_API_KEY=KEY, NO_PROXY="*"),
                stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
            )  # fmt: skip
            output, _ = await asyncio.wait_for(app.communicate(), PATIENCE)
            self.assertNotEqual(0, app.returncode)
            self.assertIn(b"the station is not connected", output)
            self.assertIn(b"409", output)

    # The commands.

    def test_the_integration_is_checked_with_a_station_of_its_own(self):
        for _ in range(2):
            done = run(
                "check", "integration", "--url", self.url, "--test-charging",
                OCPP_API_KEY=KEY, timeout=PATIENCE * 3,
            )  # fmt: skip
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            for step in (
                "sync-station: OCPP-CHECK is known", "the station gets a password",
                "the station is online and free", "initiate-charging: the station was asked",
                "the same payment is the same session", "session-status: energy flows",
                "stop-charging: the station was asked", "session-status: completed",
                "the history has it", "the session has its meter values",
            ):  # fmt: skip
                line = next(line for line in done.stdout.splitlines() if step in line)
                self.assertIn(" ok, ", line)
            self.assertIn('sent      PATCH /charge-points/OCPP-CHECK {"password":"***"}', done.stdout)
            self.assertIn("sent      POST /api/ocpp/initiate-charging/ {", done.stdout)
            self.assertIn("payment completed", done.stdout)
            self.assertNotIn(KEY, done.stdout + done.stderr)
        sessions = self.server.get("/api/ocpp/sessions/?station_id=OCPP-CHECK")["sessions"]
        self.assertEqual(["completed"] * 2, [each["status"] for each in sessions])

    def test_a_station_is_synced_and_shown(self):
        done = run(
            "check", "integration", "--sync-station", "SYNCED", "--url", self.url, "--brief",
            "--key", KEY,
        )  # fmt: skip
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertNotIn("sent ", done.stdout)
        self.assertEqual("SYNCED", self.server.get("/api/ocpp/stations/SYNCED/")["station_id"])

    def test_a_failing_check_says_what_to_do(self):
        def check(*more: str, **variables: str):
            done = run("check", "integration", *more, timeout=PATIENCE * 2, **variables)
            self.assertNotIn("Traceback", done.stderr)
            return done.returncode, done.stdout + done.stderr

        status, said = check("--url", NOWHERE, "--test-charging", "--key", "planted-key")
        self.assertEqual(1, status)
        self.assertIn("ocpp serve", said)
        self.assertNotIn("planted-key", said)
        status, said = check("--url", self.url, "--test-charging", "--key", "planted-key")
        self.assertEqual(1, status)
        self.assertIn("ocpp admin key add", said)
        self.assertIn("does not know this key", said)
        self.assertNotIn("planted-key", said)
        self.assertIn("wants a key", check("--url", self.url, "--test-charging")[1])
        self.server.add_station("SOMEBODYS")
        known = ("--url", self.url, "--key", KEY, "--test-charging", "--sync-station", "SOMEBODYS")
        status, said = check(*known)
        self.assertEqual(1, status)
        self.assertIn("OCPP_PASSWORD", said)
        status, said = check(*known, "--patience", "2", OCPP_PASSWORD="not-the-password-of-it")
        self.assertEqual(1, status)
        self.assertIn("401", said)
        self.assertNotIn("not-the-password-of-it", said)
        self.assertEqual(2, check()[0])
        self.assertEqual(2, run("check").returncode)
        self.assertIn("--test-charging", run("check", "integration", "--help").stdout)

    def told(self, output: str) -> str:
        """Runs every command that demo-data tells, as it stands, and returns what they print."""
        commands = [
            line.strip().replace("--duration 20", "--duration 1") for line in output.splitlines()
            if line.startswith(("  curl", "  ocpp", "  OCPP_PASSWORD="))
        ]  # fmt: skip
        self.assertGreaterEqual(len(commands), 5, output)
        path = f"{Path(OCPP).parent}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-ec", "\n".join(commands)], capture_output=True, text=True,
            env=environment(OCPP_API_KEY=KEY, NO_PROXY="*", PATH=path), timeout=PATIENCE * 2,
        )  # fmt: skip
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertNotIn('"status":4', done.stdout)
        return done.stdout

    def test_what_demo_data_tells_works_as_it_stands(self):
        servers = [
            (Server().start(), "http", ()),
            (Server("--open", OCPP_API_KEY="").start(), "http", ()),
        ]
        listen = ",".join(f"{name}={path}" for name, path in zip(("cert", "key"), server_files()))
        locked = Server("--listen", f"profile=2,address=127.0.0.1,port=0,{listen}").start()
        servers.append((locked, "https", ("--ca", str(authority().ca))))
        for server, scheme, options in servers:
            with self.subTest(scheme, options=server.options):
                place = server.place
                if scheme == "https":
                    place = re.search(r"wss://127.0.0.1(:\d+)", server.announcement)
                    place = f"localhost{place.group(1)}"
                key = {} if "--open" in server.options else {"OCPP_API_KEY": KEY}
                made = run("demo-data", "--url", f"{scheme}://{place}", *options, **key)
                self.assertEqual(0, made.returncode, made.stderr)
                output = self.told(made.stdout)
                self.assertIn('"charge_sessions":[{', output)
                self.assertIn('"station_id":"DEMO-N1"', output)
                self.assertIn("accepted", output.lower())
            self.assertEqual(0, server.terminate())
            server.discard()

    def test_demo_data_is_made_once(self):
        first = run("demo-data", "--url", self.url, OCPP_API_KEY=KEY)
        self.assertEqual(0, first.returncode, first.stderr)
        counts = {
            "companies": 2, "sites": 3, "chargers": 5, "connectors": 8, "drivers": 3,
            "RFID cards": 4, "charge sessions": 10,
        }  # fmt: skip
        for kind, count in counts.items():
            self.assertRegex(first.stdout, rf"(?m)^  {kind} +{count}  made$")
        sessions = self.server.get("/db/charge-sessions/?site_id=DEMO-YARD")["charge_sessions"]
        self.assertEqual(8, len(sessions))
        for session in sessions:
            self.assertEqual("completed", session["status"])
            self.assertEqual(session["meter_stop"] - session["meter_start"], session["energy_wh"])
            self.assertIn(session["driver_id"], ("DEMO-ANN", "DEMO-BEN"))
        before = self.server.get("/db/events/?company_id=DEMO-NORTH&limit=1000")["events"]
        self.assertEqual(8 * 5, len(before))
        faulted = self.server.get("/db/chargers/?status=faulted")["chargers"]
        self.assertEqual(["DEMO-N4"], [each["id"] for each in faulted])
        self.server.request("PATCH", "/db/sites/DEMO-YARD", json={"city": "Elsewhere"})

        again = run("demo-data", "--url", self.url, "--key", KEY)
        self.assertEqual(0, again.returncode, again.stderr)
        for kind, count in counts.items():
            self.assertRegex(again.stdout, rf"(?m)^  {kind} +{count}  were there$")
        after = self.server.get("/db/events/?company_id=DEMO-NORTH&limit=1000")["events"]
        self.assertEqual(before, after)
        self.assertEqual("Elsewhere", self.server.get("/db/sites/DEMO-YARD")["city"])
        self.assertNotIn(KEY, first.stdout + again.stdout)

        nowhere = run("demo-data", "--url", NOWHERE)
        self.assertEqual(1, nowhere.returncode)
        self.assertIn("ocpp serve", nowhere.stderr)
        self.assertEqual(2, run("demo-data", "--wrong").returncode)
        self.assertIn("usage", run("demo-data", "--help").stdout)
