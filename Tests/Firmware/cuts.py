"""Power cuts at chosen operations on the flash, and kills of qemu at any moment: afterwards every
transaction began and ended once, and every Wh that the meters counted is billed once."""

from __future__ import annotations

import asyncio
import random
from typing import NamedTuple

from chip import MACHINE, PATIENCE, POWER_CUT, CentralSystem, Chip, temporary_folder
from ocpp.v16 import call_result

# Cuts at operations N of a life that starts, charges and is unplugged again: a word programmed, or a
# sector erased, is one.
CUTS = range(0, 350, 7)
FLASH_TEST = ".build/firmware/flash-test.elf"
KILLS = 20


class Kill(NamedTuple):
    """The end of qemu, some time after the power came or the station was registered."""

    is_after_registration: bool
    seconds: float


class Ledger:
    """Numbers each transaction once, however often its start is sent."""

    def __init__(self):
        self.system: CentralSystem | None = None
        self.numbers: dict[str, int] = {}

    def start(self):
        # The frame that is being answered is the last one that came.
        number = self.numbers.setdefault(self.system.frames[-1][1], len(self.numbers) + 1)
        return call_result.StartTransaction(
            transaction_id=number, id_tag_info={"status": "Accepted"}
        )

    def check(self, chip: Chip) -> int:
        """The Wh that were billed, which are those that flowed."""
        messages: dict[str, list] = {}
        for frame in self.system.frames:
            if frame[0] == 2 and frame[2] in ("StartTransaction", "StopTransaction"):
                assert messages.setdefault(frame[1], frame) == frame, "sent again, it is another"
        starts, stops = {}, {}
        for id, (_, _, action, payload) in messages.items():
            if action == "StartTransaction":
                starts[self.numbers[id]] = payload["meterStart"]
            else:
                number = payload["transactionId"]
                assert number not in stops, f"transaction {number} ended twice"
                stops[number] = payload["meterStop"]
        assert starts.keys() == stops.keys(), (starts, stops)
        billed = sum(stops[number] - starts[number] for number in starts)
        assert billed == chip.delivered_wh, (billed, chip.delivered_wh, starts, stops)
        return billed


async def lives(ends: list[dict | Kill]) -> tuple[int, int, int]:
    """Lives of one chip that end with a power cut at an operation (`cut`) or a kill; at the end, how
    many lives there were, how many transactions, and their Wh."""
    ledger = Ledger()
    reached = 0
    async with CentralSystem(interval=300, start=ledger.start) as system:
        ledger.system = system
        async with Chip(system, haste=200) as chip:
            for end in ends:
                is_operation = isinstance(end, dict)
                await chip.power_on(**end if is_operation else {})
                if is_operation:
                    await until_cut(chip, 1 + reached % 2)
                else:
                    await until_kill(chip, 1 + reached % 2, end)
                reached += 1
                await chip.power_off()
            await chip.power_on()
            await chip.settles()
            billed = ledger.check(chip)
    assert system.faults == [], system.faults
    return reached, len(ledger.numbers), billed


async def charge(chip: Chip, number: int) -> None:
    """Charges at a connector, again and again, until the power goes."""
    known = len(chip.lines)

    def says(text: str) -> bool:
        return chip.process is None or any(each.startswith(text) for each in chip.lines[known:])

    await chip.until(lambda: says("registered after"), "registration")
    while chip.process is not None:
        known = len(chip.lines)
        chip.do(f"plug {number}", f"ready {number}", f"tag {number} CARD")
        await chip.until(lambda: says(f"contactor closed {number}"), "charging")
        await asyncio.sleep(0.05)
        chip.do(f"unplug {number}")
        await chip.until(lambda: says(f"contactor open {number}"), "the end")


async def until_cut(chip: Chip, number: int) -> None:
    await charge(chip, number)
    assert chip.status == POWER_CUT, f"the machine ended with {chip.status}: {chip.tail}"


async def until_kill(chip: Chip, number: int, kill: Kill) -> None:
    charging = asyncio.create_task(charge(chip, number))
    if kill.is_after_registration:
        known = len(chip.lines)
        await chip.until(lambda: "idle loop" in " ".join(chip.lines[known:]), "registration")
    await asyncio.wait([charging], timeout=kill.seconds)
    await chip.power_off()
    await charging


async def cut_at_every_second(first: int) -> None:
    chosen = [
        {"cut": cut, "tear": index // 2 % 2} for index, cut in enumerate(CUTS) if index % 2 == first
    ]
    reached, count, billed = await lives(chosen)
    assert reached == len(chosen) and count > len(chosen) / 2, (reached, count)
    print(f"   {reached} power cuts at operations of the flash: {count} transactions, {billed} Wh")


async def power_cuts_lose_and_double_nothing():
    await cut_at_every_second(0)


async def other_power_cuts_lose_and_double_nothing():
    await cut_at_every_second(1)


async def kills_at_any_moment_lose_and_double_nothing():
    chance = random.Random(7)
    # A third of them while it starts, the others while it charges.
    kills = [Kill(index % 3 > 0, chance.uniform(0.02, 0.6)) for index in range(KILLS)]
    reached, count, billed = await lives(kills)
    assert count > KILLS / 3, count
    print(f"   {reached} kills of qemu: {count} transactions, {billed} Wh")


async def the_driver_of_the_flash_keeps_its_rules():
    folder = temporary_folder()
    (folder / "flash").write_bytes(b"\xff" * (32 << 20))
    process = await asyncio.create_subprocess_exec(
        *MACHINE, "-bios", FLASH_TEST, "-serial", "none", "-chardev", "stdio,id=log,signal=off",
        "-semihosting-config", "enable=on,target=native,chardev=log,arg=flash-test",
        "-drive", f"if=pflash,unit=1,format=raw,file={folder}/flash",
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    # The driver ended the machine itself.
    assert (process.returncode, said) == (71, b"flash: programming would set a bit\n"), said


ALL = [
    the_driver_of_the_flash_keeps_its_rules,
    power_cuts_lose_and_double_nothing, other_power_cuts_lose_and_double_nothing,
    kills_at_any_moment_lose_and_double_nothing,
]  # fmt: skip
