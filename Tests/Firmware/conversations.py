"""What the emulated chip and the PyPI package `ocpp` say to each other: the sessions of
Tests/Foreign/driven.py, without a virtual clock. Every frame is checked against the official schemas."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone

from chip import SESSION_PEAKS, CentralSystem, Chip
from ocpp.v16 import call, call_result


@asynccontextmanager
async def bench(haste: int = 1, **behaviour):
    """A central system and a chip that is registered with it; afterwards no frame had a fault, and no
    message came a second time as another."""
    async with CentralSystem(**{"interval": 300} | behaviour) as system:
        async with Chip(system, haste) as chip:
            await chip.power_on()
            await chip.until(lambda: "Available" in system.statuses(connector=2), "registration")
            yield system, chip
            await chip.remember_peaks()
    assert system.faults == [], system.faults
    assert set(system.paths) == {"/ocpp/CHIP-1"}, system.paths
    known: dict[str, list] = {}
    for frame in system.frames:
        if frame[0] == 2:
            assert known.setdefault(frame[1], frame) == frame, frame


# What the chip shows (`Prompt`), as its log numbers it.
REFUSED, RESERVED = "prompt 4", "prompt 7"


def has_status(system: CentralSystem, status: str, number: int = 1):
    return lambda: system.statuses(connector=number)[-1:] == [status]


async def begin(system: CentralSystem, chip: Chip, token: str = "TAG1", number: int = 1) -> None:
    count = chip.lines.count(f"contactor closed {number}")
    chip.do(f"plug {number}", f"ready {number}", f"tag {number} {token}")
    await chip.until(lambda: chip.lines.count(f"contactor closed {number}") > count, "charging")


async def accepted(system: CentralSystem, request, status: str = "Accepted") -> None:
    answer = await system.call(request)
    assert answer.status == status, f"{request}: {answer}"


async def configure(system: CentralSystem, **values: object) -> None:
    for key, value in values.items():
        await accepted(system, call.ChangeConfiguration(key=key, value=str(value)))


async def go_offline(system: CentralSystem, chip: Chip) -> None:
    chip.line.is_up = False
    await system.connections[-1].wire.socket.close()
    await chip.until(lambda: chip.lines[-1] == "stream wanted 0", "the loss of its network")


def go_online(chip: Chip) -> None:
    chip.line.is_up = True
    chip.do("link 0")


def in_minutes(minutes: float) -> str:
    return (datetime.now(timezone.utc) + timedelta(minutes=minutes)).isoformat()


def profile(id: int, purpose: str, limit: float, **more) -> dict:
    return {
        "chargingProfileId": id, "stackLevel": 0, "chargingProfilePurpose": purpose,
        "chargingProfileKind": "Relative",
        "chargingSchedule": {
            "chargingRateUnit": "A",
            "chargingSchedulePeriod": [{"startPeriod": 0, "limit": limit}],
        },
    } | more  # fmt: skip


async def only_an_accepted_station_speaks():
    async with CentralSystem(interval=1, registration="Rejected") as system, Chip(system) as chip:
        boots = lambda: len(system.sent("BootNotification"))  # noqa: E731
        await chip.power_on()
        await chip.until(lambda: boots() == 2, "a second try")
        system.behaviour["registration"] = "Pending"
        await chip.until(lambda: boots() == 4, "a fourth try")
        # A pending station answers, and does what it is asked for.
        await configure(system, MeterValueSampleInterval=33)
        known = boots()
        await accepted(system, call.TriggerMessage("BootNotification"))
        await chip.until(lambda: boots() > known, "what was asked for")
        chip.do("plug 1", "ready 1", "tag 1 TAG1")
        await chip.until(lambda: boots() > known + 2, "another try")
        assert {frame[2] for frame in system.frames if frame[0] == 2} == {"BootNotification"}
        assert "contactor closed 1" not in chip.lines
        system.behaviour["registration"] = "Accepted"
        await chip.until(has_status(system, "Preparing"), "registration")
        await chip.settles()
    assert system.faults == [], system.faults


async def a_whole_session():
    async with bench(haste=100) as (system, chip):
        await configure(system, MeterValueSampleInterval=1)
        await begin(system, chip)
        await chip.until(has_status(system, "Charging"))
        await chip.until(lambda: len(system.sent("MeterValues")) == 2, "two samples")
        chip.do("notready 1")
        await chip.until(has_status(system, "SuspendedEV"))
        chip.do("ready 1")
        await chip.until(has_status(system, "Charging"))
        chip.do("tag 1 TAG1")
        await chip.until(has_status(system, "Finishing"))
        chip.do("unplug 1")
        await chip.until(has_status(system, "Available"))
        await chip.settles()
    wanted = [
        "Available", "Preparing", "Charging", "SuspendedEV", "Charging", "Finishing", "Available",
    ]  # fmt: skip
    assert system.statuses() == wanted, system.statuses()
    actions = system.actions()
    assert actions[:3] == ["BootNotification", "Authorize", "StartTransaction"], actions
    assert actions[-1] == "StopTransaction" and actions.count("StopTransaction") == 1, actions
    boot = system.sent("BootNotification")[0][3]
    assert boot["chargePointModel"] == "qemu-virt", boot
    start, stop = system.sent("StartTransaction")[0][3], system.sent("StopTransaction")[0][3]
    assert start["meterStart"] == 1000 and stop["transactionId"] == 4711, (start, stop)
    assert stop["meterStop"] - 1000 == chip.delivered_wh > 500, (stop, chip.delivered_wh)
    samples = [
        int(value["value"]) for frame in system.sent("MeterValues")
        for value in frame[3]["meterValue"][0]["sampledValue"]
        if value.get("measurand", "Energy.Active.Import.Register") == "Energy.Active.Import.Register"
    ]  # fmt: skip
    registers = [start["meterStart"], *samples, stop["meterStop"]]
    assert registers == sorted(registers) and len(samples) >= 2, registers


async def what_happened_offline_comes_in_order_and_once_after_a_power_cut_too():
    numbers = itertools.count(100)
    start = lambda: call_result.StartTransaction(  # noqa: E731
        transaction_id=next(numbers), id_tag_info={"status": "Accepted"}
    )
    async with bench(haste=100, start=start) as (system, chip):
        await configure(system, AllowOfflineTxForUnknownId="true")
        await go_offline(system, chip)
        await begin(system, chip, "AWAY1")
        await asyncio.sleep(0.3)
        chip.do("stop 1", "unplug 1")
        await chip.says("contactor open 1", chip.lines.index("contactor closed 1"))
        await begin(system, chip, "AWAY2", 2)
        await asyncio.sleep(0.3)
        assert await chip.figure("owed messages ") == 3
        await chip.power_cycle()
        assert await chip.figure("owed messages ") == 4
        assert system.actions() == ["BootNotification"], system.actions()
        go_online(chip)
        await chip.settles()
    queued = [each for each in system.actions() if each != "BootNotification"]
    assert queued == 2 * ["StartTransaction", "StopTransaction"], queued
    first, second = (frame[3] for frame in system.sent("StopTransaction"))
    assert (first["transactionId"], second["transactionId"]) == (100, 101), (first, second)
    assert second["reason"] == "PowerLoss", second
    starts = [frame[3] for frame in system.sent("StartTransaction")]
    billed = sum(stop["meterStop"] - start["meterStart"] for start, stop in zip(starts, (first, second)))
    assert billed == chip.delivered_wh > 100, (billed, chip.delivered_wh)


async def a_soft_reset_ends_the_transaction_and_restarts_the_station():
    async with bench() as (system, chip):
        await begin(system, chip)
        await accepted(system, call.Reset(type="Soft"))
        await chip.until(lambda: len(system.sent("BootNotification")) == 2, "its restart")
        await chip.settles()
        assert chip.restarts == 1
    assert system.sent("StopTransaction")[0][3]["reason"] == "SoftReset"
    # The end is delivered before the restart.
    assert system.actions()[-2:] == ["StopTransaction", "BootNotification"], system.actions()
    assert system.actions().count("StopTransaction") == 1


async def a_hard_reset_restarts_at_once_and_the_end_follows():
    async with bench(haste=100) as (system, chip):
        await begin(system, chip)
        await chip.settles()
        await accepted(system, call.Reset(type="Hard"))
        await chip.until(lambda: len(system.sent("StopTransaction")) == 1, "the end")
        await chip.settles()
        assert chip.restarts == 1
    stop = system.sent("StopTransaction")[0][3]
    assert stop["reason"] == "HardReset", stop
    assert stop["meterStop"] - 1000 == chip.delivered_wh, (stop, chip.delivered_wh)
    assert system.actions()[-2:] == ["BootNotification", "StopTransaction"], system.actions()


async def the_local_list_decides_offline():
    async with bench() as (system, chip):
        entries = [
            {"idTag": "LISTED", "idTagInfo": {"status": "Accepted"}},
            {"idTag": "BANNED", "idTagInfo": {"status": "Blocked"}},
        ]
        await configure(system, LocalAuthListEnabled="true", LocalAuthorizeOffline="true")
        await accepted(system, call.SendLocalList(7, "Full", entries))
        assert (await system.call(call.GetLocalListVersion())).list_version == 7
        await accepted(system, call.SendLocalList(7, "Differential", entries), "VersionMismatch")
        await chip.power_cycle()
        await chip.settles()
        assert (await system.call(call.GetLocalListVersion())).list_version == 7
        await go_offline(system, chip)
        chip.do("plug 1", "ready 1", "tag 1 BANNED", "tag 1 UNKNOWN")
        await chip.until(lambda: chip.lines.count(REFUSED) == 2, "two refusals")
        assert "contactor closed 1" not in chip.lines
        chip.do("tag 1 LISTED")
        await chip.says("contactor closed 1")
        go_online(chip)
        await chip.settles()
    assert system.sent("StartTransaction")[0][3]["idTag"] == "LISTED"
    assert system.sent("Authorize") == []


async def a_reservation_is_kept_for_its_holder():
    async with bench() as (system, chip):
        await accepted(system, call.ReserveNow(1, in_minutes(5), "HOLDER", 42))
        await chip.until(has_status(system, "Reserved"))
        # It survives the power.
        await chip.power_cycle()
        await chip.settles()
        await chip.until(has_status(system, "Reserved"))
        chip.do("plug 1", "ready 1", "tag 1 OTHER")
        await chip.says(RESERVED)
        assert "contactor closed 1" not in chip.lines
        chip.do("tag 1 HOLDER")
        await chip.says("contactor closed 1")
        await chip.settles()
        await accepted(system, call.CancelReservation(reservation_id=42), "Rejected")
        await accepted(system, call.ReserveNow(2, in_minutes(5), "HOLDER", 43))
        await accepted(system, call.ReserveNow(1, in_minutes(5), "HOLDER", 44), "Occupied")
        await accepted(system, call.CancelReservation(reservation_id=43))
        await chip.until(has_status(system, "Available", 2))
    start = system.sent("StartTransaction")[0][3]
    assert (start["reservationId"], start["idTag"]) == (42, "HOLDER"), start


async def the_vehicle_follows_the_profiles():
    async with bench() as (system, chip):
        await begin(system, chip)
        await chip.says("offered mA 32000")
        await chip.settles()
        await accepted(system, call.SetChargingProfile(0, profile(1, "TxDefaultProfile", 10.0)))
        await chip.says("offered mA 10000")
        # A profile of this transaction is more specific, and less than six amperes is nothing.
        own = profile(2, "TxProfile", 0.0, transactionId=4711)
        since = len(chip.lines)
        await accepted(system, call.SetChargingProfile(1, own))
        await chip.says("offered mA 0", since)
        await chip.until(has_status(system, "SuspendedEVSE"))
        since = len(chip.lines)
        await accepted(system, call.ClearChargingProfile(id=2))
        await chip.says("offered mA 10000", since)
        await chip.until(has_status(system, "Charging"))
        composite = await system.call(call.GetCompositeSchedule(1, 3600, "W"))
        assert composite.status == "Accepted", composite
        periods = composite.charging_schedule["charging_schedule_period"]
        assert float(periods[0]["limit"]) == 6900, periods
        stranger = profile(3, "TxProfile", 6.0, transactionId=99)
        await accepted(system, call.SetChargingProfile(1, stranger), "Rejected")
        # The limit of the station counts for all connectors, also of those that charge already.
        whole = profile(4, "ChargePointMaxProfile", 8.0) | {
            "chargingProfileKind": "Absolute",
        }
        whole["chargingSchedule"]["startSchedule"] = in_minutes(-60)
        since = len(chip.lines)
        await accepted(system, call.SetChargingProfile(0, whole))
        await chip.says("offered mA 8000", since)
        await accepted(system, call.ClearChargingProfile(id=4))
        # A default profile survives the power cut.
        await chip.power_cycle()
        await chip.settles()
        chip.do("unplug 1")
        since = len(chip.lines)
        await begin(system, chip, "TAG2")
        await chip.says("offered mA 10000", since)
        assert "offered mA 32000" not in chip.lines[since:]


async def the_central_system_starts_and_stops():
    async with bench() as (system, chip):
        await configure(system, AuthorizeRemoteTxRequests="false")
        chip.do("plug 2", "ready 2")
        await chip.until(has_status(system, "Preparing", 2))
        own = profile(5, "TxProfile", 12.0)
        request = call.RemoteStartTransaction("REMOTE", connector_id=2, charging_profile=own)
        await accepted(system, request)
        await chip.says("contactor closed 2")
        await chip.says("offered mA 12000")
        await chip.settles()
        await accepted(system, request, "Rejected")
        await accepted(system, call.RemoteStopTransaction(transaction_id=99), "Rejected")
        await accepted(system, call.RemoteStopTransaction(transaction_id=4711))
        await chip.until(has_status(system, "Finishing", 2))
        await chip.settles()
        await accepted(system, call.UnlockConnector(connector_id=2), "Unlocked")
        await accepted(system, call.ChangeAvailability(1, "Inoperative"))
        await chip.until(has_status(system, "Unavailable"))
        await accepted(system, call.RemoteStartTransaction("REMOTE", connector_id=1), "Rejected")
        await accepted(system, call.ChangeAvailability(1, "Operative"))
        await chip.until(has_status(system, "Available"))
    start, stop = system.sent("StartTransaction")[0][3], system.sent("StopTransaction")[0][3]
    assert (start["idTag"], start["connectorId"]) == ("REMOTE", 2), start
    assert stop["reason"] == "Remote", stop
    assert system.sent("Authorize") == []


async def a_trigger_is_followed_by_its_message():
    async with bench() as (system, chip):
        for action, connector, more in [
            ("BootNotification", None, {}), ("Heartbeat", None, {}),
            ("StatusNotification", 2, {"connectorId": 2}), ("MeterValues", 1, {"connectorId": 1}),
            ("FirmwareStatusNotification", None, {"status": "Idle"}),
            ("DiagnosticsStatusNotification", None, {"status": "Idle"}),
        ]:  # fmt: skip
            known = len(system.sent(action))
            await accepted(system, call.TriggerMessage(action, connector_id=connector))
            await chip.until(lambda: len(system.sent(action)) == known + 1, action)
            payload = system.sent(action)[-1][3]
            assert {**payload, **more} == payload, payload
        await accepted(system, call.TriggerMessage("StatusNotification", connector_id=3), "Rejected")


async def configuration_survives_a_kill():
    async with bench() as (system, chip):
        for key, value, status in [
            ("MeterValueSampleInterval", "77", "Accepted"), ("Nonsense", "1", "NotSupported"),
            ("NumberOfConnectors", "3", "Rejected"), ("HeartbeatInterval", "soon", "Rejected"),
            ("MeterValuesSampledData", "Energy.Active.Import.Register,SoC", "Accepted"),
        ]:  # fmt: skip
            await accepted(system, call.ChangeConfiguration(key=key, value=value), status)
        await chip.power_cycle()
        await chip.settles()
        keys = ["MeterValueSampleInterval", "MeterValuesSampledData", "Nonsense"]
        answer = await system.call(call.GetConfiguration(key=keys))
        assert answer.unknown_key == ["Nonsense"], answer
        found = {each["key"]: each["value"] for each in answer.configuration_key}
        assert found["MeterValueSampleInterval"] == "77", found
        assert found["MeterValuesSampledData"] == "Energy.Active.Import.Register,SoC", found
        everything = (await system.call(call.GetConfiguration())).configuration_key
        assert len(everything) > 30, everything
        values = [each.get("value") for each in everything if each["key"] == "AuthorizationKey"]
        assert values in ([], [None], [""]), values


async def two_sessions_at_a_time():
    async with bench() as (system, chip):
        await begin(system, chip)
        await begin(system, chip, "TAG2", 2)
        await chip.until(has_status(system, "Charging", 2))
        await chip.settles()
        chip.do("unplug 1", "unplug 2")
        await chip.until(has_status(system, "Available", 2))
        await chip.settles()
        SESSION_PEAKS.update(await chip.peaks())
    starts = [frame[3]["connectorId"] for frame in system.sent("StartTransaction")]
    assert starts == [1, 2] and len(system.sent("StopTransaction")) == 2, starts


async def a_boot_is_quick_and_an_idle_turn_short():
    def figures(chip: Chip, name: str) -> list[int]:
        return [int(each.removeprefix(name)) for each in chip.lines if each.startswith(name)]

    # A millisecond here is a million instructions: 6.25 ms of a chip with 160 MHz, such as the ESP32-C6,
    # when each takes one cycle. The quickest boot is the one that waited least for the network, so one
    # that is quick enough is proof; from empty flash and from a journal, in turns.
    boots = []
    async with CentralSystem(interval=300) as system, Chip(system) as chip:
        while len(boots) < 4 or (len(boots) < 20 and max(min(boots[::2]), min(boots[1::2])) >= 100):
            await chip.power_on(counted=1)
            await chip.until(lambda: len(figures(chip, "registered after ms ")) > len(boots), "registration")
            await chip.power_off()
            boots = [each * 6.25 for each in figures(chip, "boot notification after ms ")]
            if len(boots) % 2 == 0:
                chip.erase()
        new, old, idle = min(boots[::2]), min(boots[1::2]), max(figures(chip, "idle loop "))
    print(f"   BootNotification {new:.0f} ms after reset with empty flash, {old:.0f} with a journal")
    print(f"   {idle} instructions in an idle turn of the loop")
    assert max(new, old) < 100, boots
    assert idle < 3_000, idle


ALL = [
    only_an_accepted_station_speaks, a_whole_session, what_happened_offline_comes_in_order_and_once_after_a_power_cut_too,
    a_soft_reset_ends_the_transaction_and_restarts_the_station,
    a_hard_reset_restarts_at_once_and_the_end_follows, the_local_list_decides_offline,
    a_reservation_is_kept_for_its_holder, the_vehicle_follows_the_profiles,
    the_central_system_starts_and_stops, a_trigger_is_followed_by_its_message,
    configuration_survives_a_kill, two_sessions_at_a_time,
    a_boot_is_quick_and_an_idle_turn_short,
]  # fmt: skip
