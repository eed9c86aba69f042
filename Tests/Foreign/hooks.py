"""Webhooks, received by a program that knows nothing of ours: signatures by Python's own hmac, order
per session, a receiver that fails, and a server that dies while it delivers."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import random
import ssl
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from certificates import authority, server_context, server_files, stranger
from driven_station import DrivenStation
from server import PASSWORD, PATIENCE, Server
from station import Gone, Station, energy, moment

SECRET = "a-secret-both-sides-know"


class Receiver:
    """Keeps what is POSTed to it; `answers` may be told to fail."""

    def __init__(self, tls: ssl.SSLContext | None = None):
        self.scheme = "https" if tls else "http"
        self.events: list[dict] = []
        self.faults: list[str] = []
        # Status of an answer, by the event; 200 when nobody says anything else.
        self.answer = lambda event: 200
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = receiver.take(body, self.headers)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request, address):
                """Of a server that was killed in the middle of a request there is nothing to say."""

        self.http = Quiet(("127.0.0.1", 0), Handler)
        if tls:
            self.http.socket = tls.wrap_socket(self.http.socket, server_side=True)
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.http.server_port}/hook?from=ocpp"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def take(self, body: bytes, headers) -> int:
        """As the documentation tells receivers to do it."""
        parts = dict(part.split("=", 1) for part in headers["X-Signature"].split(","))
        wanted = hmac.new(
            SECRET.encode(), f"{parts['t']}.".encode() + body, hashlib.sha256
        ).hexdigest()
        if not hmac.compare_digest(wanted, parts["v1"]):
            self.faults.append(f"signature {headers['X-Signature']} of {body!r}")
            return 401
        if abs(time.time() - int(parts["t"])) > 300:
            self.faults.append(f"signed at {parts['t']}")
        if headers["Content-Type"] != "application/json":
            self.faults.append(f"type {headers['Content-Type']}")
        event = json.loads(body)
        if set(event) != {"id", "type", "station_id", "transaction_id", "data", "timestamp"}:
            self.faults.append(f"members {sorted(event)}")
        status = self.answer(event)
        if status == 200:
            self.events.append(event)
        return status

    async def until(self, is_so, patience: float = PATIENCE) -> bool:
        deadline = time.monotonic() + patience
        while not is_so():
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(0.02)
        return True

    def of(self, transaction: int) -> list[dict]:
        return [event for event in self.events if event["transaction_id"] == transaction]


class Webhooks(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)

    def subscribe(self, server: Server, **more) -> dict:
        body = {"url": self.receiver.url, "secret": SECRET} | more
        answer = server.post("/webhooks", body)
        self.assertEqual(201, answer.status_code, answer.text)
        return answer.json()

    async def test_an_app_hears_of_its_session(self):
        """The flow of an integration: sync, initiate, progress by webhook, stop, history."""
        with Server("--webhook-private-targets", "--log-level", "warning") as server:
            hook = self.subscribe(server)
            self.assertEqual(SECRET, hook["secret"])
            test = server.post(f"/webhooks/{hook['id']}/test", {})
            self.assertTrue(test.json()["delivered"], test.text)
            sync = {"charging_station_id": "STATION_001", "name": "My Station",
                    "connectors": [{"connector_id": 1, "connector_type": "CCS2",
                                    "max_power": 50}]}  # fmt: skip
            self.assertEqual(200, server.post("/api/ocpp/sync-station/", sync).status_code)
            server.request("PATCH", "/charge-points/STATION_001", json={"password": PASSWORD})
            live = requests.get(
                f"http://{server.place}/api/events?types=session_started,session_stopped",
                headers=dict(server.http.headers), stream=True, timeout=PATIENCE,
                proxies={"http": ""},
            )  # fmt: skip
            self.addCleanup(live.close)
            async with DrivenStation(
                "--url", f"ws://{server.place}/ocpp", "--id", "STATION_001", OCPP_PASSWORD=PASSWORD
            ) as station:
                available = await self.receiver.until(
                    lambda: any(e["type"] == "availability_changed" for e in self.receiver.events)
                )
                self.assertTrue(available, server.log)
                order = {"station_id": "STATION_001", "connector_id": 1, "user_id": "user-1",
                         "payment_transaction_id": "pay_123"}  # fmt: skip
                begun = await asyncio.to_thread(server.post, "/api/ocpp/initiate-charging/", order)
                id = begun.json()["charging_session"]["transaction_id"]
                await station("plugin", evse=1)
                self.assertTrue(await self.receiver.until(lambda: self.receiver.of(id)))
                await asyncio.to_thread(
                    server.post, "/api/ocpp/stop-charging/", {"transaction_id": id}
                )
                self.assertTrue(
                    await self.receiver.until(
                        lambda: any(
                            e["type"] == "session_stopped" for e in self.receiver.of(id)
                        )
                    )
                )
            told = self.receiver.of(id)
            self.assertEqual("session_started", told[0]["type"])
            self.assertEqual("session_stopped", told[-1]["type"])
            self.assertEqual("pay_123", told[0]["data"]["payment_transaction_id"])
            self.assertEqual("Remote", told[-1]["data"]["reason"])
            lines = live.iter_lines(chunk_size=1, decode_unicode=True)
            seen = []
            while len(seen) < 2:
                line = next(lines)
                if line.startswith("data: "):
                    seen.append(json.loads(line[6:]))
            self.assertEqual([told[0], told[-1]], seen)
            self.assertEqual([], self.receiver.faults)
            self.assertNotIn(SECRET, server.log)
            files = b"".join(f.read_bytes() for f in server.data.rglob("*") if f.is_file())
            self.assertNotIn(SECRET.encode(), files)

    def test_a_certificate_has_to_come_from_an_authority_that_is_known(self):
        options = ("--open", "--webhook-private-targets", "--log-level", "warning")
        files = server_files()
        for authorities, is_good in ((authority(), True), (stranger(), False), (None, False)):
            receiver = Receiver(server_context(files))
            self.addCleanup(receiver.close)
            more = ("--webhook-ca", str(authorities.ca)) if authorities else ()
            with Server(*options, *more) as server:
                body = {"id": "W", "url": receiver.url, "secret": SECRET}
                self.assertEqual(201, server.post("/webhooks", body).status_code)
                test = server.post("/webhooks/W/test", {}).json()
            self.assertEqual(is_good, test["delivered"], test)
            self.assertEqual(1 if is_good else 0, len(receiver.events))
            if not is_good:
                self.assertIn("certificate", test["error"])

    async def test_a_receiver_that_fails_gets_all_of_it_in_order(self):
        dice = random.Random(5)
        failures: dict[str, int] = {}

        def answer(event: dict) -> int:
            """Every event fails up to two times, which the quick retries overcome."""
            left = failures.setdefault(event["id"], dice.randint(0, 2))
            failures[event["id"]] = left - 1
            return 200 if left <= 0 else dice.choice((500, 503, 404))

        self.receiver.answer = answer
        with Server("--open", "--webhook-private-targets", "--log-level", "warning") as server:
            self.subscribe(server, event_types=["session_started", "session_stopped"])
            async with await Station("CP1").connect(server) as station:
                ids = [await self.charge(station) for _ in range(3)]
            self.assertTrue(
                await self.receiver.until(lambda: len(self.receiver.events) >= 6, 60)
            )
        for id in ids:
            self.assertEqual(
                ["session_started", "session_stopped"], [e["type"] for e in self.receiver.of(id)]
            )
        self.assertEqual([], self.receiver.faults)

    async def charge(self, station: Station) -> int:
        start = {"connectorId": 1, "idTag": "T", "meterStart": 0, "timestamp": moment()}
        id = (await station.call("StartTransaction", start))["transactionId"]
        stop = {"transactionId": id, "meterStop": 5, "timestamp": moment(30)}
        await station.call("StopTransaction", stop)
        return id

    async def test_a_server_that_dies_while_it_delivers_loses_nothing(self):
        """`kill -9` at random moments: of everything acknowledged the receiver hears, in order, and
        what it hears twice has the same id."""
        seed = random.randrange(2**32)
        dice = random.Random(seed)
        # Slow enough that something is always on its way.
        self.receiver.answer = lambda event: (time.sleep(0.005), 200)[1]
        options = ("--open", "--webhook-private-targets", "--log-level", "warning")
        with Server(*options) as server:
            hook = self.subscribe(
                server, event_types=["session_started", "session_progress", "session_stopped"]
            )
            is_up = asyncio.Event()
            is_up.set()
            sessions: list[int] = []
            over = [False]

            async def deliver(station: Station, action: str, payload: dict) -> dict:
                while True:
                    try:
                        return await station.call(action, payload)
                    except Gone:
                        pass
                    async with asyncio.timeout(PATIENCE):
                        while True:
                            await is_up.wait()
                            try:
                                await station.connect(server)
                                break
                            except Exception:
                                await asyncio.sleep(0.01)

            async def run(number: int) -> None:
                station = await Station(f"HOOK-{number}").connect(server)
                while not over[0]:
                    start = {"connectorId": 1, "idTag": "T", "meterStart": 0,
                             "timestamp": moment()}  # fmt: skip
                    id = (await deliver(station, "StartTransaction", start))["transactionId"]
                    meter = {"connectorId": 1, "transactionId": id,
                             "meterValue": [energy(moment(10), 3)]}  # fmt: skip
                    await deliver(station, "MeterValues", meter)
                    stop = {"transactionId": id, "meterStop": 5, "timestamp": moment(30)}
                    await deliver(station, "StopTransaction", stop)
                    sessions.append(id)
                await station.close()

            async def execute() -> None:
                for _ in range(6):
                    await asyncio.sleep(0.1 + dice.random() / 2)
                    is_up.clear()
                    await asyncio.to_thread(server.kill)
                    await asyncio.to_thread(server.start)
                    is_up.set()
                over[0] = True

            await asyncio.gather(execute(), *(run(number) for number in range(6)))
            server.http.close()

            def is_done() -> bool:
                return server.get(f"/webhooks/{hook['id']}")["waiting"] == 0

            deadline = time.monotonic() + 60
            while not await asyncio.to_thread(is_done):
                self.assertLess(time.monotonic(), deadline, server.log)
                await asyncio.sleep(0.1)
        told: dict[str, dict] = {}
        repeated = 0
        order: dict[int, list[str]] = {}
        for event in self.receiver.events:
            if event["id"] in told:
                repeated += 1
                self.assertEqual(told[event["id"]], event, f"seed {seed}")
                continue
            told[event["id"]] = event
            order.setdefault(event["transaction_id"], []).append(event["type"])
        self.assertGreater(len(sessions), 20)
        for id in sessions:
            self.assertEqual(
                ["session_started", "session_progress", "session_stopped"], order[id],
                f"seed {seed}",
            )  # fmt: skip
        self.assertEqual([], self.receiver.faults)
        print(
            f"hooks: {len(sessions)} sessions, 6 kills, {len(told)} events, {repeated} of them twice",
            flush=True,
        )
