"""`ocpp station --control` as a process, driven over its control API."""

from __future__ import annotations

import asyncio
import time

import requests
from server import OCPP, PATIENCE, environment


class DrivenStation:
    """A station that does what the test says, in an asyncio program."""

    def __init__(self, *options: str, **variables: str):
        self.options = options
        self.variables = variables
        self.place = ""

    async def __aenter__(self) -> DrivenStation:
        self.process = await asyncio.create_subprocess_exec(
            OCPP, "station", "--control", "127.0.0.1:0", *self.options,
            env=environment(**self.variables), stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)
        assert b"control API on http://" in line, line
        self.place = line.decode().split(" on ")[1].strip()
        self.output = line.decode()
        self._reading = asyncio.create_task(self._read())
        return self

    async def _read(self) -> None:
        while line := await self.process.stdout.readline():
            self.output += line.decode()

    async def __aexit__(self, *_) -> None:
        if self.process.returncode is None:
            self.process.terminate()
        await asyncio.wait_for(self.process.wait(), PATIENCE)
        await self._reading

    async def ask(self, method: str, path: str, **more) -> requests.Response:
        def call() -> requests.Response:
            return requests.request(
                method, self.place + path, timeout=PATIENCE, proxies={"http": ""}, **more
            )

        return await asyncio.to_thread(call)

    async def __call__(self, verb: str, **body) -> None:
        """Lets something happen; anything but 200 is an error."""
        answer = await self.ask("POST", verb, json=body)
        assert answer.status_code == 200, f"{verb}: {answer.status_code} {answer.text}"

    async def refusal(self, verb: str, **body) -> str:
        """The reason of a 400."""
        answer = await self.ask("POST", verb, json=body)
        assert answer.status_code == 400, f"{verb}: {answer.status_code} {answer.text}"
        return answer.json()["reason"]

    async def state(self) -> dict:
        answer = await self.ask("GET", "state")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def connector(self, number: int = 1) -> dict:
        return (await self.state())["connectors"][number - 1]

    async def until(self, is_so, patience: float = PATIENCE) -> dict:
        """The first state of which something is true."""
        deadline = time.monotonic() + patience
        while True:
            state = await self.state()
            if is_so(state):
                return state
            assert time.monotonic() < deadline, f"it did not come to that: {state}"
            await asyncio.sleep(0.02)
