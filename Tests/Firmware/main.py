"""Runs the conversations with the firmware in qemu, two chips at a time: `main.py` all of them,
`main.py session cuts` those whose names have one of these words, with `services` what only the program in C
has. FIRMWARE names the image."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
import traceback
from pathlib import Path

import conversations
import cuts
import services
from chip import ELF, PEAKS, SESSION_PEAKS

SIMULTANEOUS = int(os.environ.get("CHIPS", "2"))

# What the images in Swift may take, in bytes, in all conversations and in a session with two connectors
# (docs/decisions/0039-chip-budgets.md). It follows every gain down.
LIMITS = {"heap": 12_500, "stack": 3_100}
SESSION_LIMITS = {"heap": 8_700, "stack": 2_550}


def is_within(peaks: dict[str, int], limits: dict[str, int], what: str) -> bool:
    """Prints what was taken; whether that is what it may be."""
    if not peaks:
        return True
    print(f"   at most {', '.join(f'{each} bytes of {name}' for name, each in peaks.items())} {what}")
    over = [name for name in peaks if peaks[name] > limits[name]]
    if Path(ELF).name != "firmware.elf" or not over:
        return True
    print("FAILED: more than " + ", ".join(f"{limits[name]} bytes of {name}" for name in over))
    return False


async def main(words: list[str]) -> int:
    logging.disable(logging.CRITICAL)
    chosen = [
        each for each in cuts.ALL + conversations.ALL
        if not words or any(word in each.__name__ for word in words)
    ]  # fmt: skip
    # Only where they are asked for: they need the program in C.
    if "services" in words:
        chosen += services.ALL
    assert chosen, f"no conversation is called like that: {words}"
    began = time.monotonic()
    places = asyncio.Semaphore(SIMULTANEOUS)

    async def run(conversation) -> bool:
        async with places:
            since = time.monotonic()
            name = conversation.__name__.replace("_", " ")
            try:
                await conversation()
            except Exception:
                print(f"FAILED: {name}\n{traceback.format_exc()}", flush=True)
                return False
            print(f"   {time.monotonic() - since:5.1f} s  {name}", flush=True)
            return True

    passed = sum(await asyncio.gather(*map(run, chosen)))
    is_small = is_within(PEAKS, LIMITS, "in all of it")
    is_small = is_within(SESSION_PEAKS, SESSION_LIMITS, "in a session") and is_small
    seconds = time.monotonic() - began
    print(f"{passed} of {len(chosen)} conversations with the firmware passed in {seconds:.0f} s")
    return 0 if passed == len(chosen) and is_small else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
