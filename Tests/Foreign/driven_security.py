"""Passwords, security profiles and certificates of `ocpp station`, changed by the central system."""

from __future__ import annotations

import base64
import hashlib
import subprocess
from pathlib import Path

from certificates import Authority, authority, server_context, stranger
from central_system import CentralSystem
from driven import Driven, is_registered, owes_nothing
from driven_station import DrivenStation
from ocpp.v16 import call
from server import temporary_folder

OLD = "the-old-password-0"
NEW = "the-new-password-1"


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"CP 1:{password}".encode()).decode()


def der_parts(der: bytes) -> list[bytes]:
    """The elements of a DER sequence, each with its header."""

    def split(data: bytes) -> tuple[int, int]:
        length, start = data[1], 2
        if length & 0x80:
            start = 2 + (length & 0x7F)
            length = int.from_bytes(data[2:start])
        return start, start + length

    start, end = split(der)
    rest, parts = der[start:end], []
    while rest:
        size = split(rest)[1]
        parts.append(rest[:size])
        rest = rest[size:]
    return parts


def hash_data(ca: Path) -> dict:
    """CertificateHashData of a root, worked out from its DER."""
    made = subprocess.run(
        ["openssl", "x509", "-in", str(ca), "-outform", "DER"], check=True, capture_output=True
    )
    # Version, serial number, algorithm, issuer, validity, subject, public key.
    parts = der_parts(der_parts(made.stdout)[0])
    serial, issuer, key_info = parts[1], parts[3], parts[6]
    # A bit string: two bytes of header, one that counts unused bits.
    key = der_parts(key_info)[1][3:]
    return {
        "hashAlgorithm": "SHA256", "issuerNameHash": hashlib.sha256(issuer).hexdigest(),
        "issuerKeyHash": hashlib.sha256(key).hexdigest(),
        "serialNumber": serial[2:].hex().lstrip("0"),
    }  # fmt: skip


class Passwords(Driven):
    async def change(self, system: CentralSystem, key: str, value: str) -> str:
        answer = await system.call(call.ChangeConfiguration(key=key, value=value))
        return answer.status

    async def test_a_new_password_is_used_at_once_and_after_a_power_cut(self):
        async with CentralSystem(password=[OLD]) as system, DrivenStation() as station:
            await self.start(system, station, password=OLD)
            self.assertEqual("Rejected", await self.change(system, "AuthorizationKey", "short"))
            # The station is back before the answer has been looked at.
            system.behaviour["password"].append(NEW)
            self.assertEqual("Accepted", await self.change(system, "AuthorizationKey", NEW))
            await station.until(lambda state: len(system.paths) == 2 and is_registered(state))
            await station("powercycle")
            await station.until(lambda state: len(system.paths) == 3 and is_registered(state))
            self.assertEqual([basic(OLD), basic(NEW), basic(NEW)], system.credentials)
            self.assertEqual(0, system.refused)
            # The same connection data: no boot without a restart.
            self.assertEqual(2, len(system.sent("BootNotification")))
            self.assertNotIn(NEW, station.output + str(await station.state()))
        self.assertEqual([], system.faults)

    async def test_a_password_that_does_not_work_is_taken_back(self):
        async with CentralSystem(password=[OLD]) as system, DrivenStation() as station:
            await self.start(system, station, password=OLD)
            # The central system forgets to remember the new one.
            self.assertEqual("Accepted", await self.change(system, "AuthorizationKey", NEW))
            await station.until(lambda state: len(system.paths) == 2 and is_registered(state))
            self.assertEqual(1, system.refused)
            await station("powercycle")
            await station.until(lambda state: len(system.paths) == 3 and is_registered(state))
            self.assertEqual(1, system.refused)
        self.assertEqual([basic(OLD)] * 3, system.credentials)


class Profiles(Passwords):
    def secure(self, system: CentralSystem) -> str:
        return f"wss://localhost:{system.secure_port}/ocpp"

    async def test_the_profile_goes_up_to_tls_and_never_down(self):
        async with CentralSystem(tls=server_context()) as system:
            options = ["--ca", str(authority().ca), "--secure-url", self.secure(system)]
            async with DrivenStation(*options) as station:
                await self.start(system, station, password=OLD)
                state = await station.state()
                self.assertEqual("1", state["configuration"]["SecurityProfile"])
                # No certificate of its own: profile 3 is out of reach.
                self.assertEqual("Rejected", await self.change(system, "SecurityProfile", "3"))
                self.assertEqual("Accepted", await self.change(system, "SecurityProfile", "2"))
                await station.until(lambda state: len(system.paths) == 2 and is_registered(state))
                tls = system.connections[-1].wire.socket.transport.get_extra_info("ssl_object")
                self.assertIn("TLS", tls.version())
                self.assertEqual(basic(OLD), system.credentials[-1])
                self.assertEqual("Rejected", await self.change(system, "SecurityProfile", "1"))
                await station("powercycle")
                await station.until(lambda state: len(system.paths) == 3 and is_registered(state))
                self.assertEqual(2, len(system.sent("BootNotification")))
        self.assertEqual([], system.faults)

    async def test_a_profile_that_does_not_work_is_taken_back(self):
        async with CentralSystem(tls=server_context()) as system:
            # The station trusts somebody else.
            options = ["--ca", str(stranger().ca), "--secure-url", self.secure(system)]
            async with DrivenStation(*options) as station:
                await self.start(system, station, password=OLD)
                self.assertEqual("Accepted", await self.change(system, "SecurityProfile", "2"))
                state = await station.until(
                    lambda state: len(system.paths) == 2 and is_registered(state)
                )
                self.assertEqual("1", state["configuration"]["SecurityProfile"])
                self.assertEqual(3, station.output.count("is not trusted"))

    async def test_without_a_place_for_tls_the_profile_stays(self):
        async with self.bench() as (system, station):
            self.assertEqual("Rejected", await self.change(system, "SecurityProfile", "1"))
            self.assertEqual("Accepted", await self.change(system, "SecurityProfile", "0"))

    async def test_a_signed_certificate_is_used_for_profile_3(self):
        context = server_context(wants_certificate=True)
        async with CentralSystem(tls=context) as system:
            options = ["--ca", str(authority().ca), "--secure-url", self.secure(system)]
            async with DrivenStation(*options) as station:
                await self.start(system, station, password=OLD)
                trigger = call.ExtendedTriggerMessage("SignChargePointCertificate")
                answer = await system.call(trigger)
                self.assertEqual("Accepted", answer.status)
                await station.until(lambda _: system.sent("SignCertificate"))
                csr = system.sent("SignCertificate")[0][3]["csr"]
                for issuer, status in ((None, "Rejected"), (authority(), "Accepted")):
                    chain = sign_request(csr, issuer) if issuer else own_certificate()
                    answer = await system.call(call.CertificateSigned(chain))
                    self.assertEqual(status, answer.status)
                self.assertEqual("Accepted", await self.change(system, "SecurityProfile", "3"))
                await station.until(lambda state: len(system.paths) == 2 and is_registered(state))
                tls = system.connections[-1].wire.socket.transport.get_extra_info("ssl_object")
                subject = dict(pair for rdn in tls.getpeercert()["subject"] for pair in rdn)
                self.assertEqual("CP 1", subject["commonName"])
                self.assertIsNone(system.credentials[-1])
                await station.until(owes_nothing)
        events = [frame[3]["type"] for frame in system.sent("SecurityEventNotification")]
        self.assertEqual(["InvalidChargePointCertificate"], events)
        self.assertEqual([], system.faults)


def sign_request(csr: str, issuer: Authority) -> str:
    folder = temporary_folder()
    (folder / "request.csr").write_text(csr)
    made = subprocess.run(
        ["openssl", "x509", "-req", "-in", str(folder / "request.csr"), "-CA", str(issuer.ca),
         "-CAkey", str(issuer.folder / "ca.key"), "-set_serial", "99", "-days", "3"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return made.stdout


def own_certificate() -> str:
    """A good certificate, but for another key."""
    return Path(authority().issue("other", "CP 1")[0]).read_text()


class Certificates(Driven):
    USE = "CentralSystemRootCertificate"

    async def test_roots_are_installed_listed_and_deleted(self):
        async with self.bench() as (system, station):
            listed = await system.call(call.GetInstalledCertificateIds(self.USE))
            self.assertEqual("NotFound", listed.status)
            pem = authority().ca.read_text()
            leaf = Path(authority().issue("leaf", "leaf", "DNS:leaf")[0]).read_text()
            for text, status in ((pem, "Accepted"), ("nonsense", "Rejected"), (leaf, "Rejected")):
                answer = await system.call(call.InstallCertificate(self.USE, text))
                self.assertEqual(status, answer.status)
            await station("powercycle")
            await station.until(is_registered)
            listed = await system.call(call.GetInstalledCertificateIds(self.USE))
            self.assertEqual("Accepted", listed.status)
            wanted = hash_data(authority().ca)
            found = listed.certificate_hash_data
            self.assertEqual(1, len(found))
            self.assertEqual(
                wanted,
                {
                    "hashAlgorithm": found[0]["hash_algorithm"],
                    "issuerNameHash": found[0]["issuer_name_hash"],
                    "issuerKeyHash": found[0]["issuer_key_hash"],
                    "serialNumber": found[0]["serial_number"],
                },
            )
            for status in ("Accepted", "NotFound"):
                answer = await system.call(call.DeleteCertificate(wanted))
                self.assertEqual(status, answer.status)
            listed = await system.call(call.GetInstalledCertificateIds(self.USE))
            self.assertEqual("NotFound", listed.status)

    async def test_an_installed_root_is_trusted_at_the_next_connection(self):
        async with CentralSystem(tls=server_context()) as system:
            url = f"wss://localhost:{system.secure_port}/ocpp"
            options = ["--ca", str(stranger().ca), "--secure-url", url]
            async with DrivenStation(*options) as station:
                await self.start(system, station, password=OLD)
                root = authority().ca.read_text()
                answer = await system.call(call.InstallCertificate(self.USE, root))
                self.assertEqual("Accepted", answer.status)
                change = call.ChangeConfiguration(key="SecurityProfile", value="2")
                self.assertEqual("Accepted", (await system.call(change)).status)
                state = await station.until(
                    lambda state: len(system.paths) == 2 and is_registered(state)
                )
                self.assertEqual("2", state["configuration"]["SecurityProfile"])
