"""`ocpp station`, plugged, swiped and cut off over its control API, against the PyPI package `ocpp` as
central system. Every message is checked against the official schemas."""

from __future__ import annotations

import asyncio
import itertools
import unittest
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone

from central_system import CentralSystem
from driven_station import DrivenStation
from ocpp.v16 import call, call_result
from server import run


def is_registered(state: dict) -> bool:
    return state["link"] == "registered"


def has_status(status: str, number: int = 1):
    return lambda state: state["connectors"][number - 1]["status"] == status


def owes_nothing(state: dict) -> bool:
    return is_registered(state) and state["queue_length"] == 0


def in_minutes(minutes: float) -> str:
    return (datetime.now(timezone.utc) + timedelta(minutes=minutes)).isoformat()


class Driven(unittest.IsolatedAsyncioTestCase):
    """Helpers; the tests are in the classes that follow and in driven_files.py, driven_security.py."""

    @asynccontextmanager
    async def bench(self, *options: str, config: dict | None = None, **behaviour):
        """A central system and a station that is registered with it."""
        behaviour = {"interval": 300} | behaviour
        async with CentralSystem(**behaviour) as system, DrivenStation(*options) as station:
            await self.start(system, station, config=config or {})
            yield system, station
        self.assertEqual([], system.faults)

    async def start(self, system: CentralSystem, station: DrivenStation, **more) -> None:
        url = f"ws://127.0.0.1:{system.port}/ocpp"
        await station("start", url=url, id="CP 1", version="1.6", **more)
        await station.until(is_registered)

    async def begin(self, station: DrivenStation, token: str = "TAG1", number: int = 1) -> None:
        await station("plugin", evse=number)
        await station("swipe", token=token, evses=[number])
        await station.until(has_status("Charging", number))

    def check_numbers(self, system: CentralSystem) -> None:
        """Each message has an id of its own, and one that comes again is the same."""
        known: dict[str, list] = {}
        for frame in system.frames:
            if frame[0] == 2:
                self.assertEqual(known.setdefault(frame[1], frame), frame)


class Sessions(Driven):
    async def test_a_whole_session(self):
        config = {"MeterValueSampleInterval": 60}
        async with self.bench("--virtual-clock", config=config) as (system, station):
            await self.begin(station)
            await station("advance", seconds=605)
            await station("suspendev", evse=1)
            await station.until(has_status("SuspendedEV"))
            self.assertEqual(0, (await station.connector())["power_w"])
            await station("resume", evse=1)
            await station.until(has_status("Charging"))
            await station("swipe", token="TAG1")
            await station.until(has_status("Finishing"))
            await station("plugout", evse=1)
            await station.until(has_status("Available"))
            await station.until(owes_nothing)
        statuses = system.statuses()
        wanted = [
            "Available", "Preparing", "Charging", "SuspendedEV", "Charging", "Finishing",
            "Available",
        ]  # fmt: skip
        self.assertEqual(wanted, statuses)
        actions = system.actions()
        self.assertEqual(
            ["BootNotification", "Authorize", "StartTransaction"] + 10 * ["MeterValues"]
            + ["StopTransaction"], actions,
        )  # fmt: skip
        stop = system.sent("StopTransaction")[0][3]
        # A bit more than ten minutes at 16 A on three phases.
        self.assertAlmostEqual(1855, stop["meterStop"] - 12000, delta=30)
        self.assertEqual(("Local", "TAG1"), (stop.get("reason", "Local"), stop["idTag"]))

    async def test_what_happened_offline_comes_in_order_and_once_after_a_power_cut_too(self):
        config = {"MeterValueSampleInterval": 60, "AllowOfflineTxForUnknownId": True}
        numbers = itertools.count(100)
        start = lambda: call_result.StartTransaction(  # noqa: E731
            transaction_id=next(numbers), id_tag_info={"status": "Accepted"}
        )
        async with self.bench("--virtual-clock", config=config, start=start) as (system, station):
            await station("offline")
            await station.until(lambda state: state["link"] == "offline")
            await self.begin(station, "AWAY1")
            await station("advance", seconds=185)
            await station("stopcharging", evse=1)
            await station("plugout", evse=1)
            await self.begin(station, "AWAY2")
            await station("advance", seconds=65)
            # One start, three values, one stop; one start, one value.
            await station.until(lambda state: state["queue_length"] == 7)
            await station("powercycle")
            await station.until(lambda state: state["queue_length"] == 8)
            self.assertEqual(["BootNotification"], system.actions())
            await station("online")
            await station.until(owes_nothing)
        self.check_numbers(system)
        queued = [each for each in system.actions() if each != "BootNotification"]
        self.assertEqual(
            ["StartTransaction"] + 3 * ["MeterValues"]
            + ["StopTransaction", "StartTransaction", "MeterValues", "StopTransaction"], queued,
        )  # fmt: skip
        first, second = (frame[3] for frame in system.sent("StopTransaction"))
        self.assertEqual((100, 101), (first["transactionId"], second["transactionId"]))
        self.assertEqual("PowerLoss", second["reason"])
        values = [frame[3]["transactionId"] for frame in system.sent("MeterValues")]
        self.assertEqual([100, 100, 100, 101], values)
        starts = [frame[3]["timestamp"] for frame in system.sent("StartTransaction")]
        self.assertEqual(sorted(starts), starts)

    async def test_a_soft_reset_ends_the_transaction_and_restarts_the_station(self):
        async with self.bench() as (system, station):
            await self.begin(station)
            answer = await system.call(call.Reset(type="Soft"))
            self.assertEqual("Accepted", answer.status)
            await station.until(lambda _: len(system.sent("BootNotification")) == 2)
            await station.until(owes_nothing)
        self.assertEqual("SoftReset", system.sent("StopTransaction")[0][3]["reason"])
        actions = system.actions()
        # The end is delivered before the restart.
        self.assertEqual(["StopTransaction", "BootNotification"], actions[-2:])
        self.assertEqual(1, actions.count("StopTransaction"))
        self.assertIn("restarting: soft reset", station.output)

    async def test_a_hard_reset_restarts_at_once_and_the_end_follows(self):
        async with self.bench() as (system, station):
            await self.begin(station)
            # Else the start itself would come after the restart.
            await station.until(owes_nothing)
            answer = await system.call(call.Reset(type="Hard"))
            self.assertEqual("Accepted", answer.status)
            await station.until(lambda _: len(system.sent("StopTransaction")) == 1)
            await station.until(owes_nothing)
        self.assertEqual("HardReset", system.sent("StopTransaction")[0][3]["reason"])
        self.assertEqual(["BootNotification", "StopTransaction"], system.actions()[-2:])

    async def test_unlocking_ends_the_transaction_first(self):
        async with self.bench() as (system, station):
            await self.begin(station)
            self.assertTrue((await station.connector())["is_locked"])
            answer = await system.call(call.UnlockConnector(connector_id=1))
            self.assertEqual("Unlocked", answer.status)
            self.assertFalse((await station.connector())["is_locked"])
            await station.until(owes_nothing)
            await station("fault", evse=2, error="ConnectorLockFailure")
            answer = await system.call(call.UnlockConnector(connector_id=2))
            self.assertEqual("UnlockFailed", answer.status)
            answer = await system.call(call.UnlockConnector(connector_id=9))
            self.assertEqual("NotSupported", answer.status)
        self.assertEqual("UnlockCommand", system.sent("StopTransaction")[0][3]["reason"])
        self.assertEqual("Finishing", system.statuses()[-1])


class Permissions(Driven):
    async def test_the_local_list_decides_offline(self):
        async with self.bench() as (system, station):
            entries = [
                {"idTag": "LISTED", "idTagInfo": {"status": "Accepted"}},
                {"idTag": "BANNED", "idTagInfo": {"status": "Blocked"}},
            ]
            answer = await system.call(call.SendLocalList(7, "Full", entries))
            self.assertEqual("Accepted", answer.status)
            answer = await system.call(call.GetLocalListVersion())
            self.assertEqual(7, answer.list_version)
            answer = await system.call(call.SendLocalList(7, "Differential", entries))
            self.assertEqual("VersionMismatch", answer.status)
            await station("powercycle")
            await station.until(is_registered)
            self.assertEqual(7, (await station.state())["local_list_version"])
            await station("offline")
            await station.until(lambda state: state["link"] == "offline")
            await station("plugin", evse=1)
            for token in ("BANNED", "UNKNOWN"):
                await station("swipe", token=token, evses=[1])
                self.assertEqual("Card refused.", (await station.connector())["prompt"])
            await station("swipe", token="LISTED", evses=[1])
            await station.until(has_status("Charging"))
            await station("online")
            await station.until(owes_nothing)
        self.assertEqual("LISTED", system.sent("StartTransaction")[0][3]["idTag"])
        self.assertEqual([], system.sent("Authorize"))

    async def test_a_reservation_is_kept_for_its_holder(self):
        async with self.bench() as (system, station):
            reservation = call.ReserveNow(1, in_minutes(5), "HOLDER", 42)
            answer = await system.call(reservation)
            self.assertEqual("Accepted", answer.status)
            await station.until(has_status("Reserved"))
            self.assertEqual(42, (await station.connector())["reservation_id"])
            await station("plugin", evse=1)
            await station("swipe", token="OTHER", evses=[1])
            await station.until(
                lambda state: state["connectors"][0]["prompt"] == "Reserved for somebody else."
            )
            await station("swipe", token="HOLDER", evses=[1])
            await station.until(has_status("Charging"))
            await station.until(owes_nothing)
            answer = await system.call(call.CancelReservation(reservation_id=42))
            self.assertEqual("Rejected", answer.status)
            answer = await system.call(call.ReserveNow(2, in_minutes(5), "HOLDER", 43))
            self.assertEqual("Accepted", answer.status)
            answer = await system.call(call.CancelReservation(reservation_id=43))
            self.assertEqual("Accepted", answer.status)
            await station.until(has_status("Available", 2))
        start = system.sent("StartTransaction")[0][3]
        self.assertEqual((42, "HOLDER"), (start["reservationId"], start["idTag"]))

    async def test_a_token_refused_by_starttransaction_ends_the_session(self):
        refusal = lambda: call_result.StartTransaction(  # noqa: E731
            transaction_id=5, id_tag_info={"status": "Blocked"}
        )
        async with self.bench(start=refusal) as (system, station):
            await station("plugin", evse=1)
            await station("swipe", token="TAG1", evses=[1])
            await station.until(lambda _: len(system.sent("StopTransaction")) == 1)
            await station.until(owes_nothing)
        self.assertEqual("DeAuthorized", system.sent("StopTransaction")[0][3]["reason"])


class SmartCharging(Driven):
    def profile(self, id: int, purpose: str, limit: float, **more) -> dict:
        return {
            "chargingProfileId": id, "stackLevel": 0, "chargingProfilePurpose": purpose,
            "chargingProfileKind": "Relative",
            "chargingSchedule": {
                "chargingRateUnit": "A",
                "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}],
            },
        } | more  # fmt: skip

    async def test_the_vehicle_follows_the_profiles(self):
        async with self.bench("--virtual-clock") as (system, station):
            await self.begin(station)
            await station("advance", seconds=30)
            self.assertEqual(11040, (await station.connector())["power_w"])
            default = self.profile(1, "TxDefaultProfile", 10.0)
            answer = await system.call(call.SetChargingProfile(0, default))
            self.assertEqual("Accepted", answer.status)
            await station("advance", seconds=5)
            connector = await station.connector()
            self.assertEqual((10, 6900), (connector["limit"]["amperes"], connector["power_w"]))
            self.assertIn("profile 1", connector["limit"]["reason"])
            # A profile of this transaction is more specific, and less than six amperes is nothing.
            own = self.profile(2, "TxProfile", 0.0, transactionId=4711)
            answer = await system.call(call.SetChargingProfile(1, own))
            self.assertEqual("Accepted", answer.status)
            await station.until(has_status("SuspendedEVSE"))
            self.assertEqual(0, (await station.connector())["power_w"])
            answer = await system.call(call.ClearChargingProfile(id=2))
            self.assertEqual("Accepted", answer.status)
            await station.until(has_status("Charging"))
            # Over the whole day the transaction's default holds.
            composite = await system.call(call.GetCompositeSchedule(1, 3600, "W"))
            self.assertEqual("Accepted", composite.status)
            periods = composite.charging_schedule["charging_schedule_period"]
            self.assertEqual(6900, float(periods[0]["limit"]))
            stranger = self.profile(3, "TxProfile", 6.0, transactionId=99)
            answer = await system.call(call.SetChargingProfile(1, stranger))
            self.assertEqual("Rejected", answer.status)
            # A default profile survives the power cut.
            await station("powercycle")
            await station.until(owes_nothing)
            await station("plugout", evse=1)
            await self.begin(station, "TAG2")
            self.assertEqual(10, (await station.connector())["limit"]["amperes"])


class ControlAPI(Driven):
    async def test_what_cannot_happen_is_answered_with_a_reason(self):
        async with DrivenStation() as station:
            self.assertEqual("The station is off.", await station.refusal("stop"))
            self.assertIn("missing", await station.refusal("start", id="CP 1", version="1.6"))
            url = "ws://127.0.0.1:1/ocpp"
            refused = await station.refusal("start", url=url, id="CP 1", version="2.0.1")
            self.assertEqual('This station speaks OCPP 1.6 only, not "2.0.1".', refused)
            refused = await station.refusal(
                "start", url=url, id="CP 1", version="1.6", config={"Bogus": 1}
            )
            self.assertIn('"Bogus"', refused)
            await station("start", url=url, id="CP 1", version="1.6")
            self.assertIn("already", await station.refusal("start", url=url, id="x", version="1.6"))
            for verb, body, reason in [
                ("plugin", {"evse": 3}, "There is no connector 3; they are 1 to 2."),
                ("plugin", {}, '"evse" is missing.'), ("plugin", {"evse": "1"}, "whole number"),
                ("plugin", {"evse": 1, "bay": 1}, 'no member "bay"'),
                ("plugout", {"evse": 1}, "Nothing is plugged in at connector 1."),
                ("swipe", {"token": "x" * 21}, "1 to 20"), ("stopcharging", {"evse": 1}, "No tran"),
                ("stopcharging", {"evse": 1, "reason": "Bored"}, "EmergencyStop, EVDisconnected"),
                ("fault", {"evse": 1, "error": "Tired"}, "GroundFailure"),
                ("config", {"key": "NumberOfConnectors", "value": "many"}, "does not take"),
                ("authcache", {"token": "T", "status": "Good"}, "Accepted"),
                ("advance", {"seconds": 5}, "--virtual-clock"),
            ]:  # fmt: skip
                with self.subTest(verb, body=body):
                    self.assertIn(reason, await station.refusal(verb, **body))
            self.assertEqual(404, (await station.ask("POST", "dance")).status_code)
            self.assertEqual(405, (await station.ask("GET", "plugin")).status_code)
            self.assertEqual(400, (await station.ask("POST", "plugin", data="{")).status_code)

    async def test_web_pages_and_other_machines_are_kept_out(self):
        async with DrivenStation() as station:
            for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
                answer = await station.ask("GET", "state", headers=headers)
                self.assertEqual(403, answer.status_code)
        for place in ("0.0.0.0:0", "192.0.2.1:9000", "127.0.0.1"):
            outcome = run("station", "--control", place)
            self.assertEqual(2, outcome.returncode, outcome.stderr)

    async def test_seeds_faults_and_the_state_are_seen(self):
        async with self.bench() as (system, station):
            await station("authcache", token="CACHED", status="Accepted")
            await station("locallist", token="LISTED", status="Accepted")
            await station("config", key="LocalPreAuthorize", value=True)
            await station("fault", evse=1, error="GroundFailure")
            await station.until(has_status("Faulted"))
            # A fault outlasts the power, and so do cache and list.
            await station("powercycle")
            await station.until(is_registered)
            self.assertEqual("GroundFailure", (await station.connector())["error"])
            await station("clearfault", evse=1, error="GroundFailure")
            await station.until(has_status("Available"))
            for token, reason in (("CACHED", "EmergencyStop"), ("LISTED", "Other")):
                await self.begin(station, token)
                await station("stopcharging", evse=1, reason=reason)
                await station("plugout", evse=1)
                await station.until(owes_nothing)
            configuration = (await station.state())["configuration"]
            self.assertEqual("true", configuration["LocalPreAuthorize"])
            self.assertNotIn("AuthorizationKey", configuration)
            await station("stop")
            state = await station.state()
            self.assertEqual((False, "off"), (state["is_powered"], state["link"]))
            # Another start is another station, unless it is to keep what it has.
            await self.start(system, station, keep=True)
            self.assertEqual(1, (await station.state())["local_list_version"])
            await station("stop")
            await self.start(system, station)
            self.assertEqual(0, (await station.state())["local_list_version"])
        self.assertEqual([], system.sent("Authorize"))
        reasons = [frame[3]["reason"] for frame in system.sent("StopTransaction")]
        self.assertEqual(["EmergencyStop", "Other"], reasons)

    async def test_stop_is_pulling_the_plug(self):
        async with self.bench() as (system, station):
            await self.begin(station)
            await station.until(owes_nothing)
            await station("stop")
            self.assertFalse((await station.connector())["is_contactor_closed"])
            await asyncio.wait_for(system.connections[-1].wire.socket.wait_closed(), 5)
            self.assertEqual(1006, system.connections[-1].wire.socket.close_code)
        self.assertEqual([], system.sent("StopTransaction"))
