"""What is on record, as the HTTP interface shows and changes it."""

from __future__ import annotations

import asyncio
import re
import unittest

import websockets
from server import PASSWORD, PATIENCE, Server
from station import Station, moment, open_socket


class Records(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server().start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    def pages(self, path: str, name: str, limit: int) -> list[list[dict]]:
        found, cursor, joint = [], "", "&" if "?" in path else "?"
        while cursor is not None:
            page = self.server.get(f"{path}{joint}limit={limit}{cursor}")
            found.append(page[name])
            next_cursor = page.get("next_cursor")
            cursor = next_cursor and f"&cursor={next_cursor}"
            self.assertLess(len(found), 50)
        return found

    async def station(self, identity: str) -> Station:
        self.server.add_station(identity)
        station = await Station(identity).connect(self.server, PASSWORD)
        self.addAsyncCleanup(station.close)
        return station

    async def start(self, station: Station, tag: str, **more: object) -> int:
        request = {"connectorId": 1, "idTag": tag, "meterStart": 0, "timestamp": moment()}
        return (await station.call("StartTransaction", request | more))["transactionId"]

    async def test_transactions_come_newest_first_in_pages_and_by_filter(self):
        station = await self.station("PAGES")
        # Three of them at the same moment, so that a page ends between equals.
        times = [f"2026-04-0{1 + day}T00:00:00Z" for day in (0, 1, 2, 2, 2, 3, 4)]
        ids = [
            await self.start(station, f"TAG{number % 2}", timestamp=time, meterStart=number)
            for number, time in enumerate(times)
        ]
        await station.call(
            "StopTransaction",
            {"transactionId": ids[0], "meterStop": 9, "timestamp": "2026-04-01T01:00:00Z"},
        )
        path = "/transactions?station=PAGES"
        for limit in (1, 2, 3, 7, 1000):
            pages = self.pages(path, "transactions", limit)
            found = [each["transaction_id"] for page in pages for each in page]
            self.assertEqual(ids[::-1], found)
            self.assertTrue(all(len(page) <= limit for page in pages))

        def by(query: str) -> list[int]:
            found = self.server.get(f"{path}&{query}")["transactions"]
            return sorted(each["transaction_id"] for each in found)

        self.assertEqual(ids[:1], by("status=completed"))
        # Each start proves that the one before on its connector is over.
        self.assertEqual(ids[-1:], by("status=active"))
        self.assertEqual(ids[1:-1], by("status=reconciled"))
        self.assertEqual(ids[:-1], by("flag=zombie"))
        self.assertEqual(ids[:1], by("flag=late_stop"))
        self.assertEqual(ids[0::2], by("token=TAG0"))
        self.assertEqual(ids[1:5], by("from=2026-04-02T00:00:00Z&to=2026-04-03T12:00:00Z"))
        self.assertEqual(ids[1:5], by("from=2026-04-02T02:00:00%2B02:00&to=2026-04-03T12:00:00Z"))
        self.assertEqual([], by("token=NOBODY"))

    async def test_meter_values_come_in_the_order_of_arrival_and_in_pages(self):
        station = await self.station("METERED")
        id = await self.start(station, "TAG")
        values = [
            {"timestamp": moment(), "sampledValue": [{"value": str(number)}]}
            for number in range(25)
        ]
        await station.call(
            "MeterValues", {"connectorId": 1, "transactionId": id, "meterValue": values}
        )
        for skip, limit in ((0, 100), (0, 10), (20, 10), (25, 1), (1000, 1)):
            page = self.server.get(f"/transactions/{id}/meter-values?skip={skip}&limit={limit}")
            self.assertEqual(25, page["count"])
            self.assertEqual(values[skip : skip + limit], page["meter_values"])

    def test_stations_and_tokens_come_in_pages(self):
        for number in range(7):
            self.server.add_station(f"LIST-{number}")
            self.server.add_token(f"LIST-{number}")
        for path, name, key in [
            ("/charge-points", "charge_points", "charge_point_id"), ("/tokens", "tokens", "id_tag"),
        ]:  # fmt: skip
            whole = [each[key] for each in self.server.get(f"{path}?limit=1000")[name]]
            for limit in (1, 3, 7):
                pages = self.pages(path, name, limit)
                self.assertEqual(whole, [each[key] for page in pages for each in page])
            self.assertEqual([f"LIST-{n}" for n in range(7)], [w for w in whole if "LIST-" in w])

    async def refused(self, identity: str, password: str) -> int:
        with self.assertRaises(websockets.InvalidStatus) as caught:
            await open_socket(self.server, f"/ocpp/{identity}", user=identity, password=password)
        return caught.exception.response.status_code

    async def test_a_changed_password_holds_from_now_on_and_ends_the_connection(self):
        station = await self.station("SECRET")
        other = PASSWORD[::-1]
        answer = self.server.request("PATCH", "/charge-points/SECRET", json={"password": other})
        self.assertEqual(200, answer.status_code)
        self.assertNotIn(other, answer.text)
        await asyncio.wait_for(station.socket.wait_closed(), PATIENCE)
        self.assertEqual(401, await self.refused("SECRET", PASSWORD))
        await Station("SECRET").connect(self.server, other)
        # What is not mentioned stays.
        self.server.request("PATCH", "/charge-points/SECRET", json={"name": "Yard"})
        self.server.restart()
        self.assertEqual("Yard", self.server.get("/charge-points/SECRET")["name"])
        self.assertEqual(401, await self.refused("SECRET", PASSWORD))
        again = await Station("SECRET").connect(self.server, other)
        await again.close()

    async def test_a_deleted_station_is_gone_and_one_with_transactions_only_on_demand(self):
        station = await self.station("GOING")
        id = await self.start(station, "TAG")
        answer = self.server.request("DELETE", "/charge-points/GOING")
        self.assertEqual(409, answer.status_code)
        await station.call("Heartbeat", {})
        answer = self.server.request("DELETE", "/charge-points/GOING?cascade=true")
        self.assertEqual(204, answer.status_code)
        await asyncio.wait_for(station.socket.wait_closed(), PATIENCE)
        self.assertEqual(404, await self.refused("GOING", PASSWORD))
        for path in ("/charge-points/GOING", f"/transactions/{id}"):
            self.assertEqual(404, self.server.request("GET", path).status_code)
        # One with the same name is a new one, and its transactions have new ids.
        again = await self.station("GOING")
        self.assertGreater(await self.start(again, "TAG"), id)

    async def test_tokens_are_changed_and_removed_while_stations_are_connected(self):
        station = await self.station("JUDGE")

        async def verdict() -> str:
            answer = await station.call("Authorize", {"idTag": "changing"})
            return answer["idTagInfo"]["status"]

        self.assertEqual("Invalid", await verdict())
        for status in ("Accepted", "Blocked", "Expired"):
            self.server.add_token("CHANGING", status=status)
            self.assertEqual(status, await verdict())
        self.assertEqual(204, self.server.request("DELETE", "/tokens/CHANGING").status_code)
        self.assertEqual("Invalid", await verdict())
        self.assertEqual([], station.check.faults)

    async def test_metrics_are_in_the_format_of_prometheus(self):
        station = await self.station("COUNTED")
        await station.call("Heartbeat", {})
        answer = self.server.request("GET", "/metrics")
        self.assertIn("text/plain; version=0.0.4", answer.headers["Content-Type"])
        name, label = r"[a-z_]+", r'[a-z_]+="[^"]*"'
        sample = rf"{name}(\{{{label}(,{label})*\}})? [0-9.e+-]+|# (HELP|TYPE) {name} .+"
        for line in answer.text.splitlines():
            self.assertRegex(line, f"^({sample})$")
        self.assertRegex(
            answer.text,
            r'ocpp_messages_total\{action="Heartbeat",direction="from_station"\} [1-9]',
        )
        families = re.findall(r"# TYPE (\S+)", answer.text)
        self.assertEqual(len(families), len(set(families)))
