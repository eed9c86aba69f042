"""The line locked: the security profiles of `ocpp serve` and `ocpp station` against Python's TLS."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import signal
import socket
import ssl
import time
import unittest
import warnings

import requests
import websockets
from central_system import CentralSystem
from certificates import authority, client_context, server_context, server_files, stranger
from foreign_station import ForeignStation
from ocpp.v16 import call
from server import KEY, OCPP, PASSWORD, PATIENCE, Server, environment, run, temporary_folder
from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import serve

# Python warns of the old versions that these tests ask for on purpose.
warnings.filterwarnings("ignore", category=DeprecationWarning)
COLON = "a:password:with:colons:"
FORTY = "0123456789abcdefghijABCDEFGHIJ!$%&/()=?+"


def listen(profile: int, *, port: int = 0, **files: str) -> str:
    more = "".join(f",{name}={path}" for name, path in files.items())
    return f"profile={profile},address=127.0.0.1,port={port}{more}"


def tls_files(files: tuple[str, str]) -> dict[str, str]:
    return {"cert": files[0], "key": files[1]}


class LockedServer(Server):
    """A server that listens in each of the profiles."""

    def __init__(self, files: tuple[str, str] | None = None):
        files = files or server_files()
        super().__init__(
            "--listen", listen(0), "--listen", listen(2, **tls_files(files)),
            "--listen", listen(3, **tls_files(files), ca=str(authority().ca)),
        )  # fmt: skip

    def port(self, profile: int) -> int:
        return int(re.search(rf":(\d+): profile {profile}", self.announcement).group(1))

    async def connect(
        self, profile: int, identity: str, *, password: str | None = None,
        tls: ssl.SSLContext | None = None, host: str = "localhost", **more,
    ) -> ClientConnection:  # fmt: skip
        headers = {}
        if password is not None:
            pair = f"{identity}:{password}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        scheme = "wss" if profile >= 2 else "ws"
        return await connect(
            f"{scheme}://{host}:{self.port(profile)}/ocpp/{identity}", proxy=None, close_timeout=1,
            ssl=(tls or client_context()) if profile >= 2 else None, subprotocols=["ocpp1.6"],
            additional_headers=headers, **more,
        )  # fmt: skip


class Profiles(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = LockedServer().start()
        cls.server.add_station("CP1")
        cls.server.add_station("CP2")
        cls.server.add_station("COLON", password=COLON)
        cls.server.add_station("FORTY", password=FORTY)
        cls.server.add_token("GOOD")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    async def refused(self, profile: int, identity: str, **more) -> int:
        with self.assertRaises(websockets.InvalidStatus) as caught:
            await self.server.connect(profile, identity, **more)
        return caught.exception.response.status_code

    async def session(self, socket: ClientConnection) -> None:
        """A transaction from boot to stop."""
        station = ForeignStation("CP1", socket)
        boot = await station.call(
            call.BootNotification(charge_point_model="M", charge_point_vendor="V")
        )
        self.assertEqual("Accepted", boot.status)
        start = await station.call(call.StartTransaction(1, "GOOD", 5, "2026-03-01T10:00:00Z"))
        stop = call.StopTransaction(9, "2026-03-01T11:00:00Z", start.transaction_id)
        await station.call(stop)
        self.assertEqual([], station.wire.check.faults)
        await station.leave()

    async def test_profile_0_asks_for_nothing_but_a_name_on_record(self):
        await self.session(await self.server.connect(0, "CP1"))
        self.assertEqual(404, await self.refused(0, "NOBODY"))

    def test_the_integration_is_checked_over_tls(self):
        done = run(
            "check", "integration", "--test-charging", "--url",
            f"https://localhost:{self.server.port(2)}", "--ca", str(authority().ca), OCPP_API_KEY=KEY, timeout=PATIENCE * 3,
        )  # fmt: skip
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        place = f"wss://localhost:{self.server.port(2)}/ocpp/OCPP-CHECK"
        self.assertIn(place, done.stdout)
        shown = self.server.get("/api/ocpp/stations/OCPP-CHECK/")
        self.assertTrue(shown["ocpp_websocket_url"].startswith("ws://"), shown)

    async def test_profile_1_is_the_default_listener(self):
        self.assertIn("profile 1, HTTP Basic", self.server.announcement)
        self.assertEqual(401, await self.refused(1, "CP1"))
        await self.session(await self.server.connect(1, "CP1", password=PASSWORD))

    async def test_profile_2_in_both_versions(self):
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            with self.subTest(version):
                tls = client_context(version=version)
                socket = await self.server.connect(2, "CP1", password=PASSWORD, tls=tls)
                spoken = socket.transport.get_extra_info("ssl_object").version()
                self.assertEqual(version.name, spoken.replace(".", "_"))
                await self.session(socket)

    async def test_profile_2_wants_the_password(self):
        self.assertEqual(401, await self.refused(2, "CP1"))
        self.assertEqual(401, await self.refused(2, "CP1", password=PASSWORD.upper()))
        self.assertEqual(401, await self.refused(2, "CP1", password=""))
        self.assertEqual(404, await self.refused(2, "NOBODY", password=PASSWORD))
        # A certificate is no password.
        files = authority().issue("cp1-for-2", "CP1")
        self.assertEqual(401, await self.refused(2, "CP1", tls=client_context(files)))

    async def test_passwords_with_colons_and_of_40_bytes(self):
        for identity, password in {"COLON": COLON, "FORTY": FORTY}.items():
            with self.subTest(identity):
                socket = await self.server.connect(2, identity, password=password)
                await socket.close()
                self.assertEqual(401, await self.refused(2, identity, password=password[:-1]))

    async def test_profile_3_lets_in_whom_the_certificate_names(self):
        by_common_name = authority().issue("cp1", "CP1")
        by_dns_name = authority().issue("cp1-san", "serial-4711", "DNS:other,DNS:CP1")
        for files in (by_common_name, by_dns_name):
            await self.session(await self.server.connect(3, "CP1", tls=client_context(files)))
        self.assertEqual(401, await self.refused(3, "CP2", tls=client_context(by_common_name)))
        self.assertEqual(401, await self.refused(3, "cp1", tls=client_context(by_common_name)))
        # A password does not make up for the wrong certificate.
        self.assertEqual(
            401,
            await self.refused(3, "CP2", tls=client_context(by_common_name), password=PASSWORD),
        )
        nobody = client_context(authority().issue("nobody", "NOBODY"))
        self.assertEqual(404, await self.refused(3, "NOBODY", tls=nobody))

    async def test_profile_3_turns_away_bad_certificates(self):
        for files in (
            None, stranger().issue("cp1", "CP1"), authority().issue("old-cp1", "CP1", days=-1),
        ):  # fmt: skip
            for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
                with self.subTest(f"{files} {version}"):
                    tls = client_context(files, version=version)
                    with self.assertRaises((ssl.SSLError, websockets.InvalidMessage)):
                        await self.server.connect(3, "CP1", tls=tls)
        for why in ("showed no certificate", "not trusted", "expired"):
            self.assertIn(why, self.server.log)

    async def test_a_station_that_trusts_somebody_else_leaves(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            await self.server.connect(2, "CP1", tls=client_context(trusts=stranger()))

    async def test_old_versions_and_weak_suites_are_refused(self):
        for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
            with self.subTest(version), self.assertRaises(ssl.SSLError):
                await self.server.connect(2, "CP1", tls=client_context(version=version))
        weak = client_context(version=ssl.TLSVersion.TLSv1_2)
        weak.set_ciphers("ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0")
        with self.assertRaises(ssl.SSLError):
            await self.server.connect(2, "CP1", tls=weak)

    async def test_the_http_interface_is_there_too(self):
        url = f"https://localhost:{self.server.port(2)}"
        answer = requests.get(f"{url}/health", verify=str(authority().ca), timeout=PATIENCE)
        self.assertEqual(200, answer.status_code)
        answer = requests.get(f"{url}/transactions", verify=str(authority().ca), timeout=PATIENCE)
        self.assertEqual(401, answer.status_code)

    async def test_health_tells_of_every_listener_and_how_long_each_part_took(self):
        answer = requests.get(
            f"https://localhost:{self.server.port(2)}/health", verify=str(authority().ca),
            timeout=PATIENCE,
        ).json()  # fmt: skip
        parts = {part["name"]: part for part in answer["services"]}
        listeners = [part for name, part in parts.items() if name.startswith("listener ")]
        self.assertEqual({"gateway", "store"}, parts.keys() - {p["name"] for p in listeners})
        self.assertTrue(all(part["latency_ms"] >= 0 for part in parts.values()), parts)
        place = f"listener 127.0.0.1:{self.server.port(2)}"
        self.assertEqual("profile 2, TLS and HTTP Basic", parts[place]["detail"])
        self.assertEqual(len(self.server.announcement.split("security")) - 1, len(listeners))

    async def test_plain_http_to_a_tls_port_is_told_so(self):
        answer = requests.get(f"http://localhost:{self.server.port(2)}/health", timeout=PATIENCE)
        self.assertEqual(400, answer.status_code)
        self.assertIn("use https", answer.text)

    async def test_long_messages_pass_both_ways(self):
        socket = await self.server.connect(2, "CP1", password=PASSWORD)
        long = "x" * 200_000
        await socket.send(json.dumps([2, "1", "DataTransfer", {"vendorId": "v", "data": long}]))
        answer = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
        self.assertEqual([3, "1"], answer[:2])
        await socket.close()

    async def test_a_hundred_stations_at_once(self):
        for number in range(100):
            self.server.add_station(f"STORM{number}")
        sockets = await asyncio.gather(
            *(
                self.server.connect(2, f"STORM{number}", password=PASSWORD, open_timeout=PATIENCE)
                for number in range(100)
            )
        )
        heartbeat = json.dumps([2, "h", "Heartbeat", {}])
        await asyncio.gather(*(one.send(heartbeat) for one in sockets))
        answers = await asyncio.gather(*(one.recv() for one in sockets))
        self.assertTrue(all(json.loads(answer)[:2] == [3, "h"] for answer in answers))
        await asyncio.gather(*(one.close() for one in sockets))

    async def test_garbage_and_silence_harm_nobody(self):
        deaf = [socket.create_connection(("127.0.0.1", self.server.port(2))) for _ in range(50)]
        for number, one in enumerate(deaf):
            one.sendall(bytes([number * 5]) * 1000)
        await self.session(await self.server.connect(2, "CP1", password=PASSWORD))
        for one in deaf:
            one.close()


class Renewal(unittest.IsolatedAsyncioTestCase):
    def serial(self, server: LockedServer) -> str:
        with socket.create_connection(("127.0.0.1", server.port(2)), timeout=PATIENCE) as plain:
            with client_context().wrap_socket(plain, server_hostname="localhost") as secure:
                return secure.getpeercert()["serialNumber"]

    async def test_sighup_takes_a_new_certificate_and_keeps_open_sockets(self):
        files = authority().issue("renewed", "server", "DNS:localhost")
        with LockedServer(files) as server:
            server.add_station("CP1")
            socket = await server.connect(2, "CP1", password=PASSWORD)
            before = self.serial(server)
            authority().issue("renewed", "server", "DNS:localhost")
            server.process.send_signal(signal.SIGHUP)
            deadline = time.monotonic() + PATIENCE
            while self.serial(server) == before:
                assert time.monotonic() < deadline, server.log
            after = self.serial(server)

            # A key that does not fit changes nothing.
            open(files[1], "w").write(open(server_files()[1]).read())
            server.process.send_signal(signal.SIGHUP)
            while "the old certificate stays in use" not in server.log:
                assert time.monotonic() < deadline, server.log
            self.assertEqual(after, self.serial(server))
            await socket.send(json.dumps([2, "h", "Heartbeat", {}]))
            self.assertIn('"h"', await asyncio.wait_for(socket.recv(), PATIENCE))
            await socket.close()


class Settings(unittest.TestCase):
    def complaint(self, *options: str, **variables: str) -> str:
        done = run("serve", "--data", str(temporary_folder()), *options, **variables)
        self.assertIn(done.returncode, (1, 2))
        return done.stderr

    def test_every_fault_of_a_listener_is_named(self):
        cert, key = server_files()
        other = authority().issue("another", "server")[1]
        for spec, says in [
            ("port=0", "profile= is missing"),
            ("profile=4,port=0", "0 to 3"),
            ("profile=0", "port= is missing"),
            ("profile=1,port=99999", "0 to 65535"),
            ("profile=2,port=0", "cert= is missing"),
            (f"profile=2,port=0,cert={cert}", "key= is missing"),
            (f"profile=3,port=0,cert={cert},key={key}", "ca= is missing"),
            (f"profile=1,port=0,cert={cert}", "cert= does not belong to profile 1"),
            ("profile=1,port=0,colour=red", '"colour=red" is none of'),
            ("profile=1,port=0,port=1", "port= is there twice"),
            (f"profile=2,port=0,cert=/none.pem,key={key}", "/none.pem cannot be read"),
            (f"profile=2,port=0,cert={cert},key={other}", "is not the one"),
        ]:
            with self.subTest(spec):
                self.assertIn(says, self.complaint("--listen", spec))

    def test_open_stays_at_home_and_ports_are_used_once(self):
        spec = "profile=0,address=0.0.0.0,port=0"
        self.assertIn("loopback only", self.complaint("--open", "--listen", spec))
        twice = ["--listen", "profile=0,port=8009", "--listen", "profile=1,port=8009"]
        self.assertIn("Two listeners", self.complaint(*twice))

    def announcement(self, server: Server) -> list[int]:
        """The profiles it listens in."""
        server.omitted.add("--port")
        with server:
            return [int(found) for found in re.findall(r"profile (\d)", server.announcement)]

    def test_lists_come_from_every_place_and_the_nearer_one_wins(self):
        files = tls_files(server_files())
        path = temporary_folder() / "ocpp.json"
        path.write_text(json.dumps({"listen": [listen(0), listen(1)]}))
        config = ["--config", str(path)]
        variable = f"{listen(2, **files)};{listen(0)}"
        self.assertEqual([0, 1], self.announcement(Server(*config)))
        self.assertEqual([2, 0], self.announcement(Server(*config, OCPP_LISTEN=variable)))
        options = [*config, "--listen", listen(0), "--listen", listen(2, **files)]
        nearest = Server(*options, OCPP_LISTEN=variable)
        self.assertEqual([0, 2], self.announcement(nearest))
        both = Server("--listen", listen(0), "--address", "127.0.0.1", OCPP_PORT="0")
        self.assertEqual([1, 0], self.announcement(both))


class SecureCentralSystem(CentralSystem):
    """The package's central system behind Python's TLS."""

    def __init__(self, tls: ssl.SSLContext):
        super().__init__()
        self.tls = tls

    async def __aenter__(self) -> SecureCentralSystem:
        self.server = await serve(
            self.accept, "127.0.0.1", 0, subprotocols=["ocpp1.6"], compression=None,
            ping_interval=None, ssl=self.tls,
        )  # fmt: skip
        self.port = self.server.sockets[0].getsockname()[1]
        return self


class VirtualStation(unittest.IsolatedAsyncioTestCase):
    async def start(self, port: int, *options: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            OCPP, "station", "--url", f"wss://localhost:{port}/ocpp", "--id", "CP1", "--tag",
            "GOOD", "--duration", "2", "--sample-interval", "1", *options, env=environment(),
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip

    async def visit(self, port: int, *options: str) -> tuple[int, str]:
        process = await self.start(port, *options)
        output, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode, output.decode()

    async def refusal(self, port: int, *options: str) -> str:
        """The line that says why there is no connection."""
        process = await self.start(port, *options)
        try:
            while line := await asyncio.wait_for(process.stdout.readline(), PATIENCE):
                if b"not connected: " in line:
                    return line.decode()
            raise AssertionError("it ended")
        finally:
            process.terminate()
            await process.communicate()

    async def test_it_charges_at_a_foreign_central_system(self):
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            with self.subTest(version):
                tls = server_context()
                tls.minimum_version = tls.maximum_version = version
                async with SecureCentralSystem(tls) as system:
                    status, output = await self.visit(system.port, "--ca", str(authority().ca))
                    self.assertEqual(0, status, output)
                    self.assertEqual([], system.faults)

    async def test_it_shows_its_certificate(self):
        cert, key = authority().issue("station", "CP1")
        async with SecureCentralSystem(server_context(wants_certificate=True)) as system:
            options = ("--ca", str(authority().ca), "--cert", cert, "--key", key)
            status, output = await self.visit(system.port, *options)
            self.assertEqual(0, status, output)
            refusal = await self.refusal(system.port, "--ca", str(authority().ca))
            # Python's server may leave without saying why.
            self.assertRegex(refusal, "certificate required|closed the connection")

    async def test_it_leaves_servers_it_should_not_trust(self):
        elsewhere = authority().issue("elsewhere", "server", "DNS:elsewhere.example")
        expired = authority().issue("expired", "server", "DNS:localhost", days=-1)
        for files, ca, says in [
            (server_files(), stranger(), "not trusted"),
            (elsewhere, authority(), "for another name"),
            (expired, authority(), "expired"),
        ]:
            with self.subTest(says):
                async with SecureCentralSystem(server_context(files)) as system:
                    refusal = await self.refusal(system.port, "--ca", str(ca.ca))
                    self.assertIn(says, refusal)
                    self.assertEqual([], system.paths)

    async def test_it_charges_at_our_own_server_in_profile_3(self):
        cert, key = authority().issue("station-3", "CP1")
        with LockedServer() as server:
            server.add_station("CP1")
            server.add_token("GOOD")
            options = ("--ca", str(authority().ca), "--cert", cert, "--key", key)
            status, output = await self.visit(server.port(3), *options)
            self.assertEqual(0, status, output)
            self.assertEqual(1, len(server.transactions()))

    def test_files_without_tls_are_a_mistake(self):
        done = run("station", "--url", "ws://localhost:1/ocpp", "--ca", "x.pem")
        self.assertEqual(2, done.returncode)
        self.assertIn("are for wss://", done.stderr)
        done = run("station", "--url", "wss://localhost:1/ocpp", "--ca", "/none.pem")
        self.assertEqual(1, done.returncode)
        self.assertIn("/none.pem cannot be read", done.stderr)


if __name__ == "__main__":
    unittest.main()
