"""The firmware in qemu: its power switch, its people and vehicles, its meters, and the line between its
UART and a central system."""

from __future__ import annotations

import asyncio
import os
import struct
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "Foreign"))
from central_system import CentralSystem  # noqa: E402
from server import PATIENCE, temporary_folder  # noqa: E402

ELF = os.environ.get("FIRMWARE", ".build/firmware/firmware.elf")
MACHINE = [
    "qemu-system-riscv32", "-machine", "virt", "-cpu", "rv32,f=off,d=off", "-m", "16M", "-nographic",
    "-monitor", "none",
]  # fmt: skip
# The exit status of a machine that lost its power at the operation `cut=` names.
POWER_CUT = 3

# The most bytes of memory that any chip took, and what one took in a session with two connectors.
PEAKS = {"heap": 0, "stack": 0}
SESSION_PEAKS: dict[str, int] = {}


class Line:
    """What a serial device server does: what begins with a request opens a connection, and its end is
    the end of the line. While the network is away, requests are answered with 503."""

    def __init__(self, port: int):
        self.port = port
        self.is_up = True
        self._tasks: set[asyncio.Task] = set()

    async def __aenter__(self) -> Line:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.place = self.server.sockets[0].getsockname()
        return self

    async def __aexit__(self, *_) -> None:
        self.server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, uart: asyncio.StreamReader, to_uart: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._tasks.add(task)
        peer = down = None
        rest = b""
        try:
            while data := await uart.read(4096):
                if peer is None or down.done():
                    rest += data
                    begin = rest.find(b"GET ")
                    if begin < 0:
                        rest = rest[-3:]
                        continue
                    data, rest = rest[begin:], b""
                    if not self.is_up:
                        to_uart.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
                        continue
                    network, peer = await asyncio.open_connection("127.0.0.1", self.port)
                    down = asyncio.create_task(self._copy(network, to_uart))
                peer.write(data)
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            to_uart.transport.abort()
            if peer is not None:
                peer.transport.abort()
                await asyncio.gather(down, return_exceptions=True)

    async def _copy(self, network: asyncio.StreamReader, to_uart: asyncio.StreamWriter) -> None:
        try:
            while data := await network.read(4096):
                to_uart.write(data)
        except ConnectionError:
            pass


class Chip:
    """A chip with its flash, meters and line. A restart that it orders itself happens by itself."""

    def __init__(self, system: CentralSystem, haste: int = 1):
        self.system = system
        self.haste = haste
        self.folder = temporary_folder()
        self.process: asyncio.subprocess.Process | None = None
        self.lines: list[str] = []
        self.restarts = 0
        self.status: int | None = None
        self._changed = asyncio.Event()
        self._life: asyncio.Task | None = None
        self.erase()

    async def __aenter__(self) -> Chip:
        self.line = await Line(self.system.port).__aenter__()
        return self

    async def __aexit__(self, *_) -> None:
        await self.power_off()
        await self.line.__aexit__()

    # Power.

    def erase(self) -> None:
        """Empty flash, as it comes from the factory."""
        with open(self.folder / "flash", "wb") as flash:
            flash.write(b"\xff" * (32 << 20))

    async def power_on(self, **options: int) -> None:
        """Starts it; with `cut=N` until its Nth operation on the flash, which `tear=1` half does. With
        `counted=1` its clock is its instructions, one a nanosecond."""
        assert self.process is None, "it is on already"
        (self.folder / "commands").write_text("")
        self.status = None
        given = {"folder": self.folder, "haste": self.haste} | options
        clock = ["-icount", "shift=0"] if given.pop("counted", 0) else []
        words = ",".join(f"arg={name}={value}" for name, value in given.items())
        host, port = self.line.place
        self.process = await asyncio.create_subprocess_exec(
            *MACHINE, *clock, "-no-reboot", "-bios", ELF,
            "-chardev", f"socket,id=net,host={host},port={port},server=off",
            "-serial", "chardev:net", "-chardev", "stdio,id=log,signal=off",
            "-global", "virtio-mmio.force-legacy=false", "-device", "virtio-rng-device",
            "-semihosting-config", f"enable=on,target=native,chardev=log,arg=firmware,{words}",
            "-drive", f"if=pflash,unit=1,format=raw,file={self.folder}/flash",
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        self._life = asyncio.create_task(self._live(self.process))

    async def _live(self, process: asyncio.subprocess.Process) -> None:
        is_restart = False
        while line := await process.stdout.readline():
            text = line.decode(errors="replace").rstrip()
            is_restart = text.startswith("reboot")
            self.lines.append(text)
            self._changed.set()
        status = await process.wait()
        if self.process is not process:
            return
        self.process = None
        self.status = status
        if is_restart and status == 0:
            self.restarts += 1
            await self.power_on()
        self._changed.set()

    async def power_off(self) -> None:
        """`kill -9`, wherever it is."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            await process.wait()
        if self._life is not None:
            await self._life

    async def power_cycle(self) -> None:
        await self.power_off()
        await self.power_on()

    # What happens at it, and what it says.

    def do(self, *commands: str) -> None:
        with open(self.folder / "commands", "a") as file:
            file.write("".join(each + "\n" for each in commands))

    async def until(self, is_so, what: str = "that", patience: float = PATIENCE):
        """Waits for something to be true of the chip and its central system."""
        deadline = time.monotonic() + patience
        while not (found := is_so()):
            is_alive = self.status in (None, 0, POWER_CUT)
            assert is_alive, f"the machine ended with {self.status}: {self.tail}"
            assert time.monotonic() < deadline, f"it did not come to {what}: {self.tail}"
            await asyncio.sleep(0.01)
        return found

    @property
    def tail(self) -> str:
        return f"{self.lines[-12:]}; {self.system.frames[-8:]}"

    async def says(self, line: str, after: int = 0) -> int:
        """Waits for a line of its log; its place."""
        await self.until(lambda: line in self.lines[after:], f"the line {line!r}")
        return self.lines.index(line, after)

    async def figure(self, name: str) -> int:
        """A figure it tells of itself, such as `owed messages`."""
        known = len(self.lines)
        self.do("figures 0")
        told = lambda: [  # noqa: E731
            int(each.removeprefix(name)) for each in self.lines[known:] if each.startswith(name)
        ]
        return (await self.until(told, f"its {name}"))[0]

    async def peaks(self) -> dict[str, int]:
        return {name: await self.figure(f"{name} peak ") for name in PEAKS}

    async def remember_peaks(self) -> None:
        for name, bytes in (await self.peaks()).items():
            PEAKS[name] = max(PEAKS[name], bytes)

    async def settles(self) -> None:
        """Waits until it is registered and the central system has everything it is owed."""
        async def look() -> None:
            while await self.figure("is registered ") != 1 or await self.figure("owed messages ") != 0:
                await asyncio.sleep(0.02)

        await asyncio.wait_for(look(), PATIENCE)

    @property
    def delivered_wh(self) -> int:
        """What the meters counted, each in whole Wh, as a reading shows it."""
        registers = struct.unpack("<3q", (self.folder / "meter").read_bytes().ljust(24, b"\0")[:24])
        return sum(each // 3_600_000 for each in registers)
