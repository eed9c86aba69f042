"""Calls to stations that come to nothing, and what the HTTP client is told."""

from __future__ import annotations

import asyncio
import unittest

from foreign_station import ForeignStation
from ocpp.routing import on
from ocpp.v16.enums import Action
from server import Server
from station import Station, open_socket


def _profile(connector: int = 1, first: int = 0, second: int = 60, **more: object) -> dict:
    periods = [{"startPeriod": first, "limit": 16}, {"startPeriod": second, "limit": 8}]
    return {
        "connectorId": connector,
        "csChargingProfiles": {
            "chargingProfileId": 1, "stackLevel": 0, "chargingProfilePurpose": "TxProfile",
            "chargingProfileKind": "Relative",
            "chargingSchedule": {"chargingRateUnit": "A", "chargingSchedulePeriod": periods},
        } | more,
    }  # fmt: skip


class FailingCalls(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open", "--strict").start()

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
            # What no schema can say.
            ("SetChargingProfile", _profile(), "transactionId"),
            ("SetChargingProfile", _profile(transactionId=1, first=5), "[0].startPeriod"),
            ("SetChargingProfile", _profile(transactionId=1, second=0), "[1].startPeriod"),
            ("SetChargingProfile", _profile(0, transactionId=1), "connectorId"),
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
