"""A disk that takes no more: what would be promised is refused, what was promised stays, and all goes on
by itself when there is room again."""

from __future__ import annotations

import asyncio
import resource
import unittest

from server import PATIENCE, Server
from station import Station, moment


class FullDisk(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.server = Server("--open", "--frames-days", "0").start()
        self.addCleanup(self.server.discard)

    def let_files_grow(self, to: int | None = None) -> None:
        """Writes beyond so many bytes of a file fail, as on a full disk; without a number none does."""
        pid = self.server.process.pid
        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard if to is None else to, hard))

    def store(self) -> tuple[int, dict]:
        """The status of /health, and what it says of the store."""
        health = self.server.request("GET", "/health")
        (store,) = (part for part in health.json()["services"] if part["name"] == "store")
        return health.status_code, store

    async def start_transaction(self, station: Station) -> list:
        start = {"connectorId": 1, "idTag": "T", "meterStart": 0, "timestamp": moment()}
        return await station.exchange("StartTransaction", start)

    async def test_nothing_is_promised_and_everything_goes_on_when_there_is_room(self):
        async with Station("FULL") as station:
            await station.connect(self.server)
            boot = {"chargePointVendor": "V", "chargePointModel": "M"}
            self.assertEqual("Accepted", (await station.call("BootNotification", boot))["status"])
            before = (await self.start_transaction(station))[2]["transactionId"]
            self.assertEqual((200, "ready"), (self.store()[0], self.store()[1]["status"]))

            # Less than one page with what stands before it.
            self.let_files_grow(4096)
            for _ in range(20):
                refused = await self.start_transaction(station)
                self.assertEqual([4, "InternalError"], [refused[0], refused[2]])
            status, store = self.store()
            self.assertEqual((503, "not_ready"), (status, store["status"]))
            self.assertIn("cannot write: the disk", store["detail"])
            self.assertEqual([before], [row["id"] for row in self.server.transactions()])
            # What needs no disk goes on.
            self.assertIn("currentTime", await station.call("Heartbeat", {}))
            self.assertEqual(1, self.server.log.count("error store: "), self.server.log)

            self.let_files_grow()
            async with asyncio.timeout(PATIENCE):
                # Each look tries again, for nobody sends anything to a server that is not ready.
                while (await asyncio.to_thread(self.store))[0] != 200:
                    pass
            after = (await self.start_transaction(station))[2]["transactionId"]
            self.assertEqual([after, before], [row["id"] for row in self.server.transactions()])
        self.server.kill()
        self.server.start()
        self.assertEqual([after, before], [row["id"] for row in self.server.transactions()])
