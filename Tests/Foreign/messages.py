"""Every message of OCPP 1.6 and its security extension, both ways, over real sockets; and for every
message a station may send, mutants of its official schema: the right error, and no state changed."""

from __future__ import annotations

import json
import unittest
from decimal import Decimal

# frames.py makes the folder of the schemas known.
from calls import CALLS
from frames import _validators  # isort: split
import instances
from instances import GOOD_TIME, OTHER_VALUES
from ocpp.v16.enums import Action
from official import payloads
from server import Server
from station import Station

REQUESTS = {each.action: each for each in payloads("1.6") if each.side == "req"}
FROM_STATIONS = {
    "Authorize", "BootNotification", "DataTransfer", "DiagnosticsStatusNotification",
    "FirmwareStatusNotification", "Heartbeat", "LogStatusNotification", "MeterValues",
    "SecurityEventNotification", "SignCertificate", "SignedFirmwareStatusNotification",
    "StartTransaction", "StatusNotification", "StopTransaction",
}  # fmt: skip
# By the keyword of the schema that is broken.
CODES = {
    "required": "OccurenceConstraintViolation", "minItems": "OccurenceConstraintViolation",
    "type": "TypeConstraintViolation", "enum": "PropertyConstraintViolation",
    "maxLength": "PropertyConstraintViolation", "format": "PropertyConstraintViolation",
}  # fmt: skip


def is_near(value: object, schema: dict) -> bool:
    """Whether a value is what the schema asks for, written otherwise."""
    if schema.get("type") == "string":
        return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return schema.get("type") in ("integer", "number") and isinstance(value, str)


def mutants(action: str) -> list[tuple[object, str]]:
    """Payloads with one thing wrong, and the error code that this must lead to. Nothing that a
    tolerant reader may let pass: null, what is empty, unknown members, other spellings of words,
    numbers and texts in each other's place, texts for people that are too long."""
    request = REQUESTS[action]
    validator = _validators[action]
    base = instances.maximal(request.schema, request.schema)
    found: dict[str, tuple[object, str]] = {}

    def add(payload: object) -> None:
        errors = list(validator.iter_errors(payload))
        if len(errors) == 1 and errors[0].validator in CODES:
            code = CODES[errors[0].validator]
            found.setdefault(json.dumps(payload, default=float), (payload, code))

    for path, schema, value, _ in instances.places(base, request.schema, request.schema):
        for other in OTHER_VALUES:
            if other not in (None, "", []) and path and not is_near(other, schema):
                add(instances.replaced(base, path, other))
        if "enum" in schema:
            add(instances.replaced(base, path, "NoSuchWord"))
        elif schema.get("format") == "date-time":
            for time in ("yesterday", "2023-02-29T00:00:00Z", GOOD_TIME + "x"):
                add(instances.replaced(base, path, time))
        elif path and path[-1] == "idTag":
            add(instances.replaced(base, path, "m" * (schema["maxLength"] + 1)))
        if isinstance(value, dict):
            for name in schema.get("required", []):
                less = {key: each for key, each in value.items() if key != name}
                add(instances.replaced(base, path, less))
    return list(found.values())


class Messages(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open", "--log-level", "warning").start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def connect(self, identity: str) -> Station:
        station = await Station(identity).connect(self.server)
        self.addAsyncCleanup(station.close)
        return station

    def test_the_lists_of_this_test_have_every_message_of_the_package(self):
        every = {str(action.value) for action in Action}
        self.assertEqual(39, len(every))
        self.assertEqual(every, set(CALLS) | FROM_STATIONS)
        self.assertEqual(every, set(REQUESTS))
        self.assertEqual({"DataTransfer"}, set(CALLS) & FROM_STATIONS)

    async def test_every_message_of_a_station_is_answered_at_its_smallest_and_its_largest(self):
        station = await self.connect("EVERY")
        for action in sorted(FROM_STATIONS):
            schema = REQUESTS[action].schema
            for build in (instances.minimal, instances.maximal):
                payload = build(schema, schema)
                with self.subTest(f"{action} {build.__name__}"):
                    text = json.dumps(payload, default=float)
                    answer = await station.exchange(action, json.loads(text))
                    self.assertEqual(3, answer[0], answer)
                    if action == "SignCertificate":
                        # What the schema allows is no certificate signing request yet.
                        self.assertEqual({"status": "Rejected"}, answer[2])
        # Every answer is one of the official schema.
        self.assertEqual([], station.check.faults)

    async def test_a_message_in_the_wrong_direction_is_not_supported(self):
        station = await self.connect("WRONG-WAY")
        for action in sorted(set(CALLS) - FROM_STATIONS):
            answer = await station.exchange(action, CALLS[action][0])
            self.assertEqual([4, "NotSupported"], [answer[0], answer[2]], action)
        answer = await station.exchange("NoSuchAction", {})
        self.assertEqual([4, "NotImplemented"], [answer[0], answer[2]])
        self.assertEqual([], station.check.faults)

    def state(self) -> str:
        """Everything a mutant must leave as it is."""
        statistics = self.server.get("/statistics")
        shown = self.server.get("/charge-points/MUTANT")
        kept = {name: value for name, value in shown.items() if name != "last_seen"}
        state = {
            "transactions": self.server.transactions(),
            "station": kept,
            "counts": statistics["transactions"],
            "failed": statistics["facts_failed"],
            "tokens": self.server.get("/tokens"),
            "meter": self.server.meter_values(self.transaction),
        }
        return json.dumps(state, default=str, sort_keys=True)

    async def test_mutants_of_every_message_have_the_right_error_and_change_nothing(self):
        station = await self.connect("MUTANT")
        await station.call("BootNotification", {"chargePointVendor": "V", "chargePointModel": "M"})
        await station.call(
            "StatusNotification", {"connectorId": 1, "errorCode": "NoError", "status": "Charging"}
        )
        start = {"connectorId": 1, "idTag": "A", "meterStart": 0, "timestamp": GOOD_TIME}
        self.transaction = (await station.call("StartTransaction", start))["transactionId"]
        before, total = self.state(), 0
        for action in sorted(FROM_STATIONS):
            tried = mutants(action)
            self.assertTrue(tried or action == "Heartbeat", action)
            total += len(tried)
            # A connection of its own: who is refused too often is cut.
            station = await self.connect("MUTANT")
            for payload, code in tried:
                text = json.dumps(payload, default=float)
                answer = await station.exchange(action, json.loads(text))
                self.assertEqual([4, code], [answer[0], answer[2]], f"{action} {text[:300]}")
            self.assertEqual([], station.check.faults)
            self.assertEqual(before, self.state(), action)
        print(f"{total} mutants of {len(FROM_STATIONS)} messages were refused", flush=True)
        self.assertGreater(total, 300)
