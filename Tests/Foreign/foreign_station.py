"""The PyPI package `ocpp` as a station."""

from __future__ import annotations

import asyncio

from calls import CALLS
from frames import FrameCheck, exact
from ocpp.routing import on
from ocpp.v16 import ChargePoint
from ocpp.v16.enums import Action
from server import PATIENCE
from websockets.asyncio.client import ClientConnection


class CheckedSocket:
    """A socket for the package that looks at everything that passes."""

    def __init__(self, socket: ClientConnection):
        self.socket = socket
        self.check = FrameCheck()
        self.last_result: dict = {}

    async def recv(self) -> str:
        text = await self.socket.recv()
        self.check.received(text)
        return text

    async def send(self, text: str) -> None:
        self.check.sent(text)
        frame = exact(text)
        if frame[0] == 3:
            self.last_result = frame[2]
        await self.socket.send(text)


class ForeignStation(ChargePoint):
    """Answers each call of the central system as `CALLS` says."""

    def __init__(self, identity: str, socket: ClientConnection):
        self.wire = CheckedSocket(socket)
        self.received: dict[str, dict] = {}
        super().__init__(identity, self.wire, response_timeout=PATIENCE)
        self._serving = asyncio.create_task(self.start())

    async def leave(self) -> None:
        await self.wire.socket.close()
        await asyncio.gather(self._serving, return_exceptions=True)


def _handler(action: str):
    async def handle(self, **payload):
        self.received[action] = payload
        return CALLS[action][1]

    # The package finds its handlers by name.
    handle.__name__ = f"on_{action}"
    return on(Action(action))(handle)


for _action in CALLS:
    setattr(ForeignStation, f"on_{_action}", _handler(_action))
