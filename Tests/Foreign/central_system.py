"""`ocpp station` against the PyPI package `ocpp` as central system, also one that behaves badly."""

from __future__ import annotations

import asyncio
import base64
import unittest
from datetime import datetime, timezone

import websockets
from frames import FrameCheck, exact
from ocpp.routing import on
from ocpp.v16 import ChargePoint, call, call_result
from ocpp.v16.enums import Action
from server import OCPP, PATIENCE, environment
from websockets.asyncio.server import ServerConnection, serve


class CentralSystem:
    """Listens on a free port; remembers what came over all its connections."""

    def __init__(self, **behaviour):
        self.behaviour = behaviour
        self.frames: list[list] = []
        self.faults: list[str] = []
        self.paths: list[str] = []
        self.failures = 0
        self.drops = 0
        self.answers: dict[str, object] = {}
        # What each connection showed, oldest first: its Authorization field, and whether by TLS.
        self.credentials: list[str | None] = []
        self.refused = 0
        self.connections: list[Operator] = []
        self.secure_server = None

    async def __aenter__(self) -> CentralSystem:
        self.server = await self._listen(None)
        self.port = self.server.sockets[0].getsockname()[1]
        if "tls" in self.behaviour:
            self.secure_server = await self._listen(self.behaviour["tls"])
            self.secure_port = self.secure_server.sockets[0].getsockname()[1]
        return self

    async def _listen(self, tls):
        return await serve(
            self.accept, "127.0.0.1", 0, subprotocols=["ocpp1.6"], compression=None,
            ping_interval=None, ssl=tls, process_request=self.admit,
        )  # fmt: skip

    async def __aexit__(self, *_) -> None:
        for server in filter(None, (self.server, self.secure_server)):
            server.close()
            await server.wait_closed()

    def admit(self, connection: ServerConnection, request):
        """401 for whoever shows none of the passwords that are wanted, if any are."""
        shown = request.headers.get("Authorization")
        wanted = self.behaviour.get("password")
        if wanted is not None:
            pairs = [base64.b64encode(f"CP 1:{each}".encode()).decode() for each in wanted]
            if shown not in [f"Basic {pair}" for pair in pairs]:
                self.refused += 1
                return connection.respond(401, "Who are you?")
        self.credentials.append(shown)
        return None

    async def accept(self, socket: ServerConnection) -> None:
        self.paths.append(socket.request.path)
        wire = CheckedSocket(socket, self)
        operator = Operator(self, wire)
        self.connections.append(operator)
        try:
            await operator.start()
        except websockets.ConnectionClosed:
            pass
        self.faults += wire.check.faults

    async def call(self, request) -> object:
        """The station's answer to a call over its last connection."""
        return await self.connections[-1].call(request, suppress=False)

    def actions(self) -> list[str]:
        """The station's calls in order, each once, without what is told at any time."""
        seen: dict[str, str] = {}
        for frame in self.frames:
            if frame[0] == 2 and frame[2] not in ("Heartbeat", "StatusNotification"):
                seen.setdefault(frame[1], frame[2])
        return list(seen.values())

    def statuses(self, action: str = "StatusNotification", connector: int | None = 1) -> list[str]:
        return [
            frame[3]["status"] for frame in self.sent(action)
            if connector is None or frame[3].get("connectorId", connector) == connector
        ]  # fmt: skip

    async def visit(self, *options: str) -> tuple[int, str]:
        """Runs `ocpp station` to its end: the exit status and what it printed."""
        process = await asyncio.create_subprocess_exec(
            OCPP, "station", "--url", f"ws://127.0.0.1:{self.port}/ocpp", "--id", "CP 1",
            "--tag", "TAG1", "--duration", "4", "--sample-interval", "1",
            # After a CALLERROR the station would wait a minute, as the key's usual value is.
            "--set", "TransactionMessageRetryInterval=1", *options,
            env=environment(), stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        try:
            output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        finally:
            if process.returncode is None:
                process.kill()
        return process.returncode, output.decode()

    def sent(self, action: str) -> list[list]:
        """The station's calls of one action, resent ones too."""
        return [frame for frame in self.frames if frame[:1] == [2] and frame[2] == action]


class CheckedSocket:
    def __init__(self, socket: ServerConnection, system: CentralSystem):
        self.socket = socket
        self.system = system
        self.check = FrameCheck()

    async def recv(self) -> str:
        text = await self.socket.recv()
        self.check.received(text)
        frame = exact(text)
        self.system.frames.append(frame)
        if self._is_where_it_drops(frame):
            self.system.drops += 1
            self.socket.transport.abort()
            raise websockets.ConnectionClosedError(None, None)
        return text

    def _is_where_it_drops(self, frame: list) -> bool:
        action, count = self.system.behaviour.get("drops_at", (None, 0))
        is_the_one = frame[2] == action and len(self.system.sent(action)) == count
        return is_the_one and self.system.drops == 0

    async def send(self, text: str) -> None:
        self.check.sent(text)
        await self.socket.send(text)


class Operator(ChargePoint):
    """The package's side of one connection."""

    def __init__(self, system: CentralSystem, wire: CheckedSocket):
        super().__init__("CP 1", wire, response_timeout=PATIENCE)
        self.system = system
        self.wire = wire

    @on(Action.boot_notification)
    def on_boot(self, **_):
        now = datetime.now(timezone.utc).isoformat()
        interval = self.system.behaviour.get("interval", 1)
        status = self.system.behaviour.get("registration", "Accepted")
        return call_result.BootNotification(current_time=now, interval=interval, status=status)

    @on(Action.heartbeat)
    def on_heartbeat(self):
        return call_result.Heartbeat(current_time=datetime.now(timezone.utc).isoformat())

    @on(Action.status_notification)
    def on_status(self, **_):
        return call_result.StatusNotification()

    @on(Action.authorize)
    def on_authorize(self, **_):
        return call_result.Authorize(id_tag_info={"status": "Accepted"})

    @on(Action.start_transaction)
    async def on_start(self, **_):
        if "start" in self.system.behaviour:
            return self.system.behaviour["start"]()
        if "calls" in self.system.behaviour:
            asyncio.create_task(self._call_the_station())
        status = self.system.behaviour.get("verdict", "Accepted")
        return call_result.StartTransaction(transaction_id=4711, id_tag_info={"status": status})

    async def _call_the_station(self) -> None:
        for request in self.system.behaviour["calls"]:
            name = type(request).__name__
            try:
                self.system.answers[name] = await self.call(request, suppress=False)
            except Exception as error:
                self.system.answers[name] = error

    @on(Action.meter_values)
    def on_meter_values(self, **_):
        if self.system.behaviour.get("fails_at") == len(self.system.sent("MeterValues")):
            self.system.failures += 1
            raise RuntimeError("the database sleeps")
        return call_result.MeterValues()

    @on(Action.diagnostics_status_notification)
    def on_diagnostics(self, **_):
        return call_result.DiagnosticsStatusNotification()

    @on(Action.log_status_notification)
    def on_log(self, **_):
        return call_result.LogStatusNotification()

    @on(Action.firmware_status_notification)
    def on_firmware(self, **_):
        return call_result.FirmwareStatusNotification()

    @on(Action.signed_firmware_status_notification)
    def on_signed_firmware(self, **_):
        return call_result.SignedFirmwareStatusNotification()

    @on(Action.security_event_notification)
    def on_security_event(self, **_):
        return call_result.SecurityEventNotification()

    @on(Action.sign_certificate)
    def on_sign_certificate(self, **_):
        return call_result.SignCertificate(status="Accepted")

    @on(Action.stop_transaction)
    def on_stop(self, **_):
        return call_result.StopTransaction(id_tag_info={"status": "Accepted"})


class StationAgainstThePackage(unittest.IsolatedAsyncioTestCase):
    def check_session(self, system: CentralSystem, status: int, output: str) -> None:
        """Every frame is valid, everything came in order, and the registers add up."""
        self.assertEqual(0, status, output)
        self.assertEqual([], system.faults)
        firsts: dict[str, list] = {}
        for frame in system.frames:
            if frame[0] == 2:
                known = firsts.setdefault(frame[1], frame)
                self.assertEqual(known, frame, "a message sent again is the same message")
        actions = [frame[2] for frame in firsts.values() if frame[2] != "Heartbeat"]
        order = [
            "BootNotification", "Authorize", "StartTransaction", "MeterValues", "StopTransaction",
        ]  # fmt: skip
        places = [actions.index(action) for action in order]
        self.assertEqual(sorted(places), places)
        for action in ("StartTransaction", "StopTransaction"):
            self.assertEqual(1, actions.count(action))
        stop = system.sent("StopTransaction")[0][3]
        self.assertEqual(4711, stop["transactionId"])
        registers = [system.sent("StartTransaction")[0][3]["meterStart"]]
        for frame in firsts.values():
            if frame[2] == "MeterValues":
                self.assertEqual(4711, frame[3]["transactionId"])
                registers.append(int(frame[3]["meterValue"][0]["sampledValue"][0]["value"]))
        registers.append(stop["meterStop"])
        self.assertEqual(sorted(registers), registers)
        self.assertGreater(registers[-1], registers[0])
        self.assertIn("all acknowledged", output)

    async def test_a_session(self):
        async with CentralSystem() as system:
            # Between two samples there is nothing to say, so that a heartbeat is due.
            status, output = await system.visit("--sample-interval", "3")
        self.check_session(system, status, output)
        self.assertEqual(["/ocpp/CP%201"], system.paths)
        self.assertGreaterEqual(len(system.sent("Heartbeat")), 1)

    async def test_after_a_dropped_connection_the_message_in_doubt_is_sent_again(self):
        places = [("StartTransaction", 1), ("MeterValues", 2), ("StopTransaction", 1)]

        async def visit(place: tuple[str, int]) -> None:
            async with CentralSystem(drops_at=place) as system:
                status, output = await system.visit()
            self.check_session(system, status, output)
            self.assertEqual(2, len(system.paths))
            action, count = place
            dropped, *again = system.sent(action)[count - 1 :]
            self.assertEqual(dropped, again[0])
            self.assertIn("trying again in", output)

        await asyncio.gather(*(visit(place) for place in places))

    async def test_a_callerror_is_followed_by_the_same_message_later(self):
        async with CentralSystem(fails_at=2) as system:
            status, output = await system.visit()
        self.check_session(system, status, output)
        self.assertEqual(1, system.failures)
        second, third = system.sent("MeterValues")[1:3]
        self.assertEqual(second, third)

    async def test_a_token_refused_at_the_start_ends_the_session_at_once(self):
        async with CentralSystem(verdict="Blocked") as system:
            status, output = await system.visit("--duration", "60")
        self.assertEqual([], system.faults)
        self.assertEqual(0, status, output)
        self.assertEqual("DeAuthorized", system.sent("StopTransaction")[0][3]["reason"])

    async def test_calls_to_the_station_have_their_answers(self):
        calls = [
            call.GetConfiguration(), call.GetConfiguration(key=["HeartbeatInterval", "Nonsense"]),
            call.ClearCache(),
            call.RemoteStopTransaction(transaction_id=99),
            call.DataTransfer(vendor_id="com.example", data="x"),
        ]  # fmt: skip
        async with CentralSystem(calls=calls) as system:
            status, output = await system.visit()
        self.check_session(system, status, output)
        self.assertEqual({type(each).__name__ for each in calls}, set(system.answers))
        found = system.answers["GetConfiguration"]
        self.assertEqual(["Nonsense"], found.unknown_key)
        self.assertEqual(
            [("HeartbeatInterval", "1", False)],
            [(each["key"], each["value"], each["readonly"]) for each in found.configuration_key],
        )
        self.assertEqual("Rejected", system.answers["RemoteStopTransaction"].status)
        self.assertEqual("UnknownVendorId", system.answers["DataTransfer"].status)

    async def test_unlocking_the_connector_ends_the_visit(self):
        async with CentralSystem(calls=[call.UnlockConnector(connector_id=1)]) as system:
            status, output = await system.visit("--duration", "60")
        self.assertEqual((0, []), (status, system.faults), output)
        self.assertEqual("Unlocked", system.answers["UnlockConnector"].status)
        stops = [frame[3]["reason"] for frame in system.sent("StopTransaction")]
        self.assertEqual(["UnlockCommand"], stops)
        self.assertEqual(1, len(system.sent("BootNotification")))
        self.assertIn("all acknowledged", output)

    async def test_a_soft_reset_ends_the_visit_and_restarts_the_station(self):
        async with CentralSystem(calls=[call.Reset(type="Soft")]) as system:
            status, output = await system.visit("--duration", "60")
        self.assertEqual((0, []), (status, system.faults), output)
        self.assertEqual("Accepted", system.answers["Reset"].status)
        stops = [frame[3]["reason"] for frame in system.sent("StopTransaction")]
        self.assertEqual(["SoftReset"], stops)
        self.assertEqual(2, len(system.sent("BootNotification")))
        self.assertIn("restarting: soft reset", output)
        self.assertIn("all acknowledged", output)
