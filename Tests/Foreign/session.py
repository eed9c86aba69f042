"""The PyPI package `ocpp` as a station: whole sessions, every call in both directions, the door."""

from __future__ import annotations

import asyncio
import json
import unittest
from decimal import Decimal

import websockets
from calls import CALLS
from frames import FrameCheck, exact
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call
from ocpp.v16.enums import Action
from server import PASSWORD, PATIENCE, Server
from station import Station, open_socket
from websockets.asyncio.client import ClientConnection

REGISTER = "Energy.Active.Import.Register"


class CheckedSocket:
    """A socket for the package that looks at everything that passes."""

    def __init__(self, socket: ClientConnection):
        self.socket = socket
        self.check = FrameCheck()
        self.last_result: dict = {}

    async def recv(self) -> str:
        text = await self.socket.recv()
        self.check.received(text)
        return text

    async def send(self, text: str) -> None:
        self.check.sent(text)
        frame = exact(text)
        if frame[0] == 3:
            self.last_result = frame[2]
        await self.socket.send(text)


class ForeignStation(ChargePoint):
    """Answers each call of the central system as `CALLS` says."""

    def __init__(self, identity: str, socket: ClientConnection):
        self.wire = CheckedSocket(socket)
        self.received: dict[str, dict] = {}
        super().__init__(identity, self.wire, response_timeout=PATIENCE)
        self._serving = asyncio.create_task(self.start())

    async def leave(self) -> None:
        await self.wire.socket.close()
        await asyncio.gather(self._serving, return_exceptions=True)


def _handler(action: str):
    async def handle(self, **payload):
        self.received[action] = payload
        return CALLS[action][1]

    # The package finds its handlers by name.
    handle.__name__ = f"on_{action}"
    return on(Action(action))(handle)


for _action in CALLS:
    setattr(ForeignStation, f"on_{_action}", _handler(_action))


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
        self.assertIn(found, self.server.transactions(station=identity, status="completed"))
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


class FailingCalls(unittest.IsolatedAsyncioTestCase):
    """Calls to stations that come to nothing, and what the HTTP client is told."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open").start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def send_to(self, answer: str | None, action="Reset", payload=None, **more):
        """The HTTP answer when the station answers with this text (ID stands for the id)."""
        payload = {"type": "Soft"} if payload is None else payload

        async def reply(frame: list) -> str | None:
            return answer and answer.replace("ID", frame[1])

        async with Station("ODD") as station:
            station.answer = reply
            await station.connect(self.server)
            response = await self.server.send("ODD", action, payload, **more)
            self.assertEqual([], station.check.faults)
            self.calls = station.calls
        self.assertEqual("application/problem+json", response.headers["Content-Type"])
        problem = response.json()
        self.assertEqual(response.status_code, problem["status"])
        return response.status_code, problem

    async def test_a_callerror_is_a_502_that_tells_it(self):
        status, problem = await self.send_to('[4,"ID","InternalError","out of order",{"a":1}]')
        self.assertEqual(502, status)
        self.assertIn("InternalError: out of order", problem["detail"])

    async def test_a_callerror_of_the_package_is_a_502(self):
        class Broken(ForeignStation):
            @on(Action.reset)
            async def on_Reset(self, **_):
                raise RuntimeError("no relay")

        socket = await open_socket(self.server, "/ocpp/BROKEN")
        station = Broken("BROKEN", socket)
        answer = await self.server.send("BROKEN", "Reset", {"type": "Soft"})
        self.assertEqual(502, answer.status_code)
        self.assertIn("InternalError", answer.json()["detail"])
        await station.leave()

    async def test_no_answer_in_time_is_a_504(self):
        status, _ = await self.send_to(None, timeout_s=1)
        self.assertEqual(504, status)

    async def test_a_station_that_leaves_instead_of_answering_is_a_504(self):
        async with Station("LEAVER") as station:
            await station.connect(self.server)

            async def leave(_):
                asyncio.create_task(station.socket.close())

            station.answer = leave
            answer = await self.server.send("LEAVER", "ClearCache", {})
            self.assertEqual(504, answer.status_code)

    async def test_a_station_that_is_not_connected_is_a_404(self):
        answer = await self.server.send("NOBODY", "ClearCache", {})
        self.assertEqual(404, answer.status_code)

    async def test_an_invalid_payload_is_a_422_with_its_path_and_nothing_is_sent(self):
        for action, payload, path in [
            ("Reset", {"type": "Medium"}, "$.type"),
            ("Reset", {}, "type"),
            ("ChangeAvailability", {"connectorId": "1", "type": "Operative"}, "$.connectorId"),
            ("SendLocalList", {
                "listVersion": 1, "updateType": "Full",
                "localAuthorizationList": [{"idTag": "x"}, {"idTag": "x" * 21}],
            }, "$.localAuthorizationList[1].idTag"),
            ("Reset", {"type": "Soft", "force": True}, "$.force"),
            ("NoSuchAction", {}, "NoSuchAction"),
            ("BootNotification", {"chargePointModel": "a", "chargePointVendor": "b"}, "stations"),
        ]:  # fmt: skip
            with self.subTest(f"{action} {payload}"):
                status, problem = await self.send_to(None, action, payload)
                self.assertEqual(422, status)
                self.assertIn(path, problem["detail"])
                self.assertEqual([], self.calls)

    async def test_an_invalid_answer_of_the_station_is_a_502_with_its_path(self):
        for answer, path in [
            ('[3,"ID",{"status":"Perhaps"}]', "$.status"),
            ('[3,"ID",{}]', "status"),
            ('[3,"ID",{"status":"Accepted","more":1}]', "$.more"),
            ('[3,"ID",{"status":7}]', "$.status"),
            ('[3,"ID",[]]', "$"),
        ]:
            with self.subTest(answer):
                status, problem = await self.send_to(answer)
                self.assertEqual(502, status)
                self.assertIn(path, problem["detail"])

    async def test_answers_to_other_calls_do_not_answer_this_one(self):
        status, _ = await self.send_to('[3,"ID-other",{"status":"Accepted"}]', timeout_s=1)
        self.assertEqual(504, status)

    async def test_one_call_at_a_time_and_the_others_in_line(self):
        async with Station("LINE") as station:
            together: list[int] = []
            open_calls = 0

            async def slowly(frame: list) -> str:
                # The server must not send the next call before this one is answered.
                nonlocal open_calls
                open_calls += 1
                together.append(open_calls)
                await asyncio.sleep(0.01)
                open_calls -= 1
                return f'[3,"{frame[1]}",{{"status":"Accepted"}}]'

            station.answer = slowly
            await station.connect(self.server)
            answers = await asyncio.gather(
                *(self.server.send("LINE", "ClearCache", {}) for _ in range(8))
            )
            self.assertEqual([200] * 8, [answer.status_code for answer in answers])
            self.assertEqual([1] * 8, together)
            self.assertEqual(8, len({frame[1] for frame in station.calls}))

    async def test_a_line_that_is_full_is_a_429(self):
        async with Station("FULL") as station:
            await station.connect(self.server)
            answers = await asyncio.gather(
                *(self.server.send("FULL", "ClearCache", {}, timeout_s=2) for _ in range(20))
            )
            codes = sorted(answer.status_code for answer in answers)
            self.assertEqual([429] * 3 + [504] * 17, sorted(codes))


class ClosedSession(unittest.IsolatedAsyncioTestCase):
    """Against a server that wants passwords, known stations and known tokens."""

    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()
        cls.server.add_station("KNOWN")
        cls.server.add_token("GOOD", expiry="2099-01-01T00:00:00Z", parent="FAMILY")
        cls.server.add_token("BLOCKED", status="Blocked")
        cls.server.add_token("OLD", expiry="2020-01-01T00:00:00Z")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def station(self) -> ForeignStation:
        socket = await open_socket(self.server, "/ocpp/KNOWN", user="KNOWN", password=PASSWORD)
        station = ForeignStation("KNOWN", socket)
        self.addAsyncCleanup(station.leave)
        return station

    async def test_a_session_with_password_and_token(self):
        station = await self.station()
        boot = await station.call(
            call.BootNotification(charge_point_model="M", charge_point_vendor="V")
        )
        self.assertEqual("Accepted", boot.status)
        info = (await station.call(call.Authorize(id_tag="GOOD"))).id_tag_info
        self.assertEqual(
            {
                "status": "Accepted", "expiry_date": "2099-01-01T00:00:00.000Z",
                "parent_id_tag": "FAMILY",
            },
            info,
        )  # fmt: skip
        start = await station.call(
            call.StartTransaction(1, "good", 5, "2026-03-01T10:00:00Z")
        )
        self.assertEqual("Accepted", start.id_tag_info["status"])
        stop = await station.call(
            call.StopTransaction(9, "2026-03-01T11:00:00Z", start.transaction_id)
        )
        self.assertIsNone(stop.id_tag_info)
        self.assertEqual(4, self.server.get(f"/transactions/{start.transaction_id}")["energy_wh"])
        self.assertEqual([], station.wire.check.faults)

    async def test_tokens_are_judged_and_a_start_without_permission_is_recorded(self):
        station = await self.station()
        for tag, expected in {"NOBODY": "Invalid", "BLOCKED": "Blocked", "OLD": "Expired"}.items():
            with self.subTest(tag):
                info = (await station.call(call.Authorize(id_tag=tag))).id_tag_info
                self.assertEqual(expected, info["status"])
                start = await station.call(
                    call.StartTransaction(1, tag, 5, "2026-03-01T10:00:00Z")
                )
                self.assertEqual(expected, start.id_tag_info["status"])
                shown = self.server.get(f"/transactions/{start.transaction_id}")
                self.assertEqual(("active", expected), (shown["status"], shown["authorization"]))
        self.assertEqual([], station.wire.check.faults)

    async def refused(self, path: str, **more) -> int:
        with self.assertRaises(websockets.InvalidStatus) as caught:
            await open_socket(self.server, path, **more)
        response = caught.exception.response
        self.assertEqual("application/problem+json", response.headers["Content-Type"])
        self.assertEqual(response.status_code, json.loads(response.body)["status"])
        return response.status_code

    async def test_an_unknown_station_gets_404(self):
        self.assertEqual(
            404, await self.refused("/ocpp/STRANGER", user="STRANGER", password=PASSWORD)
        )
        self.assertEqual(404, await self.refused("/ocpp/STRANGER"))

    async def test_a_station_switched_off_gets_404_and_is_sent_away(self):
        self.server.add_station("OFF")
        socket = await open_socket(self.server, "/ocpp/OFF", user="OFF", password=PASSWORD)
        answer = self.server.request("PATCH", "/charge-points/OFF", json={"enabled": False})
        self.assertEqual(200, answer.status_code)
        await asyncio.wait_for(socket.wait_closed(), PATIENCE)
        self.assertEqual(404, await self.refused("/ocpp/OFF", user="OFF", password=PASSWORD))

    async def test_bad_credentials_get_401(self):
        wrong = PASSWORD.upper()
        self.assertEqual(401, await self.refused("/ocpp/KNOWN", user="KNOWN", password=wrong))
        self.assertEqual(401, await self.refused("/ocpp/KNOWN", user="OTHER", password=PASSWORD))
        self.assertEqual(401, await self.refused("/ocpp/KNOWN", user="KNOWN", password=""))
        self.assertEqual(401, await self.refused("/ocpp/KNOWN"))

    async def test_a_bad_identity_gets_400(self):
        for path in ("/ocpp", "/ocpp/", "/ocpp/a/b", "/ocpp/a%20b", "/ocpp/" + "x" * 49):
            with self.subTest(path):
                self.assertEqual(400, await self.refused(path))

    async def test_without_a_common_subprotocol_the_socket_closes_at_once(self):
        for path, offered in [
            ("/ocpp/KNOWN", ("ocpp2.0.1", "ocpp9")),
            ("/ocpp/KNOWN", ()),
            ("/ocpp?chargePointId=KNOWN&version=2.0.1", ()),
        ]:
            with self.subTest(f"{path} {offered}"):
                socket = await open_socket(
                    self.server, path, user="KNOWN", password=PASSWORD, subprotocols=offered
                )
                self.assertIsNone(socket.subprotocol)
                await asyncio.wait_for(socket.wait_closed(), PATIENCE)
                self.assertEqual(1002, socket.close_code)

    async def test_of_several_subprotocols_the_common_one_is_taken(self):
        socket = await open_socket(
            self.server, "/ocpp/KNOWN", user="KNOWN", password=PASSWORD,
            subprotocols=("ocpp2.1", "ocpp1.6"),
        )  # fmt: skip
        self.assertEqual("ocpp1.6", socket.subprotocol)
        await socket.close()
