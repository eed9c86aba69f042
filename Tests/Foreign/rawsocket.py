"""A WebSocket with its bones showing, for frames that no decent client sends."""

from __future__ import annotations

import asyncio
import base64
import os

from server import PATIENCE, Server

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


def frame(payload: bytes, opcode: int = TEXT, *, final: bool = True, masked: bool = True) -> bytes:
    head = bytes([opcode | 0x80 * final])
    flag, length = 0x80 * masked, len(payload)
    if length < 126:
        head += bytes([flag | length])
    elif length < 65_536:
        head += bytes([flag | 126]) + length.to_bytes(2)
    else:
        head += bytes([flag | 127]) + length.to_bytes(8)
    if not masked:
        return head + payload
    mask = os.urandom(4)
    stream = mask * (length // 4 + 1)
    mixed = int.from_bytes(payload) ^ int.from_bytes(stream[:length])
    return head + mask + mixed.to_bytes(length)


class RawSocket:
    """An open connection to a server; use it with `async with`."""

    def __init__(self, server: Server, identity: str):
        self.server = server
        self.identity = identity

    async def __aenter__(self) -> RawSocket:
        host, port = self.server.place.split(":")
        self.reader, self.writer = await asyncio.open_connection(host, int(port))
        key = base64.b64encode(os.urandom(16)).decode()
        self.writer.write(
            f"GET /ocpp/{self.identity} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n".encode()
        )
        head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), PATIENCE)
        assert head.startswith(b"HTTP/1.1 101 "), head
        return self

    async def __aexit__(self, *_) -> None:
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except OSError:
            pass

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def receive(self) -> tuple[int, bytes]:
        """The opcode and the payload of the next frame."""
        async with asyncio.timeout(PATIENCE):
            first, second = await self.reader.readexactly(2)
            assert first & 0x80 and not second & 0x80, "servers send whole frames without a mask"
            length = second
            if length > 125:
                length = int.from_bytes(await self.reader.readexactly(2 if length == 126 else 8))
            return first & 0x0F, await self.reader.readexactly(length)

    async def receive_text(self) -> str:
        opcode, payload = await self.receive()
        assert opcode == TEXT, f"opcode {opcode} with {payload[:200]!r}"
        return payload.decode()

    async def receive_close(self) -> int:
        """The code of the close frame that comes now; once it is confirmed the connection ends."""
        opcode, payload = await self.receive()
        assert opcode == CLOSE, f"opcode {opcode} with {payload[:200]!r}"
        try:
            await self.send(frame(payload[:2], CLOSE))
            rest = await asyncio.wait_for(self.reader.read(), PATIENCE)
        except ConnectionError:
            # The server did not wait: we sent what is never read.
            rest = b""
        assert rest == b"", f"more after the close frame: {rest[:200]!r}"
        return int.from_bytes(payload[:2])
