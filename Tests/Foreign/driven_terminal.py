"""`ocpp station` on a terminal: a pseudo-terminal with real keys, and scenarios from files."""

from __future__ import annotations

import asyncio
import os
import pty
import re
import signal
import struct
import termios
from fcntl import ioctl

from central_system import CentralSystem
from driven import Driven
from server import OCPP, PATIENCE, environment, temporary_folder

SEQUENCE = re.compile(r"\x1b\[(\d*)([A-Z])")


class Screen:
    """What a terminal of 120 columns shows of what was written to it: lines, and a cursor."""

    def __init__(self):
        self.lines = [""]
        self.row = 0
        self.rest = ""

    def feed(self, text: str) -> None:
        text, self.rest = self.rest + text, ""
        while text:
            if found := SEQUENCE.match(text):
                count, letter = int(found[1] or 1), found[2]
                if letter == "A":
                    self.row -= count
                elif letter == "K":
                    self.lines[self.row] = ""
                elif letter == "J":
                    del self.lines[self.row + 1 :]
                text = text[found.end() :]
            elif text[0] == "\x1b":
                self.rest = text
                return
            else:
                self._put(text[0])
                text = text[1:]

    def _put(self, character: str) -> None:
        if character == "\n":
            self.row += 1
            if self.row == len(self.lines):
                self.lines.append("")
        elif character != "\r":
            self.lines[self.row] += character

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class Terminal:
    """`ocpp station` at one end of a pseudo-terminal, the test at the other."""

    def __init__(self, *options: str):
        self.options = options
        self.screen = Screen()

    async def __aenter__(self) -> Terminal:
        self.keys, end = pty.openpty()
        ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        self.before = termios.tcgetattr(end)
        self.end = end
        self.process = await asyncio.create_subprocess_exec(
            OCPP, "station", *self.options, env=environment(), stdin=end, stdout=end, stderr=end
        )
        self.changed = asyncio.Event()
        asyncio.get_running_loop().add_reader(self.keys, self._read)
        return self

    def _read(self) -> None:
        self.screen.feed(os.read(self.keys, 65536).decode(errors="replace"))
        self.changed.set()

    async def __aexit__(self, *_) -> None:
        if self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        asyncio.get_running_loop().remove_reader(self.keys)
        os.close(self.keys)
        os.close(self.end)

    def press(self, keys: str) -> None:
        os.write(self.keys, keys.encode())

    async def until(self, *wanted: str) -> str:
        """The first picture with all of these."""

        async def look() -> str:
            while not all(each in self.screen.text for each in wanted):
                self.changed.clear()
                await self.changed.wait()
            return self.screen.text

        try:
            return await asyncio.wait_for(look(), PATIENCE)
        except TimeoutError:
            raise AssertionError(f"no {wanted} in:\n{self.screen.text}") from None


class OnATerminal(Driven):
    async def test_a_session_by_keys(self):
        async with CentralSystem(interval=300) as system:
            url = f"ws://127.0.0.1:{system.port}/ocpp"
            async with Terminal("--url", url, "--id", "CP 1", "--tag", "TAG1") as terminal:
                await terminal.until("registered", "▶ 1  Available", "BootNotification")
                height = len(terminal.screen.lines)
                terminal.press("p")
                await terminal.until("▶ 1  Preparing", "vehicle 22.0 %")
                terminal.press("s")
                picture = await terminal.until("▶ 1  Charging", "transaction 4711 of TAG1")
                self.assertIn("limit 32.0 A: the station's hardware", picture)
                await terminal.until("11.0 kW")
                terminal.press("e")
                await terminal.until("SuspendedEV", "wants nothing")
                terminal.press("e")
                await terminal.until("▶ 1  Charging")
                terminal.press("o")
                await terminal.until("offline, next attempt")
                terminal.press("b")
                await terminal.until("1 messages owed", "▶ 1  Finishing")
                terminal.press("o")
                await terminal.until("registered", "nothing owed")
                terminal.press("p")
                await terminal.until("▶ 1  Available")
                terminal.press("2f")
                await terminal.until("▶ 2  Faulted GroundFailure")
                terminal.press("f")
                await terminal.until("▶ 2  Available")
                # Drawn in place: the picture is as high as it was, but for the frames.
                self.assertLessEqual(len(terminal.screen.lines), height + 8)
                self.assertEqual(1, terminal.screen.text.count("OCPP 1.6"))
                terminal.press("q")
                self.assertEqual(0, await asyncio.wait_for(terminal.process.wait(), PATIENCE))
                self.assertEqual(terminal.before, termios.tcgetattr(terminal.end))
        self.assertEqual([], system.faults)
        self.assertEqual("Local", system.sent("StopTransaction")[0][3].get("reason", "Local"))

    async def test_typed_commands_and_the_power_switch(self):
        async with CentralSystem(interval=300) as system:
            url = f"ws://127.0.0.1:{system.port}/ocpp"
            async with Terminal("--url", url, "--id", "CP 1") as terminal:
                await terminal.until("registered")
                terminal.press(":plug 2 soc=81 phazes=1\r")
                await terminal.until("phazes=1")
                terminal.press(":plug 2 soc=81x\x7f phases=1\r")
                await terminal.until("vehicle 81.0 %")
                terminal.press(":swipe TAG7 2\r")
                await terminal.until("transaction 4711 of TAG7")
                terminal.press("w")
                await terminal.until("off  nothing owed", "  2  off")
                terminal.press("p")
                await terminal.until("vehicle 22.0 %")
                terminal.press("w")
                await terminal.until("registered", "▶ 1  Preparing", "nothing owed")
                terminal.press(":bogus\x1bp")
                await terminal.until("▶ 1  Available")
                terminal.process.send_signal(signal.SIGINT)
                self.assertEqual(0, await asyncio.wait_for(terminal.process.wait(), PATIENCE))
                self.assertEqual(terminal.before, termios.tcgetattr(terminal.end))
        self.assertEqual([], system.faults)
        self.assertEqual("PowerLoss", system.sent("StopTransaction")[0][3]["reason"])

    async def test_with_a_duration_a_terminal_shows_the_session_by_itself(self):
        async with CentralSystem() as system:
            url = f"ws://127.0.0.1:{system.port}/ocpp"
            options = ["--url", url, "--id", "CP 1", "--duration", "1"]
            async with Terminal(*options) as terminal:
                await terminal.until("all acknowledged")
                self.assertEqual(0, await asyncio.wait_for(terminal.process.wait(), PATIENCE))


class Scenarios(Driven):
    async def play(self, system: CentralSystem, text: str, *options: str) -> tuple[int, str]:
        path = temporary_folder() / "scenario.txt"
        path.write_text(text)
        process = await asyncio.create_subprocess_exec(
            OCPP, "station", "--url", f"ws://127.0.0.1:{system.port}/ocpp", "--id", "CP 1",
            "--script", str(path), *options, env=environment(),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode, output.decode().replace(str(path), "scenario.txt")

    async def test_a_scenario_that_holds(self):
        text = """
        expect link registered
        config MeterValueSampleInterval 60
        plug 1 soc=50 capacity=20000 phases=1   # a small car
        after 10s swipe "TAG 1" 1
        expect status 1 Charging within 5s
        expect transaction 1 4711
        at 20m
        expect energy 1 > 1000
        expect charge 1 > 54
        expect power 1 = 3680
        expect sent MeterValues >= 19
        offline
        stop 1
        expect queue = 1
        unplug 1
        online
        expect queue = 0
        expect sent StopTransaction = 1
        say "that was it"
        """
        async with CentralSystem(interval=300) as system:
            status, output = await self.play(system, text, "--virtual-clock")
        self.assertEqual((0, []), (status, system.faults), output)
        self.assertIn("that was it\nscenario.txt: passed, 10 expectations met\n", output)

    async def test_an_expectation_that_fails_names_its_line(self):
        text = "expect link registered\nplug 1\nexpect status 1 Charging within 200ms\nsay never\n"
        async with CentralSystem(interval=300) as system:
            status, output = await self.play(system, text)
        self.assertEqual(1, status)
        self.assertIn(
            "scenario.txt:3: expect status 1 Charging within 200ms: it is Preparing\n", output
        )
        self.assertNotIn("never", output)

    async def test_what_cannot_happen_fails_and_what_cannot_be_read_is_not_begun(self):
        async with CentralSystem() as system:
            status, output = await self.play(system, "unplug 1\n")
            self.assertEqual(1, status)
            self.assertIn(
                "scenario.txt:1: unplug 1: Nothing is plugged in at connector 1.", output
            )
            status, output = await self.play(system, "plug one\n\nafter soon\nexpect joy\n")
            self.assertEqual(2, status)
            self.assertEqual(
                'scenario.txt:1: "one" is no connector\'s number\n'
                'scenario.txt:3: "soon" is no time, such as 500ms, 2s, 5m or 1h\n'
                'scenario.txt:4: nothing is known of "joy"\n',
                output,
            )
