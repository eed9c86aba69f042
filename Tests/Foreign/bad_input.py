"""Whatever a station sends: the right CALLERROR or close code, nothing changed, nobody else harmed,
no memory lost."""

from __future__ import annotations

import asyncio
import itertools
import json
import unittest
from dataclasses import dataclass

from frames import FrameCheck
from rawsocket import BINARY, PING, PONG, RawSocket, frame
from server import PATIENCE, Server
from station import Station, energy, moment

# How many bytes the server may hold after 20 rounds of everything below that it did not hold
# before: pages of the allocator that happen to be in use. The bytes of one round are 3 MB.
GROWTH_LIMIT = 500_000
ROUNDS = 20


@dataclass
class Refused:
    """A text that is answered with a CALLERROR."""

    code: str
    # What the description must contain: the place of the fault.
    place: str
    # The id in the answer; -1 for a frame whose id could not be read.
    id: str = "x"


@dataclass
class Closed:
    code: int


class Ignored:
    """No answer, and the connection goes on."""


class Answered:
    """A CALLRESULT."""


FORMATION, OCCURRENCE = "FormationViolation", "OccurenceConstraintViolation"
PROPERTY, TYPE = "PropertyConstraintViolation", "TypeConstraintViolation"
Expected = Refused | Closed | Ignored | Answered


def call(action: str, payload: object, id: str = "x") -> str:
    return json.dumps([2, id, action, payload])


def start(**more: object) -> dict:
    return {
        "connectorId": 1, "idTag": "BAD", "meterStart": 1, "timestamp": "2026-03-01T00:00:00Z",
    } | more  # fmt: skip


def meter(**more: object) -> str:
    value = {
        "timestamp": "2026-03-01T00:00:00Z",
        "sampledValue": [{"value": "1"}, {"value": "2"} | more],
    }
    return call("MeterValues", {"connectorId": 1, "meterValue": [value]})


HEARTBEAT = '[2,"x","Heartbeat",{}]'
NESTED = "[" * 5_000 + "]" * 5_000

TEXTS: dict[str, tuple[str, Expected]] = {
    # Frames that are none.
    "not JSON": ("hello", Refused(FORMATION, "$", "-1")),
    "nothing": ("", Refused(FORMATION, "$", "-1")),
    "half a frame": ('[2,"x","Heartbeat",{', Refused(FORMATION, "ends too early")),
    "more after the end": (HEARTBEAT + "]", Refused(FORMATION, "after the end")),
    "two frames in one": (HEARTBEAT * 2, Refused(FORMATION, "after the end")),
    "an object": ('{"a":1}', Refused(FORMATION, "$", "-1")),
    "a number": ("7", Refused(FORMATION, "$", "-1")),
    "an empty array": ("[]", Refused(FORMATION, "too few items at $", "-1")),
    "no action": ('[2,"x"]', Refused(FORMATION, "too few items at $")),
    "no payload": ('[2,"x","Heartbeat"]', Refused(FORMATION, "not an OCPP-J frame")),
    "five elements": ('[2,"x","Heartbeat",{},1]', Refused(FORMATION, "not an OCPP-J frame")),
    "a number as id": ('[2,17,"Heartbeat",{}]', Refused(FORMATION, "$[1]", "-1")),
    "null as id": ('[2,null,"Heartbeat",{}]', Refused(FORMATION, "$[1]", "-1")),
    "an id of 37 characters": (
        call("Heartbeat", {}, "i" * 37), Refused(FORMATION, "36 characters at $[1]", "-1"),
    ),
    "an id of 36 characters": (call("Heartbeat", {}, "i" * 36), Answered()),
    "a text as message type": ('["2","x","Heartbeat",{}]', Refused(FORMATION, "$[0]", "-1")),
    "a number as action": ('[2,"x",5,{}]', Refused(FORMATION, "$[2]")),
    "an array as payload": ('[2,"x","Heartbeat",[]]', Refused(TYPE, "$[3]")),
    "null as payload": ('[2,"x","Heartbeat",null]', Refused(TYPE, "$[3]")),
    # Message types and actions.
    "message type 9": ('[9,"x","Heartbeat",{}]', Ignored()),
    "message type -1": ('[-1,"x",{}]', Ignored()),
    "message type 5 of OCPP 2.1": ('[5,"x","InternalError","",{}]', Ignored()),
    "message type 6 of OCPP 2.1": ('[6,"x","NotifyPeriodicEventStream",{}]', Ignored()),
    "an unknown action": (call("MakeCoffee", {}), Refused("NotImplemented", "$[2]")),
    "an action in other letters": (call("heartbeat", {}), Refused("NotImplemented", "$[2]")),
    "an action of 10 kB": (call("A" * 10_000, {}), Refused("NotImplemented", "$[2]")),
    "an empty action": (call("", {}), Refused("NotImplemented", "$[2]")),
    "a call of central systems": (call("Reset", {"type": "Soft"}), Refused("NotSupported", "")),
    # Answers to nothing.
    "an answer nobody waits for": ('[3,"nobody",{"status":"Accepted"}]', Ignored()),
    "an error nobody waits for": ('[4,"nobody","InternalError","",{}]', Ignored()),
    "an answer that is none": ('[3,"nobody"]', Ignored()),
    "an answer without an id": ("[3,4,5]", Ignored()),
    "an error without an id": ("[4,{}]", Ignored()),
    "an answer of one element": ("[3]", Ignored()),
    # Payloads.
    "a missing member": (
        call("BootNotification", {"chargePointModel": "m"}),
        Refused(OCCURRENCE, "chargePointVendor at $[3]"),
    ),
    "a member too much": (call("Heartbeat", {"now": 1}), Refused(FORMATION, "$[3].now")),
    "a member in other letters": (
        call("Authorize", {"idtag": "a"}), Refused(FORMATION, "$[3].idtag"),
    ),
    "a member twice": (
        '[2,"x","Authorize",{"idTag":"a","idTag":"a"}]', Refused(OCCURRENCE, "$[3].idTag"),
    ),
    "a member too much deep inside": (
        meter(colour="red"), Refused(FORMATION, "$[3].meterValue[0].sampledValue[1].colour"),
    ),
    "a number for a text": (call("Authorize", {"idTag": 5}), Refused(TYPE, "$[3].idTag")),
    "null for a text": (call("Authorize", {"idTag": None}), Refused(TYPE, "$[3].idTag")),
    "a text for a number": (
        call("StartTransaction", start(meterStart="1")), Refused(TYPE, "$[3].meterStart"),
    ),
    "a fraction for an integer": (
        call("StartTransaction", start(meterStart=1.5)), Refused(TYPE, "$[3].meterStart"),
    ),
    "an integer of 30 digits": (
        call("StartTransaction", start(meterStart=10**30)),
        Refused(PROPERTY, "$[3].meterStart"),
    ),
    "an object for an array": (
        call("MeterValues", {"connectorId": 1, "meterValue": {}}),
        Refused(TYPE, "$[3].meterValue"),
    ),
    "a number for a sampled value": (
        meter(value=2), Refused(TYPE, "$[3].meterValue[0].sampledValue[1].value"),
    ),
    "a tag of 21 characters": (
        call("StartTransaction", start(idTag="t" * 21)), Refused(PROPERTY, "$[3].idTag"),
    ),
    "a tag of 100 kB": (
        call("StartTransaction", start(idTag="t" * 100_000)), Refused(PROPERTY, "$[3].idTag"),
    ),
    "a word outside the list": (
        meter(unit="furlong"), Refused(PROPERTY, "$[3].meterValue[0].sampledValue[1].unit"),
    ),
    "a word in other letters": (
        call("StatusNotification", {"connectorId": 1, "status": "Faulted", "errorCode": "noerror"}),
        Refused(PROPERTY, "$[3].errorCode"),
    ),
    "a date that is none": (
        call("StartTransaction", start(timestamp="yesterday")),
        Refused(PROPERTY, "$[3].timestamp"),
    ),
    "the 30th of February": (
        call("StartTransaction", start(timestamp="2026-02-30T00:00:00Z")),
        Refused(PROPERTY, "$[3].timestamp"),
    ),
    "a date without a zone": (
        call("StartTransaction", start(timestamp="2026-02-03T00:00:00")),
        Refused(PROPERTY, "$[3].timestamp"),
    ),
    "no fractions of a number": (
        '[2,"x","StartTransaction",{"connectorId":1.,"idTag":"a"}]',
        Refused(FORMATION, "$[3].connectorId"),
    ),
    "half a surrogate pair": (
        '[2,"x","Authorize",{"idTag":"\\ud83d"}]', Refused(FORMATION, "$[3].idTag"),
    ),
    "a surrogate pair in the wrong order": (
        '[2,"x","Authorize",{"idTag":"\\udd0c\\ud83d"}]', Refused(FORMATION, "$[3].idTag"),
    ),
    "a control character in a text": (
        '[2,"x","Authorize",{"idTag":"a\x01"}]', Refused(FORMATION, "$[3].idTag"),
    ),
    "an escape that is none": (
        '[2,"x","Authorize",{"idTag":"\\q"}]', Refused(FORMATION, "$[3].idTag"),
    ),
    "5,000 levels as payload": (f'[2,"x","Heartbeat",{NESTED}]', Refused(TYPE, "$[3]")),
    "5,000 levels as a member": (
        f'[2,"x","Heartbeat",{{"a":{NESTED}}}]', Refused(FORMATION, "$[3].a"),
    ),
    "5,000 levels as the frame": (NESTED, Refused(FORMATION, "$[0]", "-1")),
    "5,000 levels as an answer": (f'[3,"nobody",{NESTED}]', Ignored()),
}  # fmt: skip

BYTES: dict[str, tuple[bytes, Expected]] = {
    "bytes that are not UTF-8": (frame(b'[2,"x","Heartbeat",{"\xff":1}]'), Closed(1007)),
    "a surrogate in UTF-8": (frame(b'[2,"\xed\xa0\x80","Heartbeat",{}]'), Closed(1007)),
    "1 MB of text": (frame(b"[" + b" " * 1_000_000), Closed(1009)),
    "the announcement of an exabyte": (b"\x81\xff" + (1 << 60).to_bytes(8) + b"mask", Closed(1009)),
    "1 MB in fragments": (
        frame(b" " * 100_000, final=False) + frame(b" " * 100_000, 0, final=False) * 9,
        Closed(1009),
    ),
    "a binary frame": (frame(HEARTBEAT.encode(), BINARY), Closed(1003)),
    "a frame without a mask": (frame(HEARTBEAT.encode(), masked=False), Closed(1002)),
    "a continuation of nothing": (frame(b"}", 0), Closed(1002)),
    "a reserved opcode": (frame(b"", 3), Closed(1002)),
    "a reserved bit": (b"\xc1\x80mask", Closed(1002)),
    "a ping of 126 bytes": (frame(b"p" * 126, PING), Closed(1002)),
    "a message in fragments": (
        frame(b'[2,"x",', final=False) + frame(b'"Heart', 0, final=False)
        + frame(b"between", PONG) + frame(b'beat",{}]', 0),
        Answered(),
    ),
    "a character across fragments": (
        frame('[2,"x","DataTransfer",{"vendorId":"ü'.encode()[:-1], final=False)
        + frame('ü"}]'.encode()[1:], 0),
        Answered(),
    ),
}  # fmt: skip

CASES = {name: (frame(text.encode()), expected) for name, (text, expected) in TEXTS.items()} | BYTES


class BadInput(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open", "--strict", "--log-level", "warning").start()
        cls.server.add_station("BAD")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def asyncSetUp(self):
        # A station with an open transaction, which notices nothing of what the others do.
        self.neighbour = await Station("NEIGHBOUR").connect(self.server)
        self.addAsyncCleanup(self.neighbour.close)
        self.transaction = (
            await self.neighbour.call("StartTransaction", start(timestamp=moment()))
        )["transactionId"]

    async def attempt(self, data: bytes, expected: Expected, identity: str = "BAD") -> None:
        async with RawSocket(self.server, identity) as socket:
            await socket.send(data)
            match expected:
                case Closed(code):
                    self.assertEqual(code, await socket.receive_close())
                    return
                case Refused(code, place, id):
                    self.check_error(await socket.receive_text(), code, place, id)
                case Answered():
                    self.assertEqual(3, json.loads(await socket.receive_text())[0])
                case Ignored():
                    pass
            # It goes on, and nothing else was sent.
            await socket.send(frame(b'[2,"after","Heartbeat",{}]'))
            self.assertEqual([3, "after"], json.loads(await socket.receive_text())[:2])

    def check_error(self, text: str, code: str, place: str, id: str) -> None:
        check = FrameCheck()
        answer = check.received(text)
        self.assertEqual([], check.faults)
        self.assertEqual([4, id, code], answer[:3], text)
        self.assertIn(place, answer[3])

    def state(self) -> dict:
        """Everything that bad input must leave as it is."""
        statistics = self.server.get("/statistics")
        return {
            "transactions": self.server.transactions(),
            "counts": statistics["transactions"],
            "failed": statistics["facts_failed"],
            "connectors": self.server.get("/charge-points/BAD").get("connectors"),
        }

    async def test_every_kind_of_bad_input_has_its_answer_and_changes_nothing(self):
        before, statistics = self.state(), self.server.get("/statistics")
        for name, (data, expected) in CASES.items():
            with self.subTest(name):
                await self.attempt(data, expected)
                await self.neighbour.call("Heartbeat", {})
        self.assertEqual(before, self.state())

        # And the statistics know of each.
        after = self.server.get("/statistics")
        codes = [case.code for _, case in CASES.values() if isinstance(case, Refused)]
        for code in set(codes):
            was = statistics["call_errors_sent"].get(code, 0)
            self.assertEqual(codes.count(code), after["call_errors_sent"][code] - was, code)
        ignored = [
            sum(each["frames_ignored"].values()) for each in (statistics, after)
        ]
        expected = sum(isinstance(case, Ignored) for _, case in CASES.values())
        self.assertEqual(expected, ignored[1] - ignored[0])
        self.assertEqual([], self.neighbour.check.faults)

    async def test_memory_stays_flat(self):
        numbers = itertools.count()

        async def round() -> None:
            # A station that connects too often is not let in.
            identity = f"BAD-{next(numbers) // 3}"
            for data, expected in CASES.values():
                await self.attempt(data, expected, identity)

        for _ in range(3):
            await round()
        before = self.server.resident_bytes
        for _ in range(ROUNDS):
            await round()
        growth = self.server.resident_bytes - before
        print(f"memory after {ROUNDS} rounds of {len(CASES)}: {growth:+} bytes", flush=True)
        self.assertLess(growth, GROWTH_LIMIT)

    async def test_200_pipelined_calls_are_all_answered_and_what_is_kept_in_order(self):
        values = [energy(moment(), 10 + number) for number in range(100)]
        calls: dict[str, tuple[str, dict]] = {}
        async with RawSocket(self.server, "PIPELINE") as socket:
            await socket.send(frame(call("StartTransaction", start(), "start").encode()))
            id = json.loads(await socket.receive_text())[2]["transactionId"]
            for number, value in enumerate(values):
                calls[f"kept-{number}"] = (
                    "MeterValues",
                    {"connectorId": 1, "transactionId": id, "meterValue": [value]},
                )
                calls[f"quick-{number}"] = ("Heartbeat", {})
            await socket.send(
                b"".join(frame(call(*each, name).encode()) for name, each in calls.items())
            )
            answers = [json.loads(await socket.receive_text()) for _ in calls]
        self.assertEqual([3] * 200, [answer[0] for answer in answers])
        names = [answer[1] for answer in answers]
        for kind in ("kept", "quick"):
            self.assertEqual(
                [name for name in calls if name.startswith(kind)],
                [name for name in names if name.startswith(kind)],
            )
        self.assertEqual(values, self.server.meter_values(id))

    async def test_a_station_that_never_reads_is_cut_and_the_others_go_on(self):
        async with RawSocket(self.server, "DEAF") as socket:
            # 300,000 answers would have to wait somewhere.
            flood = frame(call("A" * 10, {}, "i" * 36).encode()) * 1_000
            try:
                for _ in range(300):
                    socket.writer.write(flood)
                    await socket.writer.drain()
                    await self.neighbour.call("Heartbeat", {})
            except ConnectionError:
                pass
            # It is told why, and cut when it does not listen.
            async with asyncio.timeout(PATIENCE):
                while self.server.request("GET", "/connections/DEAF").status_code != 404:
                    await self.neighbour.call("Heartbeat", {})
        await self.neighbour.call("Heartbeat", {})
