"""The ledger of transactions: what is said twice counts once, and no id is given twice."""

from __future__ import annotations

import unittest

from server import Server
from station import Station, energy, moment


class Ledger(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--open").start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def connect(self, identity: str) -> Station:
        station = await Station(identity).connect(self.server)
        self.addAsyncCleanup(station.close)
        return station

    async def start(self, station: Station, request: dict) -> int:
        answer = await station.call("StartTransaction", request)
        self.assertEqual("Accepted", answer["idTagInfo"]["status"])
        self.assertGreater(answer["transactionId"], 0)
        return answer["transactionId"]

    def transactions(self, station: str) -> list[dict]:
        return self.server.transactions(station=station)

    def a_start(self, **more: object) -> dict:
        return {
            "connectorId": 1, "idTag": "TAG1", "meterStart": 100, "timestamp": moment(),
        } | more  # fmt: skip

    async def test_a_start_sent_again_gets_the_same_id_also_after_reconnect_and_restart(self):
        request = self.a_start()
        station = await self.connect("AGAIN")
        id = await self.start(station, request)

        # Over the same connection, under another message id and under the same.
        self.assertEqual(id, await self.start(station, request))
        for _ in range(2):
            answer = await station.call("StartTransaction", request, id="the-same-message-id")
            self.assertEqual(id, answer["transactionId"])

        # Over a new connection.
        await station.close()
        station = await self.connect("AGAIN")
        self.assertEqual(id, await self.start(station, request))

        # After a restart of the server, clean or not.
        for restart in (self.server.restart, lambda: (self.server.kill(), self.server.start())):
            restart()
            station = await self.connect("AGAIN")
            self.assertEqual(id, await self.start(station, request))

        # Also when it is over already.
        await station.call(
            "StopTransaction", {"transactionId": id, "meterStop": 300, "timestamp": moment()}
        )
        self.assertEqual(id, await self.start(station, request))
        found = self.transactions("AGAIN")
        self.assertEqual([(id, "completed", 200)], [_key(each) for each in found])
        self.assertEqual([], station.check.faults)

    async def test_a_start_that_differs_in_anything_gets_an_id_of_its_own(self):
        station = await self.connect("DIFFER")
        request = self.a_start()
        ids = [await self.start(station, request)]
        for change in (
            {"timestamp": moment()}, {"connectorId": 2}, {"idTag": "TAG2"}, {"meterStart": 101},
        ):  # fmt: skip
            ids.append(await self.start(station, request | change))
        other = await self.connect("DIFFER-OTHER")
        ids.append(await self.start(other, request))
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(sorted(ids), ids)

    async def test_the_same_moment_in_another_zone_is_the_same_start(self):
        station = await self.connect("ZONE")
        request = self.a_start(timestamp="2026-03-01T10:00:00Z")
        id = await self.start(station, request)
        for timestamp in ("2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00.000Z"):
            self.assertEqual(id, await self.start(station, request | {"timestamp": timestamp}))

    async def test_a_stop_sent_again_is_confirmed_and_billed_once(self):
        station = await self.connect("STOPS")
        id = await self.start(station, self.a_start())
        stop = {
            "transactionId": id, "meterStop": 1100, "timestamp": moment(), "idTag": "TAG1",
            "reason": "EVDisconnected", "transactionData": [energy(moment(), 1100)],
        }  # fmt: skip
        answer = await station.call("StopTransaction", stop)
        self.assertEqual("Accepted", answer["idTagInfo"]["status"])
        before = self.server.get(f"/transactions/{id}")

        await station.call("StopTransaction", stop)
        await station.close()
        self.server.restart()
        station = await self.connect("STOPS")
        await station.call("StopTransaction", stop)
        # The first one stands, whatever a later one says.
        await station.call("StopTransaction", stop | {"meterStop": 9999})

        after = self.server.get(f"/transactions/{id}")
        flags = before["flags"] + ["stop_repeated", "stop_differs"]
        self.assertEqual(flags, after["flags"])
        told = {"flags": flags, "story": after["story"]}
        self.assertEqual(before | told, after)
        self.assertEqual(1000, before["energy_wh"])
        self.assertEqual(stop["transactionData"], self.server.meter_values(id))
        self.assertEqual(1, len(self.transactions("STOPS")))
        self.assertEqual([], station.check.faults)

    async def test_a_stop_of_an_unknown_transaction_is_confirmed_kept_once_and_not_billed(self):
        station = await self.connect("UNKNOWN")
        for number in (987_654_321, 0, -1):
            stop = {"transactionId": number, "meterStop": 50, "timestamp": moment()}
            for _ in range(3):
                self.assertEqual({}, await station.call("StopTransaction", stop))
        found = self.transactions("UNKNOWN")
        self.assertEqual(
            [("unmatched", -1), ("unmatched", 0), ("unmatched", 987_654_321)],
            sorted((each["status"], each["reported_transaction_id"]) for each in found),
        )
        self.assertEqual([None] * 3, [each.get("energy_wh") for each in found])

    async def test_nobody_stops_the_transaction_of_another_station(self):
        owner, other = await self.connect("OWNER"), await self.connect("THIEF")
        id = await self.start(owner, self.a_start())
        stop = {"transactionId": id, "meterStop": 200, "timestamp": moment()}
        self.assertEqual({}, await other.call("StopTransaction", stop))
        self.assertEqual("active", self.server.get(f"/transactions/{id}")["status"])
        await owner.call("StopTransaction", stop)
        self.assertEqual(100, self.server.get(f"/transactions/{id}")["energy_wh"])

    async def test_meter_values_sent_again_are_kept_once(self):
        station = await self.connect("METER")
        id = await self.start(station, self.a_start())
        values = [energy(moment(), wh) for wh in (110, 120)]
        for value in values + values:
            await station.call(
                "MeterValues", {"connectorId": 1, "transactionId": id, "meterValue": [value]}
            )
        self.assertEqual(values, self.server.meter_values(id))

    async def test_a_register_that_ran_backwards_is_not_billed(self):
        station = await self.connect("BACKWARDS")
        id = await self.start(station, self.a_start(meterStart=500))
        await station.call(
            "StopTransaction", {"transactionId": id, "meterStop": 400, "timestamp": moment()}
        )
        found = self.server.get(f"/transactions/{id}")
        self.assertEqual(("completed", True), (found["status"], found["meter_decreased"]))
        self.assertIsNone(found.get("energy_wh"))

    async def test_ids_are_never_given_twice_across_restarts(self):
        given = [each["transaction_id"] for each in self.server.transactions()]
        for restart in (self.server.restart, lambda: (self.server.kill(), self.server.start())):
            station = await self.connect("RESTARTS")
            ids = [await self.start(station, self.a_start()) for _ in range(3)]
            # Also an unmatched stop takes a number, and the number of a started one stays.
            await station.call(
                "StopTransaction", {"transactionId": -7, "meterStop": 1, "timestamp": moment()}
            )
            self.assertFalse(set(ids) & set(given))
            given += ids
            await station.close()
            restart()
        station = await self.connect("RESTARTS")
        last = await self.start(station, self.a_start())
        self.assertGreater(last, max(given))


def _key(transaction: dict) -> tuple:
    return transaction["transaction_id"], transaction["status"], transaction["energy_wh"]
