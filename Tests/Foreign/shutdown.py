"""The programs as an operator meets them: starting, settings, ending; the station and the demo."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import unittest

from server import (
    KEY, OCPP, PASSWORD, PATIENCE, Server, environment, run, temporary_folder,
)  # fmt: skip
from station import Gone, Station, energy, moment


class Shutdown(unittest.IsolatedAsyncioTestCase):
    def serve(self, *options: str, **variables: str) -> Server:
        server = Server(*options, **variables)
        self.addCleanup(server.discard)
        return server.start()

    async def test_sigterm_during_traffic_loses_nothing_that_was_acknowledged(self):
        server = self.serve("--open")
        acknowledged: dict[int, list[dict]] = {}
        in_doubt: dict[int, dict] = {}
        busy = asyncio.Event()

        async def charge(number: int) -> tuple[Station, int]:
            station = await Station(f"BUSY-{number}").connect(server)
            start = await station.call(
                "StartTransaction",
                {"connectorId": 1, "idTag": "T", "meterStart": 0, "timestamp": moment()},
            )
            id = start["transactionId"]
            kept = acknowledged[id] = []
            try:
                while True:
                    value = in_doubt[id] = energy(moment(), len(kept))
                    await send(station, id, value)
                    kept.append(value)
                    if len(kept) == 20:
                        busy.set()
            except Gone:
                return station, id

        async def send(station: Station, id: int, value: dict) -> None:
            await station.call(
                "MeterValues", {"connectorId": 1, "transactionId": id, "meterValue": [value]}
            )

        tasks = [asyncio.create_task(charge(number)) for number in range(10)]
        await asyncio.wait_for(busy.wait(), PATIENCE)
        self.assertEqual(0, await asyncio.to_thread(server.terminate))
        visits = await asyncio.gather(*tasks)
        stations = [station for station, _ in visits]

        # Everybody was told goodbye, and every answer that was due had left before.
        self.assertEqual([1001] * 10, [each.socket.close_code for each in stations])
        self.assertEqual([], [fault for each in stations for fault in each.check.faults])
        server.start()
        for id, values in acknowledged.items():
            found = server.meter_values(id)
            self.assertEqual(values, found[: len(values)])
            self.assertIn(found[len(values) :], ([], [in_doubt[id]]))

        # What is in doubt is sent again, and is there once.
        for station, id in visits:
            value = in_doubt[id]
            await station.connect(server)
            await send(station, id, value)
            self.assertEqual(acknowledged[id] + [value], server.meter_values(id))
            await station.close()
        self.assertEqual(0, server.terminate())

    async def test_calls_that_wait_for_a_station_do_not_hold_up_the_end(self):
        server = self.serve("--open")
        async with Station("SILENT") as station:
            await station.connect(server)
            waiting = asyncio.create_task(
                server.send("SILENT", "ClearCache", {}, timeout_s=600)
            )
            await station.first_call()
            self.assertEqual(0, await asyncio.to_thread(server.terminate))
            # A 504, or a connection that ended; but no waiting.
            await asyncio.wait([waiting], timeout=PATIENCE)
            self.assertTrue(waiting.done())
            waiting.exception()

    def test_a_second_server_on_the_same_data_is_refused(self):
        server = self.serve("--open")
        second = run("serve", "--open", "--port", "0", "--data", str(server.data))
        self.assertEqual(1, second.returncode)
        self.assertIn("another server has it open", second.stderr)
        self.assertIn("choose another data folder", second.stderr)
        self.assertEqual("ready", server.get("/health")["status"])

    def test_a_port_that_is_taken_is_refused(self):
        server = self.serve("--open")
        folder = temporary_folder()
        second = run(
            "serve", "--open", "--port", server.place.split(":")[1], "--data", str(folder)
        )
        self.assertEqual(1, second.returncode)
        self.assertRegex(second.stderr, "address already in use|EADDRINUSE")

    def test_data_that_is_no_database_is_refused_and_left_alone(self):
        folder = temporary_folder()
        file = folder / "ocpp.sqlite"
        file.write_text("a diary, not a database" * 100)
        result = run("serve", "--open", "--port", "0", "--data", str(folder))
        self.assertEqual(1, result.returncode)
        self.assertIn("ocpp.sqlite", result.stderr)
        self.assertEqual("a diary, not a database" * 100, file.read_text())

    def test_a_name_is_no_address_and_nothing_is_prepared_for_it(self):
        folder = temporary_folder() / "data"
        for options in (
            ("--address", "localhost"), ("--listen", "profile=1,address=localhost,port=0"),
        ):  # fmt: skip
            result = run("serve", "--data", str(folder), *options)
            self.assertEqual(2, result.returncode, result.stderr)
            self.assertIn('"localhost" is no address to listen on', result.stderr)
            self.assertIn("Try: ocpp serve --help", result.stderr)
            self.assertFalse(folder.exists())

    def test_output_that_was_lost_is_no_success(self):
        for command in (["schema", "1.6"], ["schema", "1.6", "Heartbeat"], ["version"], ["help"]):
            with open("/dev/full", "w") as full:
                result = subprocess.run(
                    [OCPP, *command], env=environment(), stdout=full, stderr=subprocess.PIPE
                )
            self.assertEqual(1, result.returncode, command)
            self.assertIn(b"the output could not be written: No space left", result.stderr)
            # Who stops reading has read enough.
            shell = f"'{OCPP}' {' '.join(command)} | :; exit ${{PIPESTATUS[0]}}"
            result = subprocess.run(
                ["bash", "-c", shell], env=environment(), stderr=subprocess.PIPE
            )
            self.assertIn(result.returncode, (0, 128 + 13), command)
            self.assertEqual(b"", result.stderr)

    def test_mistakes_on_the_command_line_exit_with_2_and_a_hint(self):
        for arguments, words in [
            (("serve", "--prot", "1"), "There is no option --prot."),
            (("serve", "now"), '"now" is not an option.'),
            (("serve", "--port", "70000"), "from 0 to 65535"),
            (("serve", "--port"), "--port needs a value"),
            (("serve", "--log-level", "loud"), "debug, info, warning, error"),
            (("serve", "--open", "--address", "0.0.0.0"), "loopback only"),
            (("serve", "--open", "--address", "::"), "loopback only"),
            (("serve", "--test-api", "--address", "0.0.0.0"), "loopback only"),
            (("serve", "--database", "mysql://u:secret@h/d"), "SQLite only"),
            (("serve", "--api-key", "short"), "16 characters"),
            (("serve", "--config", "/no/such/file"), "cannot be read"),
            (("station", "--colour", "red"), "There is no option --colour."),
            (("station", "--tag", "t" * 21), "1 to 20 characters"),
            (("station", "--script", "-", "--duration", "5"), "--duration is for"),
            (("station", "--control", "127.0.0.1:0", "--duration", "5"), "--duration is for"),
            (("station", "--script", "-", "--tag", "T"), "--tag is not used"),
            (("station", "--firmware-root", "/no/such/root"), "--firmware-root: /no/such/root"),
            (("station", "--firmware-root", __file__), "there is no certificate in"),
            (("station", "--data", "/dev/null/folder"), "--data: the folder /dev/null/folder"),
            (("admin", "user", "add"), "EMAIL is missing"),
            (("admin", "user", "reset"), "EMAIL is missing"),
            (("admin", "key", "revoke"), "NAME is missing"),
            (("admin", "key", "list", "--role", "admin"), "--role, --company and --driver"),
            (("admin", "user", "add", "nobody", "--role", "viewer"), "is no email"),
            (("demo", "--duration", "0"), "from 1 to"),
        ]:
            with self.subTest(" ".join(arguments)):
                result = run(*arguments)
                self.assertEqual(2, result.returncode, result.stderr)
                self.assertIn(words, result.stderr)
                self.assertIn(f"Try: ocpp {arguments[0]} --help", result.stderr)
                self.assertNotIn("secret", result.stderr)
        bare = run("admin")
        self.assertEqual((2, ""), (bare.returncode, bare.stdout))
        self.assertIn("usage: ocpp admin", bare.stderr)
        for arguments in ((), ("sing",)):
            result = run(*arguments)
            self.assertEqual(2, result.returncode)
            self.assertIn("usage: ocpp <command>", result.stderr)

    def test_help_and_version_exit_with_0(self):
        for arguments in (("help",), ("serve", "--help"), ("station", "-h"), ("demo", "--help")):
            result = run(*arguments)
            self.assertEqual((0, ""), (result.returncode, result.stderr))
            self.assertIn("usage: ocpp", result.stdout)
        self.assertRegex(run("version").stdout, r"^ocpp \d+\.\d+\.\d+\n$")

    def test_the_first_start_shows_a_key_once_and_later_starts_know_it(self):
        server = Server(OCPP_API_KEY="")
        self.addCleanup(server.discard)
        server.start()
        key = re.search(r"API key +(ocpp_[0-9a-f]{64})", server.announcement)[1]
        server.restart()
        self.assertNotIn("API key", server.announcement)
        for shown, status in ((key, 200), (KEY, 401)):
            server.http.headers["Authorization"] = f"Bearer {shown}"
            self.assertEqual(status, server.request("GET", "/transactions").status_code)
        self.assertNotIn(key, server.log)

    def test_settings_by_file_environment_and_command_line_in_that_order(self):
        folder = temporary_folder()
        file = folder / "ocpp.json"
        file.write_text(
            json.dumps(
                {"open": True, "log_level": "error", "heartbeat_interval": 11, "port": "1"}
            )
        )
        # The file is beaten by the environment (the port), that by the command line (the interval).
        server = Server("--heartbeat-interval", "33", OCPP_CONFIG=str(file), OCPP_API_KEY="")
        server.variables |= {"OCPP_HEARTBEAT_INTERVAL": "22", "OCPP_PORT": "0"}
        server.options += ("--data", str(server.data / "inside"))
        server.omitted = {"--port"}
        self.addCleanup(server.discard)
        server.start()
        self.assertIn("(--open)", server.announcement)
        self.assertEqual(33, asyncio.run(_interval(server)))
        self.assertTrue((server.data / "inside" / "ocpp.sqlite").exists())
        self.assertEqual(0o700, (server.data / "inside").stat().st_mode & 0o777)
        self.assertEqual(0, server.terminate())
        self.assertEqual("", server.log)

        file.write_text('{"colour": "red"}')
        result = run("serve", "--config", str(file))
        self.assertEqual(2, result.returncode)
        self.assertIn('there is no setting "colour"', result.stderr)

    def test_log_level_and_database_url_are_understood(self):
        folder = temporary_folder()
        url = f"sqlite:///{folder}/here.db"
        quiet = self.serve("--open", LOG_LEVEL="error", DATABASE_URL=url)
        self.assertEqual(0, quiet.terminate())
        self.assertEqual("", quiet.log)
        self.assertTrue((folder / "here.db").exists())
        self.assertFalse((quiet.data / "ocpp.sqlite").exists())

        loud = self.serve("--open", LOG_LEVEL="debug")
        asyncio.run(_interval(loud))
        self.assertEqual(0, loud.terminate())
        self.assertIn("station ASKS connected", loud.log)
        self.assertRegex(loud.log, r"(?m)^20\d\d-.*Z info stopped$")


async def _interval(server: Server) -> int:
    """The heartbeat interval that a station is given."""
    async with Station("ASKS") as station:
        await station.connect(server)
        boot = {"chargePointModel": "m", "chargePointVendor": "v"}
        return (await station.call("BootNotification", boot))["interval"]


class OurStation(unittest.TestCase):
    """`ocpp station` and `ocpp demo` against `ocpp serve`."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.server.add_station("CP-1")
        cls.server.add_token("GOOD")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    def visit(self, tag: str, **variables: str):
        return run(
            "station", "--url", f"ws://{self.server.place}/ocpp", "--id", "CP-1", "--tag", tag,
            "--duration", "3", "--sample-interval", "1", OCPP_PASSWORD=PASSWORD, **variables,
        )  # fmt: skip

    def test_a_visit_ends_with_0_and_is_in_the_ledger(self):
        result = self.visit("GOOD")
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)
        summary = re.search(r"(\d+\.\d{3}) kWh, (\d+) meter values, all ackn", result.stdout)
        found = self.server.transactions(station="CP-1", status="completed")[0]
        self.assertEqual(summary[1], f"{found['energy_wh'] / 1000:.3f}")
        self.assertGreater(found["energy_wh"], 0)
        values = self.server.meter_values(found["transaction_id"])
        # The stop brings the first and the last reading besides.
        self.assertEqual(int(summary[2]) + 2, len(values))

    def test_a_refused_token_exits_with_3_and_leaves_no_transaction(self):
        before = self.server.transactions(token="BAD")
        result = self.visit("BAD")
        self.assertEqual(3, result.returncode, result.stdout + result.stderr)
        self.assertIn("refused the token", result.stdout)
        self.assertEqual(before, self.server.transactions(token="BAD"))

    def test_the_demo_without_a_terminal_ends_with_0_and_a_summary(self):
        folder = temporary_folder()
        result = run("demo", "--duration", "3", "--port", "0", "--data", str(folder / "demo"))
        self.assertEqual(0, result.returncode, result.stdout + result.stderr)
        look = f"serve --open --data {folder}/demo"
        for words in ("the session", "energy", "meter values", "look at it with: ", look):
            self.assertIn(words, result.stdout)
        self.assertNotIn("\x1b", result.stdout)
        id = int(re.search(r"transaction +(\d+)", result.stdout)[1])

        # And it can be looked at, as it says.
        with Server("--open", data=folder / "demo") as server:
            found = server.get(f"/transactions/{id}")
            self.assertEqual("completed", found["status"])
            self.assertIn(f"{found['energy_kwh']} kWh", result.stdout)
