"""Stations ask for certificates: with an authority in the server, with an operator, with neither."""

from __future__ import annotations

import asyncio
import re
import subprocess
import unittest
from pathlib import Path
from urllib.parse import quote

from certificates import Authority, authority, client_context, server_files
from server import PASSWORD, PATIENCE, Server, temporary_folder
from station import Station
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus


def openssl(*arguments: str | Path, text: str = "") -> str:
    done = subprocess.run(
        ["openssl", *map(str, arguments)], check=True, capture_output=True, text=True, input=text
    )
    return done.stdout


class Request:
    """A key and a certificate signing request for it."""

    def __init__(self, subject: str, kind: str = "ec:P-256", *more: str):
        folder = temporary_folder()
        self.key, self.file = folder / "station.key", folder / "station.csr"
        name, size = kind.split(":")
        options = f"ec_paramgen_curve:{size}" if name == "ec" else f"rsa_keygen_bits:{size}"
        openssl(
            "req", "-new", "-newkey", name, "-pkeyopt", options, "-nodes", "-keyout", self.key,
            "-out", self.file, "-subj", subject, *more,
        )  # fmt: skip
        self.pem = self.file.read_text()


class Asking(Station):
    """Asks, and takes what it gets."""

    def __init__(self, identity: str):
        super().__init__(identity)
        self.status = "Accepted"
        self.chains: list[str] = []
        self.answer = self.take

    async def take(self, frame: list) -> str | None:
        if frame[2] != "CertificateSigned":
            return f'[4,"{frame[1]}","NotSupported","",{{}}]'
        self.chains.append(frame[3]["certificateChain"])
        if self.status == "vanish":
            self.socket.transport.abort()
            return None
        return f'[3,"{frame[1]}",{{"status":"{self.status}"}}]'

    async def ask(self, request: Request) -> str:
        return (await self.call("SignCertificate", {"csr": request.pem}))["status"]

    async def chain(self, count: int = 1) -> str:
        async with asyncio.timeout(PATIENCE):
            while len(self.chains) < count:
                await asyncio.sleep(0.01)
        return self.chains[-1]


class Asked(unittest.IsolatedAsyncioTestCase):
    options: tuple[str, ...] = ()

    def setUp(self):
        self.server = Server(*self.options).start()
        for identity in ("CP1", "CP2"):
            self.server.add_station(identity)

    def tearDown(self):
        assert self.server.terminate() == 0
        self.server.discard()

    async def station(self, identity: str = "CP1") -> Asking:
        station = await Asking(identity).connect(self.server, PASSWORD)
        self.addAsyncCleanup(station.close)
        return station

    def requests(self, query: str = "") -> list[dict]:
        return self.server.get(f"/certificate-requests{query}")["certificate_requests"]

    async def becomes(self, status: str) -> dict:
        async with asyncio.timeout(PATIENCE):
            while (newest := self.requests()[0])["status"] != status:
                await asyncio.sleep(0.01)
        return newest

    async def post(self, path: str, body: dict | None = None):
        return await asyncio.to_thread(self.server.post, path, {} if body is None else body)


class WithAuthority(Asked):
    def setUp(self):
        self.authority = Authority("Operator")
        ca = str(self.authority.ca)
        cert, key = server_files()
        self.options = (
            "--station-ca-cert", ca, "--station-ca-key", str(self.authority.folder / "ca.key"),
            "--station-cert-days", "30", "--address", "127.0.0.1", "--listen",
            f"profile=3,address=127.0.0.1,port=0,cert={cert},key={key},ca={ca}",
        )  # fmt: skip
        super().setUp()

    async def enter(self, chain: str, key: Path, identity: str):
        file = temporary_folder() / "chain.pem"
        file.write_text(chain)
        port = int(re.search(r":(\d+): profile 3", self.server.announcement).group(1))
        return await connect(
            f"wss://localhost:{port}/ocpp/{identity}", proxy=None, close_timeout=1,
            ssl=client_context((str(file), str(key))), subprotocols=["ocpp1.6"],
        )  # fmt: skip

    async def test_a_station_gets_a_certificate_that_opens_the_door_of_profile_3(self):
        for kind in ("ec:P-256", "ec:P-384", "rsa:2048"):
            with self.subTest(kind):
                station = await self.station()
                request = Request("/CN=CP1/O=Somebody", kind)
                self.assertEqual("Accepted", await station.ask(request))
                chain = await station.chain()
                row = await self.becomes("installed")
                self.assertEqual(
                    ("CP1", "CP1", True, 1, chain),
                    (
                        row["station_id"], row["common_name"], row["is_proven"], row["attempts"],
                        row["certificate_chain"],
                    ),
                )  # fmt: skip
                file = temporary_folder() / "own.pem"
                file.write_text(chain)
                openssl("verify", "-purpose", "sslclient", "-CAfile", self.authority.ca, file)
                text = openssl("x509", "-in", file, "-noout", "-text")
                self.assertRegex(text, r"Subject: CN ?= ?CP1\n")
                self.assertIn("DNS:CP1", text)
                self.assertIn("TLS Web Client Authentication", text)
                self.assertIn("CA:FALSE", text)
                await (await self.enter(chain, request.key, "CP1")).close()
                with self.assertRaises(Exception):
                    await self.enter(chain, request.key, "CP2")
                await station.close()

    async def test_a_serial_number_is_a_name_too_and_the_certificate_names_the_identity(self):
        station = await self.station()
        boot = {"chargePointVendor": "V", "chargePointModel": "M", "chargePointSerialNumber": "S-9"}
        await station.call("BootNotification", boot)
        self.assertEqual("Accepted", await station.ask(Request("/CN=S-9")))
        file = temporary_folder() / "own.pem"
        file.write_text(await station.chain())
        subject = openssl("x509", "-in", file, "-noout", "-subject", "-ext", "subjectAltName")
        self.assertRegex(subject, "CN ?= ?CP1\n")
        self.assertNotIn("S-9", subject)

    async def test_a_station_cannot_become_another(self):
        station = await self.station()
        boot = {"chargePointVendor": "V", "chargePointModel": "M", "chargePointSerialNumber": "CP2"}
        self.assertEqual("Rejected", await station.ask(Request("/CN=CP2")))
        # Even one that says that it is its serial number.
        await station.call("BootNotification", boot)
        self.assertEqual("Accepted", await station.ask(request := Request("/CN=CP2")))
        chain = await station.chain()
        with self.assertRaises(Exception):
            await self.enter(chain, request.key, "CP2")
        await (await self.enter(chain, request.key, "CP1")).close()

    async def refused(self, chain: str, key: Path, identity: str = "CP1"):
        with self.assertRaises(InvalidStatus) as refusal:
            await self.enter(chain, key, identity)
        self.assertEqual(401, refusal.exception.response.status_code)

    async def delete(self, path: str) -> int:
        return (await asyncio.to_thread(self.server.request, "DELETE", path)).status_code

    async def certificate(self) -> tuple[str, Path, dict]:
        station = await self.station()
        request = Request("/CN=CP1")
        await station.ask(request)
        chain = await station.chain()
        row = await self.becomes("installed")
        await station.close()
        return chain, request.key, row

    async def test_a_revoked_certificate_opens_nothing_and_puts_out_who_is_in(self):
        chain, key, row = await self.certificate()
        inside = await self.enter(chain, key, "CP1")
        path = f"/certificate-requests/{row['id']}/revoke"
        after = (await self.post(path, {"reason": "Stolen."})).json()
        self.assertEqual(409, (await self.post(path)).status_code)
        self.assertEqual(("revoked", "Stolen."), (after["status"], after["note"]))
        async with asyncio.timeout(PATIENCE):
            await inside.wait_closed()
        self.assertEqual(1008, inside.close_code)
        await self.refused(chain, key)
        self.server.kill()
        self.server.start()
        await self.refused(chain, key)
        (listed,) = self.server.get("/revoked-certificates")["revoked_certificates"]
        self.assertEqual(
            (row["serial_number"], "CP1", "Stolen.", row["expires_at"]),
            (
                listed["serial_number"], listed["station_id"], listed["reason"],
                listed["expires_at"],
            ),
        )  # fmt: skip
        # A newer one is another one; and a revocation can be taken back.
        newer, newer_key, _ = await self.certificate()
        await (await self.enter(newer, newer_key, "CP1")).close()
        path = f"/revoked-certificates/{listed['serial_number']}?issuer={quote(listed['issuer'])}"
        self.assertEqual(204, await self.delete(path))
        self.assertEqual(404, await self.delete(path))
        await (await self.enter(chain, key, "CP1")).close()

    async def test_the_certificate_of_a_deleted_station_does_not_let_in_its_successor(self):
        chain, key, _ = await self.certificate()
        self.assertEqual(204, await self.delete("/charge-points/CP1?cascade=true"))
        self.server.add_station("CP1")
        await self.refused(chain, key)

    async def test_certificates_of_elsewhere_are_revoked_by_themselves_or_their_number(self):
        for name, by in {
            "itself": lambda own: {"certificate": own.read_text()},
            "number": lambda own: {
                "serial_number": openssl("x509", "-in", own, "-noout", "-serial").split("=")[1].strip()
            },
        }.items():
            with self.subTest(name):
                own, key = (Path(file) for file in self.authority.issue("own", "CP1"))
                await (await self.enter(own.read_text(), key, "CP1")).close()
                said = await self.post("/revoked-certificates", by(own) | {"reason": "Lost."})
                self.assertEqual(201, said.status_code, said.text)
                again = await self.post("/revoked-certificates", by(own) | {"reason": "Found."})
                self.assertEqual(said.json(), again.json())
                await self.refused(own.read_text(), key)

    async def test_what_is_weak_or_broken_is_refused(self):
        station = await self.station()
        good = Request("/CN=CP1")
        middle = len(good.pem) // 2
        changed = "A" if good.pem[middle] != "A" else "B"
        broken = Request("/CN=CP1")
        broken.pem = good.pem[:middle] + changed + good.pem[middle + 1 :]
        nonsense = Request("/CN=CP1")
        nonsense.pem = "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----"
        for name, request in {
            "RSA 1024": Request("/CN=CP1", "rsa:1024"),
            "P-224": Request("/CN=CP1", "ec:P-224"),
            "secp256k1": Request("/CN=CP1", "ec:secp256k1"),
            "SHA-1": Request("/CN=CP1", "ec:P-256", "-sha1"),
            "no name": Request("/O=Somebody"),
            "two names": Request("/CN=CP1/CN=CP2"),
            "a changed byte": broken,
            "nonsense": nonsense,
        }.items():
            with self.subTest(name):
                self.assertEqual("Rejected", await station.ask(request))
        self.assertEqual([], self.requests())
        self.assertEqual([], station.chains)

    async def test_a_station_that_vanishes_gets_it_when_it_is_back_also_after_a_crash(self):
        station = await self.station()
        station.status = "vanish"
        self.assertEqual("Accepted", await station.ask(Request("/CN=CP1")))
        chain = await station.chain()
        self.assertEqual("issued", self.requests()[0]["status"])
        self.server.kill()
        self.server.start()
        again = await self.station()
        self.assertEqual(chain, await again.chain())
        self.assertEqual(2, (await self.becomes("installed"))["attempts"])

    async def test_a_station_that_never_answers_is_given_up(self):
        request = Request("/CN=CP1")
        for attempt in range(5):
            station = await self.station()
            station.status = "vanish"
            if attempt == 0:
                await station.ask(request)
            await station.chain()
            await station._reader
        await self.station()
        self.assertEqual(5, (await self.becomes("undelivered"))["attempts"])

    async def test_a_station_that_does_not_take_it_is_on_record(self):
        station = await self.station()
        station.status = "Rejected"
        await station.ask(Request("/CN=CP1"))
        self.assertIn("Rejected", (await self.becomes("refused"))["note"])

    async def test_the_key_of_the_authority_is_looked_at_like_any_other(self):
        key = self.authority.folder / "ca.key"
        leaf = self.authority.issue("leaf", "leaf")
        for cert, own, says in (
            (self.authority.ca, authority().folder / "ca.key", "is not the one"),
            (leaf[0], leaf[1], "CA:TRUE"),
            ("/none.pem", key, "/none.pem cannot be read"),
        ):
            server = Server("--station-ca-cert", str(cert), "--station-ca-key", str(own))
            server.launch()
            self.assertNotEqual(0, server.wait())
            self.assertIn(says, server.log)
            server.discard()
        server = Server("--station-ca-cert", str(self.authority.ca))
        server.launch()
        self.assertNotEqual(0, server.wait())
        self.assertIn("--station-ca-key", server.log)
        server.discard()


class WithoutProof(Asked):
    def setUp(self):
        own = Authority("Operator")
        self.options = (
            "--station-auth", "none", "--station-ca-cert", str(own.ca), "--station-ca-key",
            str(own.folder / "ca.key"),
        )  # fmt: skip
        super().setUp()

    async def test_who_has_not_shown_who_it_is_waits_for_an_operator(self):
        station = await self.station()
        self.assertEqual("Accepted", await station.ask(Request("/CN=CP1")))
        async with asyncio.timeout(PATIENCE):
            while "note" not in (row := self.requests("?status=pending")[0]):
                await asyncio.sleep(0.01)
        self.assertFalse(row["is_proven"])
        self.assertEqual([], station.chains)
        answer = await self.post(f"/certificate-requests/{row['id']}/approve")
        self.assertEqual(200, answer.status_code, answer.text)
        await station.chain()
        await self.becomes("installed")
        answer = await self.post(f"/certificate-requests/{row['id']}/approve")
        self.assertEqual(409, answer.status_code)


class WithOperator(Asked):
    """A server without an authority."""

    async def test_an_operator_has_it_signed_elsewhere(self):
        station = await self.station()
        request = Request("/CN=CP1")
        self.assertEqual("Accepted", await station.ask(request))
        # Resent because its answer was lost: the same request.
        self.assertEqual("Accepted", await station.ask(request))
        self.assertEqual(1, len(self.requests("?station_id=CP1")))
        path = f"/certificate-requests/{self.requests()[0]['id']}"
        self.assertEqual("pending", self.server.get(path)["status"])
        self.assertEqual(request.pem, self.server.get(path)["csr"])
        self.assertEqual(409, (await self.post(f"{path}/approve")).status_code)

        signed = self.signed(request, "CP1")
        for why, chain in {
            "key of the request": self.signed(Request("/CN=CP1"), "CP1"),
            "identity": self.signed(request, "CP1 ".lower().strip()),
            "good today": self.signed(request, "CP1", days=-1),
            "PEM": "nonsense",
        }.items():
            with self.subTest(why):
                answer = await self.post(f"{path}/certificate", {"certificate_chain": chain})
                self.assertEqual(422, answer.status_code, answer.text)
                self.assertIn(why, answer.json()["detail"])
        answer = await self.post(f"{path}/certificate", {"certificate_chain": signed})
        self.assertEqual(200, answer.status_code, answer.text)
        self.assertEqual(signed, await station.chain())
        await self.becomes("installed")

    def signed(self, request: Request, name: str, days: int = 30) -> str:
        own = authority()
        file = temporary_folder() / "signed.pem"
        openssl(
            "x509", "-req", "-in", request.file, "-CA", own.ca, "-CAkey", own.folder / "ca.key",
            "-set_serial", "99", "-days", days, "-out", file, "-subj", f"/CN={name}",
        )  # fmt: skip
        return file.read_text()

    async def test_an_operator_says_no_and_a_newer_request_replaces_the_older(self):
        station = await self.station()
        await station.ask(Request("/CN=CP1"))
        await station.ask(Request("/CN=CP1"))
        self.assertEqual(["pending", "replaced"], [one["status"] for one in self.requests()])
        path = f"/certificate-requests/{self.requests()[0]['id']}"
        answer = await self.post(f"{path}/deny", {"reason": "not ours"})
        self.assertEqual(("denied", "not ours"), (answer.json()["status"], answer.json()["note"]))
        self.assertEqual(409, (await self.post(f"{path}/deny")).status_code)
        self.assertEqual(404, self.server.request("GET", "/certificate-requests/999").status_code)
        self.assertEqual([], station.chains)

    async def test_a_station_that_asks_for_ever_leaves_sixteen_requests(self):
        station = await self.station()
        request = Request("/CN=CP1")
        for number in range(20):
            # Another text, the same request.
            request.pem = request.pem.strip() + "\n" * (number + 1)
            self.assertEqual("Accepted", await station.ask(request))
        self.assertEqual(16, len(self.requests()))
