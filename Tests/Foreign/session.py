"""The PyPI package `ocpp` as a station: whole sessions, and every call in both directions."""

from __future__ import annotations

import asyncio
import json
import unittest
from decimal import Decimal

from calls import CALLS
from foreign_station import ForeignStation
from frames import exact
from ocpp.v16 import call
from server import PATIENCE, Server
from station import Station, open_socket

REGISTER = "Energy.Active.Import.Register"


def _meter_value(minute: int, *samples: dict) -> dict:
    return {"timestamp": f"2026-03-01T10:{minute:02}:00.000Z", "sampledValue": list(samples)}


METER_VALUES = [
    _meter_value(
        0,
        {"value": "1000", "context": "Transaction.Begin", "measurand": REGISTER, "unit": "Wh"},
    ),
    _meter_value(
        1,
        {
            "value": "1.050", "context": "Sample.Periodic", "format": "Raw",
            "measurand": REGISTER, "location": "Outlet", "unit": "kWh",
        },
        {"value": "-0.10", "measurand": "Power.Active.Import", "phase": "L1-N", "unit": "kW"},
        {"value": "16.1", "measurand": "Current.Import", "phase": "L1", "unit": "A"},
        {"value": "81", "measurand": "SoC", "location": "EV", "unit": "Percent"},
    ),
    _meter_value(
        2, {"value": "4F434D467C7B7D7C", "format": "SignedData", "context": "Trigger"}
    ),
]  # fmt: skip
LAST_VALUE = _meter_value(
    3, {"value": "2345", "context": "Transaction.End", "measurand": REGISTER, "unit": "Wh"}
)


class OpenSession(unittest.IsolatedAsyncioTestCase):
    """Against a server that lets anybody in."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open", "--heartbeat-interval", "77").start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def connect(
        self, path: str, identity: str, subprotocols: tuple[str, ...] = ("ocpp1.6",)
    ) -> ForeignStation:
        socket = await open_socket(self.server, path, subprotocols=subprotocols)
        station = ForeignStation(identity, socket)
        self.addAsyncCleanup(station.leave)
        return station

    def check(self, station: ForeignStation) -> None:
        self.assertEqual([], station.wire.check.faults)

    async def charge(self, station: ForeignStation, tag: str) -> int:
        """A session from boot to stop, and its transaction id."""
        boot = await station.call(
            call.BootNotification(
                charge_point_model="Model X", charge_point_vendor="Foreign",
                charge_point_serial_number="SN-1", firmware_version="1.2.3", iccid="8944",
                imsi="2080", meter_serial_number="M-1", meter_type="Type",
            )
        )  # fmt: skip
        self.assertEqual(("Accepted", 77), (boot.status, boot.interval))
        self.assertRegex((await station.call(call.Heartbeat())).current_time, r"^20\d\d-.*Z$")
        await self.report(station, 0, "Available")
        await self.report(station, 1, "Preparing")
        verdict = await station.call(call.Authorize(id_tag=tag))
        self.assertEqual("Accepted", verdict.id_tag_info["status"])
        start = await station.call(
            call.StartTransaction(
                connector_id=1, id_tag=tag, meter_start=1000,
                timestamp="2026-03-01T10:00:00+00:00", reservation_id=5,
            )
        )  # fmt: skip
        self.assertEqual("Accepted", start.id_tag_info["status"])
        await self.report(station, 1, "Charging")
        for value in METER_VALUES:
            await station.call(
                call.MeterValues(
                    connector_id=1, transaction_id=start.transaction_id, meter_value=[value]
                )
            )
        stop = await station.call(
            call.StopTransaction(
                meter_stop=2345, timestamp="2026-03-01T10:03:30.5Z", reason="Local",
                transaction_id=start.transaction_id, id_tag=tag, transaction_data=[LAST_VALUE],
            )
        )  # fmt: skip
        self.assertEqual("Accepted", stop.id_tag_info["status"])
        await self.report(station, 1, "Finishing")
        return start.transaction_id

    async def report(self, station: ForeignStation, connector: int, status: str) -> None:
        answer = await station.call(
            call.StatusNotification(
                connector_id=connector, error_code="NoError", status=status,
                timestamp="2026-03-01T09:59:00Z", info="fine", vendor_id="com.example",
                vendor_error_code="0",
            )
        )  # fmt: skip
        self.assertIsNotNone(answer)

    def check_session(self, identity: str, id: int, tag: str) -> None:
        """The HTTP interface shows all of it."""
        found = self.server.get(f"/transactions/{id}")
        expected = {
            "transaction_id": id, "station_id": identity, "connector_id": 1, "id_tag": tag,
            "status": "completed", "meter_start": 1000, "meter_stop": 2345, "energy_wh": 1345,
            "energy_kwh": Decimal("1.345"), "reason": "Local", "stop_id_tag": tag,
            "reservation_id": 5, "start_timestamp": "2026-03-01T10:00:00.000Z",
            "stop_timestamp": "2026-03-01T10:03:30.500Z", "duration_seconds": 210,
            "authorization": "Accepted", "meter_decreased": False,
        }  # fmt: skip
        self.assertEqual(expected, {name: found.get(name) for name in expected})
        # Lists have all of it but the story.
        listed = {
            name: value for name, value in found.items() if name not in ("story", "frames")
        }
        self.assertIn(listed, self.server.transactions(station=identity, status="completed"))
        told = [event["event"] for event in found["story"]]
        self.assertEqual(["started", "meter_values", "stopped"], told[:3])
        self.assertEqual(METER_VALUES + [LAST_VALUE], self.server.meter_values(id))

        shown = self.server.get(f"/charge-points/{identity}")
        expected = {
            "vendor": "Foreign", "model": "Model X", "serial_number": "SN-1",
            "firmware_version": "1.2.3", "is_online": True, "status": "CONNECTED",
        }  # fmt: skip
        self.assertEqual(expected, {name: shown.get(name) for name in expected})
        connectors = {each["connector_id"]: each for each in shown["connectors"]}
        self.assertEqual("Available", connectors[0]["status"])
        self.assertEqual(
            ("Finishing", "NoError", "fine", "com.example", "0", "2026-03-01T09:59:00.000Z"),
            tuple(
                connectors[1][name]
                for name in (
                    "status", "error_code", "info", "vendor_id", "vendor_error_code", "since",
                )
            ),
        )  # fmt: skip

    async def test_a_session_by_the_address_with_the_identity_as_its_last_part(self):
        station = await self.connect("/ocpp/PATH-1", "PATH-1")
        self.assertEqual("ocpp1.6", station.wire.socket.subprotocol)

        before = self.server.get("/statistics")
        id = await self.charge(station, "TAG-PATH")

        self.check_session("PATH-1", id, "TAG-PATH")
        self.check(station)
        after = self.server.get("/statistics")
        expected = {
            "BootNotification": 1, "Heartbeat": 1, "StatusNotification": 4, "Authorize": 1,
            "StartTransaction": 1, "MeterValues": 3, "StopTransaction": 1,
        }  # fmt: skip
        for action, count in expected.items():
            counts = [each["messages"]["from_stations"].get(action, 0) for each in (before, after)]
            self.assertEqual(count, counts[1] - counts[0], action)
        completed = [each["transactions"]["completed"] for each in (before, after)]
        self.assertEqual(1, completed[1] - completed[0])
        self.assertEqual({}, after["call_errors_sent"])

    async def test_a_session_by_the_address_with_the_identity_in_the_query(self):
        path = "/ocpp?chargePointId=QUERY-1&version=1.6"
        station = await self.connect(path, "QUERY-1", subprotocols=())
        self.assertIsNone(station.wire.socket.subprotocol)

        id = await self.charge(station, "TAG-QUERY")

        self.check_session("QUERY-1", id, "TAG-QUERY")
        self.check(station)

    async def test_the_identity_in_the_address_is_percent_decoded(self):
        station = await self.connect("/ocpp/A%3AB%7cC%40D", "A:B|C@D")
        await station.call(call.Heartbeat())
        self.assertEqual("A:B|C@D", self.server.get("/connections/A%3AB%7CC%40D")["id"])

    async def test_reports_and_notices_of_the_security_extension_are_confirmed(self):
        station = await self.connect("/ocpp/NOTICES", "NOTICES")
        unknown = await station.call(
            call.DataTransfer(vendor_id="com.example", message_id="m", data="ü")
        )
        self.assertEqual("UnknownVendorId", unknown.status)
        for notice in (
            call.FirmwareStatusNotification(status="Downloading"),
            call.DiagnosticsStatusNotification(status="Uploaded"),
            call.LogStatusNotification(status="Uploading", request_id=1),
            call.SignedFirmwareStatusNotification(status="InstallVerificationFailed", request_id=2),
            call.SecurityEventNotification(
                type="TamperDetectionActivated", timestamp="2026-03-01T10:00:00Z", tech_info="lid"
            ),
        ):
            with self.subTest(type(notice).__name__):
                self.assertIsNotNone(await station.call(notice, suppress=False))
        self.check(station)

    async def test_every_call_of_a_central_system_reaches_the_station_and_its_answer_comes_back(
        self,
    ):
        station = await self.connect("/ocpp/SEND", "SEND")
        self.assertEqual(26, len(CALLS))
        for action, (payload, _) in CALLS.items():
            with self.subTest(action):
                answer = await self.server.send("SEND", action, payload)
                self.assertEqual(200, answer.status_code, answer.text)
                self.assertIn(action, station.received)
                self.assertEqual(station.wire.last_result, exact(answer.text))
        self.check(station)
        sent = self.server.get("/statistics")["messages"]["to_stations"]
        self.assertLessEqual(set(CALLS), set(sent))

    async def test_payloads_travel_exactly_as_they_were_written(self):
        async with Station("EXACT") as station:
            station.answer = lambda frame: _text(f'[3,"{frame[1]}",{{"status":"Accepted"}}]')
            await station.connect(self.server)
            for action, (payload, _) in CALLS.items():
                await self.server.send("EXACT", action, payload)
                self.assertEqual(exact(json.dumps(payload)), station.calls[-1][3], action)
            self.assertEqual([], station.check.faults)

    async def test_pings_are_answered_and_compression_is_declined(self):
        station = await self.connect("/ocpp/PING", "PING")
        socket = station.wire.socket
        await asyncio.wait_for(await socket.ping(b"hello"), PATIENCE)
        self.assertIn("Sec-WebSocket-Extensions", socket.request.headers)
        self.assertNotIn("Sec-WebSocket-Extensions", socket.response.headers)

    async def test_a_raw_frame_is_sent_under_an_id_of_the_servers(self):
        station = await self.connect("/ocpp/RAW", "RAW")
        answer = await asyncio.to_thread(
            self.server.post, "/connections/RAW/send",
            {"message": [2, "mine", "Reset", {"type": "Hard"}]},
        )  # fmt: skip
        self.assertEqual((200, {"status": "Accepted"}), (answer.status_code, answer.json()))
        self.assertEqual({"type": "Hard"}, station.received["Reset"])
        self.check(station)

    async def test_the_connection_is_listed_and_can_be_closed(self):
        station = await self.connect("/ocpp/LISTED", "LISTED")
        await station.call(call.Heartbeat())
        shown = self.server.get("/connections/LISTED")
        self.assertEqual(
            ("LISTED", "1.6", 1, 1),
            (shown["id"], shown["version"], shown["messages_in"], shown["messages_out"]),
        )
        self.assertIn(
            "LISTED", [each["id"] for each in self.server.get("/connections")["connections"]]
        )

        self.assertEqual(204, self.server.request("DELETE", "/connections/LISTED").status_code)
        await asyncio.wait_for(station.wire.socket.wait_closed(), PATIENCE)
        self.assertEqual(1000, station.wire.socket.close_code)
        await _until(
            lambda: self.server.request("GET", "/connections/LISTED").status_code == 404
        )

    async def test_a_newer_socket_of_the_same_station_takes_over(self):
        older = await self.connect("/ocpp/TWICE", "TWICE")
        await older.call(call.Heartbeat())
        newer = await self.connect("/ocpp/TWICE", "TWICE")
        await asyncio.wait_for(older.wire.socket.wait_closed(), PATIENCE)
        self.assertEqual(1000, older.wire.socket.close_code)
        await newer.call(call.Heartbeat())
        answer = await self.server.send("TWICE", "ClearCache", {})
        self.assertEqual(200, answer.status_code, answer.text)
        self.check(newer)


async def _text(text: str) -> str:
    return text


async def _until(condition) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)
