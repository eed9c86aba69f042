"""A station as thin as can be, for the tests that need speed or bad manners."""

from __future__ import annotations

import asyncio
import itertools
import json
import uuid
from typing import Awaitable, Callable

import websockets
from frames import FrameCheck
from server import PATIENCE, Server
from websockets.asyncio.client import ClientConnection, connect


class Gone(Exception):
    """The connection ended before the answer came."""


async def open_socket(
    server: Server, path: str, *, password: str | None = None, user: str | None = None,
    subprotocols: tuple[str, ...] = ("ocpp1.6",),
) -> ClientConnection:  # fmt: skip
    credentials = f"{user}:{password}@" if password is not None else ""
    return await connect(
        f"ws://{credentials}{server.place}{path}", subprotocols=subprotocols or None,
        proxy=None, close_timeout=1,
    )  # fmt: skip


class Station:
    """Sends calls, pairs the answers by id, checks every frame it gets."""

    def __init__(self, identity: str):
        self.identity = identity
        self.check = FrameCheck()
        self.socket: ClientConnection | None = None
        self.calls: list[list] = []
        self._called = asyncio.Event()
        # Takes a call of the server; what it returns is sent as it is, None is silence.
        self.answer: Callable[[list], Awaitable[str | None]] | None = None
        self._waiting: dict[str, asyncio.Future] = {}
        self._reader: asyncio.Task | None = None

    async def connect(self, server: Server, password: str | None = None) -> Station:
        self.socket = await open_socket(
            server, f"/ocpp/{self.identity}", password=password, user=self.identity
        )
        self._reader = asyncio.create_task(self._read(self.socket))
        return self

    async def close(self) -> None:
        if self.socket:
            await self.socket.close()
            await self._reader

    async def __aenter__(self) -> Station:
        return self

    async def __aexit__(self, *_) -> None:
        await self.close()

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for text in socket:
                await self._take(self.check.received(text), socket)
        except websockets.ConnectionClosed:
            pass
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(Gone())

    async def _take(self, frame: list, socket: ClientConnection) -> None:
        if frame[:1] == [2]:
            self.calls.append(frame)
            self._called.set()
            text = await self.answer(frame) if self.answer else None
            if text is not None:
                await socket.send(text)
        elif len(frame) > 1 and (future := self._waiting.get(frame[1])) and not future.done():
            future.set_result(frame)

    async def first_call(self) -> list:
        """The first call of the server, once it has come."""
        await asyncio.wait_for(self._called.wait(), PATIENCE)
        return self.calls[0]

    async def ended(self) -> None:
        """Waits until the connection has ended."""
        await asyncio.wait([self._reader])

    async def exchange(self, action: str, payload: dict, id: str | None = None) -> list:
        """Sends a call and returns the frame that answers it; `Gone` when none can come."""
        id = id or str(uuid.uuid4())
        text = json.dumps([2, id, action, payload])
        future = self._waiting[id] = asyncio.get_running_loop().create_future()
        try:
            self.check.sent(text)
            await self.socket.send(text)
            if self._reader.done():
                raise Gone
            return await asyncio.wait_for(future, PATIENCE)
        except websockets.ConnectionClosed:
            raise Gone from None
        finally:
            # A failure nobody waited for is not worth a warning.
            if future.done() and not future.cancelled():
                future.exception()
            del self._waiting[id]

    async def call(self, action: str, payload: dict, id: str | None = None) -> dict:
        """Like `exchange`, and the answer is a CALLRESULT."""
        frame = await self.exchange(action, payload, id)
        assert frame[0] == 3, f"{action} was answered with {frame}"
        return frame[2]


_minutes = itertools.count()


def moment(second: int = 0) -> str:
    """A time that no other call of this function gives for the same second."""
    day, minute = divmod(next(_minutes), 24 * 60)
    return f"2026-03-{1 + day:02}T{minute // 60:02}:{minute % 60:02}:{second:02}.000Z"


def energy(timestamp: str, wh: int | str) -> dict:
    """A meter value with one register."""
    return {
        "timestamp": timestamp,
        "sampledValue": [
            {"value": str(wh), "measurand": "Energy.Active.Import.Register", "unit": "Wh"}
        ],
    }
