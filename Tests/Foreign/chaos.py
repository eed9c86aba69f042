"""`kill -9` at random instants while stations charge: what was acknowledged is there, and once.

CHAOS_SEED repeats a run's plan (the seed is printed), CHAOS_SESSIONS and CHAOS_KILLS change its
size."""

from __future__ import annotations

import asyncio
import os
import random
import time
import unittest
from dataclasses import dataclass, field

from server import PATIENCE, Server
from station import Gone, Station, energy
from websockets.exceptions import InvalidHandshake

STATIONS = 20
SESSIONS = int(os.environ.get("CHAOS_SESSIONS", "1000"))
KILLS = int(os.environ.get("CHAOS_KILLS", "40"))
METER_VALUES = 3
# A start, the meter values, a stop.
MESSAGES = METER_VALUES + 2


@dataclass
class Session:
    """What a station knows of one session: only what was acknowledged."""

    station: str
    start: dict
    id: int | None = None
    values: list[dict] = field(default_factory=list)
    stop: dict | None = None

    @property
    def energy(self) -> int:
        return self.stop["meterStop"] - self.start["meterStart"]


class Chaos:
    """The server, its executioner, and the stations with their ledgers."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.server = Server("--open", "--log-level", "warning").start()
        self.sessions: list[Session] = []
        self.left = SESSIONS
        self.sent = self.resent = self.kills = self.kept_unanswered = 0
        self.faults: list[str] = []
        self.is_up = asyncio.Event()
        self.is_up.set()
        # The numbers of the messages at which the server dies, and how much later: before the
        # message is read, between store and answer, while others wait for the same commit.
        total = range(MESSAGES, MESSAGES * SESSIONS - STATIONS)
        self.ends = sorted(self.random.sample(total, KILLS))
        self.delays = [self.random.choice((0, 0, 1, 2, 5, 10)) / 1000 for _ in self.ends]
        # Some starts end the same way, that many milliseconds after they began.
        self.false_starts = [
            self.random.choice((None, None, None, self.random.randint(0, 60))) for _ in self.ends
        ]
        self.dying: asyncio.Task | None = None

    async def run(self) -> None:
        await asyncio.gather(*(self.station(number) for number in range(STATIONS)))
        if self.dying:
            await self.dying

    def count(self) -> None:
        """Another message is on its way: is it the one?"""
        self.sent += 1
        if self.ends and self.sent >= self.ends[0] and self.is_up.is_set():
            self.ends.pop(0)
            self.is_up.clear()
            self.dying = asyncio.create_task(self.kill(self.delays[self.kills]))

    async def kill(self, delay: float) -> None:
        if delay:
            await asyncio.sleep(delay)
        await asyncio.to_thread(self.server.kill)
        if (milliseconds := self.false_starts[self.kills]) is not None:
            self.server.launch()
            await asyncio.sleep(milliseconds / 1000)
            await asyncio.to_thread(self.server.kill)
        await asyncio.to_thread(self.server.start)
        self.kills += 1
        await asyncio.to_thread(self.look_after)
        self.is_up.set()

    def look_after(self) -> None:
        """Before anybody is back: nothing acknowledged is missing. Counts what was kept without its
        answer having come, which is what the resending is about."""
        counts = self.server.get("/statistics")["transactions"]
        started = sum(each.id is not None for each in self.sessions)
        stopped = sum(each.stop is not None for each in self.sessions)
        starts = counts["active"] + counts["completed"] - started
        stops = counts["completed"] - stopped
        if starts < 0 or stops < 0:
            self.faults.append(f"after kill {self.kills}: {-starts} starts, {-stops} stops missing")
        self.kept_unanswered += starts + stops

    # Stations.

    async def station(self, number: int) -> None:
        station = await Station(f"CHAOS-{number:02}").connect(self.server)
        register, dice = 1000 * number, random.Random(self.random.random())
        clock = iter(range(1_000_000))
        while self.left:
            self.left -= 1
            start = {
                "connectorId": dice.randint(1, 2), "idTag": f"TAG{dice.randint(1, 9)}",
                "meterStart": register, "timestamp": time_of(next(clock)),
            }  # fmt: skip
            session = Session(station.identity, start)
            self.sessions.append(session)
            answer = await self.deliver(station, "StartTransaction", start)
            session.id = answer["transactionId"]
            for _ in range(METER_VALUES):
                register += dice.randint(0, 500)
                value = energy(time_of(next(clock)), register)
                await self.deliver(
                    station, "MeterValues",
                    {
                        "connectorId": start["connectorId"], "transactionId": session.id,
                        "meterValue": [value],
                    },
                )  # fmt: skip
                session.values.append(value)
            stop = {
                "transactionId": session.id, "meterStop": register, "reason": "Local",
                "timestamp": time_of(next(clock)), "idTag": start["idTag"],
            }  # fmt: skip
            last = dice.choice(([], [energy(time_of(next(clock)), register)]))
            await self.deliver(
                station, "StopTransaction", stop | ({"transactionData": last} if last else {})
            )
            session.values += last
            session.stop = stop
        await station.close()
        self.faults += station.check.faults

    async def deliver(self, station: Station, action: str, payload: dict) -> dict:
        """Sends a message of a transaction until it is acknowledged, as a station must."""
        self.count()
        id = f"{station.identity}-{self.sent}"
        while True:
            try:
                return await station.call(action, payload, id)
            except Gone:
                self.resent += 1
                await self.reconnect(station)

    async def reconnect(self, station: Station) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                await self.is_up.wait()
                try:
                    await station.connect(self.server)
                    return
                except (OSError, EOFError, InvalidHandshake):
                    # Dead again; what is no race with the executioner runs into the time limit.
                    await asyncio.sleep(0.01)


def time_of(tick: int) -> str:
    """Ten seconds after the one before."""
    stamp = time.gmtime(1_772_323_200 + 10 * tick)
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", stamp)


class KillNine(unittest.IsolatedAsyncioTestCase):
    async def test_what_was_acknowledged_is_in_the_store_and_nothing_twice(self):
        seed = int(os.environ.get("CHAOS_SEED", random.randrange(2**32)))
        print(f"chaos: seed {seed} (CHAOS_SEED={seed} repeats it)", flush=True)
        began = time.monotonic()
        chaos = Chaos(seed)
        self.addCleanup(chaos.server.discard)
        await chaos.run()
        seconds = time.monotonic() - began
        print(
            f"chaos: {len(chaos.sessions)} sessions of {STATIONS} stations, {chaos.kills} kills, "
            f"{chaos.resent} messages sent again, {chaos.kept_unanswered} starts and stops of "
            f"these kept before, {len(chaos.sessions) / seconds:.0f} sessions/s",
            flush=True,
        )
        self.assertEqual(SESSIONS, len(chaos.sessions))
        self.assertEqual(KILLS, chaos.kills)
        self.assertEqual([], chaos.faults)

        self.compare(chaos)
        # And once more after a clean end.
        chaos.server.restart()
        self.compare(chaos)
        self.assertEqual(0, chaos.server.terminate())

    def compare(self, chaos: Chaos) -> None:
        """The stations' ledgers against the server's."""
        found = {each["transaction_id"]: each for each in chaos.server.transactions()}
        self.assertEqual(len({each.id for each in chaos.sessions}), len(chaos.sessions))
        self.assertEqual({each.id for each in chaos.sessions}, set(found))
        for session in chaos.sessions:
            shown = found[session.id]
            expected = {
                "station_id": session.station,
                "status": "completed",
                "connector_id": session.start["connectorId"],
                "id_tag": session.start["idTag"],
                "meter_start": session.start["meterStart"],
                "start_timestamp": session.start["timestamp"],
                "meter_stop": session.stop["meterStop"],
                "stop_timestamp": session.stop["timestamp"],
                "reason": session.stop["reason"],
                "energy_wh": session.energy,
            }
            self.assertEqual(expected, {name: shown.get(name) for name in expected})
            self.assertEqual(session.values, chaos.server.meter_values(session.id))
        self.assertEqual(
            sum(each.energy for each in chaos.sessions),
            sum(each["energy_wh"] for each in found.values()),
        )
        counts = chaos.server.get("/statistics")["transactions"]
        self.assertEqual({"active": 0, "completed": SESSIONS, "unmatched": 0, "reconciled": 0}, counts)
