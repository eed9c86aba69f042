"""The stations' door: who is let in, with which subprotocol, and which tokens may charge."""

from __future__ import annotations

import asyncio
import json
import unittest

import websockets
from foreign_station import ForeignStation
from ocpp.v16 import call
from server import PASSWORD, PATIENCE, Server
from station import open_socket


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
