#!/usr/bin/env python3
"""What stations that answer nothing cost the others: `silent.py PORT [SILENT] [CALLS]`.

Needs `ocpp serve --open` on that port. Measures calls over HTTP to one station that answers, first
alone and then beside so many (200) that were called too and answer nothing.
"""

import base64
import http.client
import json
import os
import socket
import struct
import sys
import threading
import time

port = int(sys.argv[1])
silent_count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
calls = int(sys.argv[3]) if len(sys.argv) > 3 else 500


class Station:
    """A WebSocket client of the simplest kind."""

    def __init__(self, name: str):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.stream = self.socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /ocpp/{name} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n".encode()
        )
        while self.stream.readline() not in (b"\r\n", b""):
            pass

    def receive(self) -> str:
        """The next text; the server's pings are passed over."""
        while True:
            head = self.stream.read(2)
            if len(head) < 2:
                return ""
            length = head[1] & 127
            if length == 126:
                (length,) = struct.unpack(">H", self.stream.read(2))
            body = self.stream.read(length)
            if head[0] & 15 == 1:
                return body.decode()

    def send(self, text: str) -> None:
        """A text, masked with zeros."""
        body = text.encode()
        head = bytes([0x81, 0x80 | len(body)]) if len(body) < 126 else struct.pack(">BBH", 0x81, 0xFE, len(body))
        self.socket.sendall(head + bytes(4) + body)

    def answer_for_ever(self) -> None:
        while text := self.receive():
            frame = json.loads(text)
            if frame[0] == 2:
                self.send(json.dumps([3, frame[1], {"status": "Accepted"}]))


def call(connection: http.client.HTTPConnection, name: str, timeout_s: int) -> None:
    body = json.dumps({"action": "ClearCache", "payload": {}, "timeout_s": timeout_s})
    connection.request("POST", f"/connections/{name}/send", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read().decode()
    if answer.status >= 400 and name == "LIVELY":
        sys.exit(f"{answer.status}: {text}")


def measure(label: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    times = []
    for _ in range(calls):
        began = time.perf_counter()
        call(connection, "LIVELY", 30)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"{label:24} p50 {times[calls // 2]:.2f} ms  p99 {times[calls * 99 // 100]:.2f} ms  max {times[-1]:.2f} ms")


lively = Station("LIVELY")
threading.Thread(target=lively.answer_for_ever, daemon=True).start()
measure("alone")
silent = [Station(f"SILENT{number}") for number in range(silent_count)]
for number in range(silent_count):
    for _ in range(3):
        threading.Thread(
            target=lambda name=f"SILENT{number}": call(http.client.HTTPConnection("127.0.0.1", port), name, 60),
            daemon=True,
        ).start()
for station in silent:
    station.receive()
measure(f"beside {silent_count} silent ones")
