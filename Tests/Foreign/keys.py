"""A station's password is changed: it accepts, refuses, vanishes, and the server is killed."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import random
import sqlite3
import unittest

import websockets
from apps import until
from server import PASSWORD, PATIENCE, Server
from station import Station
from websockets.asyncio.client import connect

ACCEPTED, REJECTED = '[3,"ID",{"status":"Accepted"}]', '[3,"ID",{"status":"Rejected"}]'


class KeyStation(Station):
    """Has one key, and takes another when it is told to."""

    def __init__(self, identity: str, key: bytes = PASSWORD.encode()):
        super().__init__(identity)
        self.key = key
        self.sent: list[str] = []
        self.reply: str | None = ACCEPTED
        # What a station makes of a key: most show it as it came, some the bytes it stands for.
        self.form = str.encode
        self.answer = self.take

    async def enter(self, server: Server, key: bytes | None = None) -> KeyStation:
        pair = self.identity.encode() + b":" + (self.key if key is None else key)
        self.socket = await connect(
            f"ws://{server.place}/ocpp/{self.identity}", subprotocols=["ocpp1.6"], proxy=None,
            close_timeout=1,
            additional_headers={"Authorization": f"Basic {base64.b64encode(pair).decode()}"},
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read(self.socket))
        return self

    async def take(self, frame: list) -> str | None:
        if frame[2] != "ChangeConfiguration":
            return f'[3,"{frame[1]}",{{}}]'
        assert frame[3]["key"] == "AuthorizationKey"
        self.sent.append(frame[3]["value"])
        if self.reply == ACCEPTED or self.reply is None:
            self.key = self.form(frame[3]["value"])
        if self.reply is None:
            self.socket.transport.abort()
            return None
        return self.reply.replace("ID", frame[1])


class Keys(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.server = Server().start()
        self.server.add_station("CP1")

    def tearDown(self):
        assert self.server.terminate() == 0
        self.server.discard()

    async def post(self, path: str, body: dict):
        return await asyncio.to_thread(self.server.post, path, body)

    async def rotate(self, station: str = "CP1", **body):
        return await self.post(f"/charge_points/{station}/rotate_key", body)

    def state(self) -> dict:
        return self.server.get("/charge-points/CP1/key")

    async def is_let_in(self, key: bytes) -> bool:
        try:
            await (await KeyStation("CP1").enter(self.server, key)).close()
            return True
        except websockets.InvalidStatus as refusal:
            self.assertEqual(401, refusal.response.status_code)
            return False

    async def test_a_station_that_accepts_uses_the_new_key_and_the_old_one_is_over(self):
        for form in (str.encode, bytes.fromhex):
            with self.subTest(form):
                station = await KeyStation("CP1", self.key_now()).enter(self.server)
                station.form = form
                old = station.key
                answer = await self.rotate()
                self.assertEqual(
                    {"command": "ChangeConfiguration", "result": "Accepted"}, answer.json()
                )
                self.assertRegex(station.sent[0], "^[0-9A-F]{40}$")
                self.assertEqual("Accepted", self.state()["in_doubt"][0]["answer"])
                # Until the station comes in with it, the old one is good, too.
                await station.close()
                self.assertTrue(await self.is_let_in(old))
                self.assertTrue(await self.is_let_in(station.key))
                # That it was shown is on record behind the handshake, which does not wait for the disk.
                shown = await until(self.state, lambda state: state["in_doubt"] == [])
                self.assertEqual([], shown["in_doubt"])
                self.assertFalse(await self.is_let_in(old))
                self.assertIn("changed_at", self.state())
                # On the disk too, so that a crash does not bring the old one back.
                async with asyncio.timeout(PATIENCE):
                    while self.kept_in_doubt():
                        await asyncio.sleep(0.01)
                self.current = station.key
                self.server.kill()
                self.server.start()
                self.assertFalse(await self.is_let_in(old))
                self.assertTrue(await self.is_let_in(station.key))
                self.assert_nowhere(station.sent[0])

    def kept_in_doubt(self) -> int:
        """How many keys are in doubt on the disk."""
        file = f"file:{self.server.data}/ocpp.sqlite?mode=ro"
        with contextlib.closing(sqlite3.connect(file, uri=True)) as database:
            return database.execute("SELECT count(*) FROM station_keys").fetchone()[0]

    def key_now(self) -> bytes:
        return getattr(self, "current", PASSWORD.encode())

    def assert_nowhere(self, key: str) -> None:
        """Neither the key nor its bytes are in the store, its log, the journal of frames, the log."""
        for path in self.server.data.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.assertNotIn(key.encode(), content, path)
                if len(key) == 40:
                    self.assertNotIn(bytes.fromhex(key), content, path)

    async def test_a_station_that_refuses_keeps_the_old_key_and_the_new_one_is_void(self):
        for word in ("Rejected", "NotSupported"):
            station = await KeyStation("CP1").enter(self.server)
            station.reply = REJECTED.replace("Rejected", word)
            answer = await self.rotate()
            self.assertEqual((200, word), (answer.status_code, answer.json()["result"]))
            self.assertEqual([], self.state()["in_doubt"])
            await station.close()
            self.assertFalse(await self.is_let_in(station.sent[0].encode()))
            self.assertTrue(await self.is_let_in(PASSWORD.encode()))

    async def test_a_station_that_vanishes_may_come_back_with_either_key(self):
        station = await KeyStation("CP1").enter(self.server)
        station.reply = None
        self.assertEqual(504, (await self.rotate()).status_code)
        self.assertEqual(["Unknown"], [one["answer"] for one in self.state()["in_doubt"]])
        # Nor does a crash of the server decide it.
        self.server.kill()
        self.server.start()
        self.assertTrue(await self.is_let_in(PASSWORD.encode()))
        self.assertEqual(1, len(self.state()["in_doubt"]))
        self.assertTrue(await self.is_let_in(station.key))
        self.assertFalse(await self.is_let_in(PASSWORD.encode()))

    async def test_an_error_leaves_open_what_the_station_did(self):
        station = await KeyStation("CP1").enter(self.server)
        station.reply = '[4,"ID","InternalError","half done",{}]'
        self.assertEqual(502, (await self.rotate()).status_code)
        await station.close()
        self.assertTrue(await self.is_let_in(PASSWORD.encode()))
        self.assertTrue(await self.is_let_in(station.sent[0].encode()))

    async def test_four_keys_may_be_in_doubt_and_can_be_taken_back(self):
        for number in range(5):
            station = await KeyStation("CP1").enter(self.server)
            station.reply = '[3,"ID",{"status":"RebootRequired"}]'
            answer = await self.rotate()
            self.assertEqual(409 if number == 4 else 200, answer.status_code)
            await station.close()
        self.assertIn("DELETE /charge-points/CP1/key", answer.json()["detail"])
        self.assertEqual(204, self.server.request("DELETE", "/charge-points/CP1/key").status_code)
        self.assertEqual([], self.state()["in_doubt"])
        self.assertTrue(await self.is_let_in(PASSWORD.encode()))

    async def test_a_password_set_by_hand_ends_all_doubt(self):
        station = await KeyStation("CP1").enter(self.server)
        await self.rotate()
        answer = self.server.request(
            "PATCH", "/charge-points/CP1", json={"password": "another password!"}
        )
        self.assertEqual(200, answer.status_code)
        self.assertFalse(await self.is_let_in(station.key))
        self.assertFalse(await self.is_let_in(PASSWORD.encode()))
        self.assertTrue(await self.is_let_in(b"another password!"))

    async def test_every_way_to_change_the_key_is_this_one(self):
        change = {"key": "authorizationkey", "value": "a given password"}
        paths = {
            "/charge_points/CP1/rotate_key": {"key": "the first password"},
            "/charge_points/CP1/change_configuration": {
                "key": "AuthorizationKey", "value": "the second password",
            },
            "/connections/CP1/send": {
                "action": "ChangeConfiguration",
                "payload": {"key": "AuthorizationKey", "value": "the third password"},
            },
            "/jobs": {"command": "rotate_key", "stations": ["CP1"]},
        }  # fmt: skip
        key = PASSWORD.encode()
        for path, body in paths.items():
            with self.subTest(path):
                station = await KeyStation("CP1", key).enter(self.server)
                answer = await self.post(path, body)
                self.assertIn(answer.status_code, (200, 201), answer.text)
                while not station.sent or not self.is_noted():
                    await asyncio.sleep(0.01)
                key = station.key
                await station.close()
                self.assertTrue(await self.is_let_in(key))
                self.assert_nowhere(station.sent[0])
        # What would keep the key is refused.
        for path, body in {
            "/jobs": {"command": "change_configuration", "parameters": change, "stations": ["CP1"]},
            "/jobs?": {
                "command": "rotate_key", "stations": ["CP1"],
                "parameters": {"key": "a given password"},
            },
        }.items():  # fmt: skip
            answer = self.server.post(path, body)
            self.assertEqual(400, answer.status_code, answer.text)
        answer = self.server.request(
            "PUT", "/charge-points/CP1/configuration", json={"settings": [change]}
        )
        self.assertEqual(400, answer.status_code)
        self.assertIn("rotate_key", answer.text)

    def is_noted(self) -> bool:
        return any(one["answer"] == "Accepted" for one in self.state()["in_doubt"])

    async def test_a_key_that_is_none_is_refused_before_anything_is_sent(self):
        station = await KeyStation("CP1").enter(self.server)
        for key in ("fifteen bytes!!", "x" * 41, "ä" * 21, "with\ta control char"):
            with self.subTest(key):
                self.assertIn((await self.rotate(key=key)).status_code, (400, 422))
                answer = await self.post(
                    "/charge_points/CP1/change_configuration",
                    {"key": "AuthorizationKey", "value": key},
                )
                self.assertEqual(422, answer.status_code)
                payload = {"key": "AuthorizationKey", "value": key}
                answer = await self.server.send("CP1", "ChangeConfiguration", payload)
                self.assertEqual(422, answer.status_code)
        self.assertEqual([], station.sent)
        self.assertEqual([], self.state()["in_doubt"])
        await station.close()

    async def test_a_settings_listing_never_shows_a_password(self):
        station = await KeyStation("CP1").enter(self.server)

        async def tell(frame: list) -> str:
            secret = {"key": "AuthorizationKey", "readonly": False, "value": "read out aloud!!"}
            return f'[3,"{frame[1]}",{{"configurationKey":[{json.dumps(secret)}]}}]'

        station.answer = tell
        answer = await asyncio.to_thread(self.server.get, "/charge_points/CP1/configuration")
        self.assertNotIn("read out", str(answer))
        self.assertNotIn("read out", str(self.server.get("/charge-points/CP1/configuration")))
        self.assert_nowhere("read out aloud!!")
        await station.close()

    async def test_a_server_killed_at_any_moment_never_locks_the_station_out(self):
        chance = random.Random(37)
        station = KeyStation("CP1")
        for round in range(12):
            await station.enter(self.server)
            station.reply = chance.choice([ACCEPTED, ACCEPTED, REJECTED, None])
            call = asyncio.create_task(self.rotate())
            await asyncio.sleep(chance.uniform(0, 0.012))
            self.server.kill()
            await asyncio.gather(call, return_exceptions=True)
            await station.close()
            self.server.start()
            if len(self.state()["in_doubt"]) == 4:
                self.assertTrue(await self.is_let_in(station.key), f"round {round}")
                self.server.request("DELETE", "/charge-points/CP1/key")
        await station.enter(self.server)
        await station.close()
