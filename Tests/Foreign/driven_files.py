"""Firmware, diagnostics and logs of `ocpp station`: what it fetches, checks, and puts."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

from certificates import authority, stranger
from driven import Driven, in_minutes, is_registered, owes_nothing
from files import Files, FTPFiles
from ocpp.v16 import call
from server import temporary_folder

FIRMWARE = b"version=2.0.1\n" + bytes(range(256)) * 400


def sign(file: bytes, key: str, *options: str) -> str:
    """The signature in base64, made by the `openssl` program."""
    path = temporary_folder() / "firmware"
    path.write_bytes(file)
    made = subprocess.run(
        ["openssl", "dgst", "-sha256", "-sign", key, *options, str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    return base64.b64encode(made.stdout).decode()


PSS = ("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32")


class Firmware(Driven):
    def told(self, system) -> list[str]:
        return system.statuses("FirmwareStatusNotification")

    async def test_an_update_is_fetched_installed_and_runs_after_a_restart(self):
        with Files({"/firmware.bin": FIRMWARE}) as files:
            async with self.bench() as (system, station):
                await self.begin(station)
                location = f"http://{files.place}/firmware.bin"
                await system.call(call.UpdateFirmware(location, in_minutes(-1)))
                await station.until(lambda _: "Downloaded" in self.told(system))
                # A session that runs is not disturbed.
                self.assertEqual("Charging", (await station.connector())["status"])
                await station("stopcharging", evse=1)
                await station.until(lambda _: "Installed" in self.told(system))
                state = await station.until(owes_nothing)
        self.assertEqual("2.0.1", state["firmware_version"])
        self.assertEqual(
            ["Downloading", "Downloaded", "Installing", "Installed"], self.told(system)
        )
        boots = [frame[3]["firmwareVersion"] for frame in system.sent("BootNotification")]
        self.assertEqual(["1.0", "2.0.1"], boots)
        self.assertEqual([("GET", "/firmware.bin")], files.requests)

    async def test_a_file_that_is_not_there_is_tried_again_and_then_given_up(self):
        with Files() as files:
            async with self.bench("--virtual-clock") as (system, station):
                location = f"http://{files.place}/nothing"
                await system.call(call.UpdateFirmware(location, in_minutes(-1), 1, 5))
                await station.until(lambda _: len(files.requests) == 1)
                await station("advance", seconds=4)
                self.assertEqual(1, len(files.requests))
                await station("advance", seconds=2)
                await station.until(lambda _: "DownloadFailed" in self.told(system))
        self.assertEqual(2, len(files.requests))
        self.assertEqual("DownloadFailed", self.told(system)[-1])
        self.assertEqual(1, len(system.sent("BootNotification")))

    async def test_a_place_that_cannot_be_reached_is_a_failed_download(self):
        async with self.bench() as (system, station):
            for location in (
                "ftp://127.0.0.1:1/firmware", "http://127.0.0.1:1/firmware", "nonsense",
                "gopher://127.0.0.1/firmware",
            ):  # fmt: skip
                before = len(self.told(system))
                await system.call(call.UpdateFirmware(location, in_minutes(-1)))
                await station.until(
                    lambda _, before=before: "DownloadFailed" in self.told(system)[before:]
                )
            configuration = (await station.state())["configuration"]
            self.assertEqual("FTP,HTTP,HTTPS", configuration["SupportedFileTransferProtocols"])

    async def test_an_update_over_ftp(self):
        with FTPFiles({"/inbox/fw.bin": FIRMWARE}) as files:
            async with self.bench() as (system, station):
                sign_in = f"{files.USER}:{files.PASSWORD.replace(' ', '%20')}"
                for user, name, status in (
                    ("me:wrong", "fw.bin", "DownloadFailed"), (sign_in, "none", "DownloadFailed"),
                    (sign_in, "fw.bin", "Installed"),
                ):  # fmt: skip
                    before = len(self.told(system))
                    location = f"ftp://{user}@{files.place}/inbox/{name}"
                    await system.call(call.UpdateFirmware(location, in_minutes(-1)))
                    await station.until(
                        lambda _, before=before, status=status: status in self.told(system)[before:]
                    )
                state = await station.until(owes_nothing)
        self.assertEqual("2.0.1", state["firmware_version"])

    async def signed(
        self, certificate: str, signature: str, file: bytes = FIRMWARE, answered: str = "Accepted"
    ):
        """What a signed update came to: the statuses and the security events."""
        with Files({"/firmware.bin": file}) as files:
            async with self.bench("--firmware-root", str(authority().ca)) as (system, station):
                firmware = {
                    "location": f"http://{files.place}/firmware.bin",
                    "retrieveDateTime": in_minutes(-1), "signingCertificate": certificate,
                    "signature": signature,
                }  # fmt: skip
                answer = await system.call(call.SignedUpdateFirmware(77, firmware))
                self.assertEqual(answered, answer.status)
                action = "SignedFirmwareStatusNotification"
                ends = {"Installed", "InvalidSignature", "InstallationFailed", "DownloadFailed"}
                if answered == "Accepted":
                    await station.until(lambda _: ends & set(system.statuses(action)))
                await station.until(
                    lambda state: is_registered(state)
                    and system.sent("SecurityEventNotification")
                )
        requests = {frame[3]["requestId"] for frame in system.sent(action)}
        self.assertEqual({77} if answered == "Accepted" else set(), requests)
        events = [frame[3]["type"] for frame in system.sent("SecurityEventNotification")]
        return system.statuses(action), events

    async def test_a_good_signature_is_accepted_from_both_kinds_of_key(self):
        for name, rsa, options in (("maker-ec", False, ()), ("maker-rsa", True, PSS)):
            with self.subTest(name):
                certificate, key = authority().issue(name, "Maker", rsa=rsa)
                pem = Path(certificate).read_text()
                statuses, events = await self.signed(pem, sign(FIRMWARE, key, *options))
                wanted = [
                    "Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed",
                ]  # fmt: skip
                self.assertEqual(wanted, statuses)
                self.assertEqual(["FirmwareUpdated"], events)

    async def test_a_bad_signature_is_not_installed(self):
        certificate, key = authority().issue("maker", "Maker")
        strange, strange_key = stranger().issue("maker", "Maker")
        pem = Path(certificate).read_text()
        cases = {
            "another file": (pem, sign(FIRMWARE + b"x", key)),
            "another key": (pem, sign(FIRMWARE, strange_key)),
            "no signature": (pem, "AAAA"),
        }
        for name, (certificate, signature) in cases.items():
            with self.subTest(name):
                statuses, events = await self.signed(certificate, signature)
                self.assertEqual(["Downloading", "Downloaded", "InvalidSignature"], statuses)
                self.assertEqual(["InvalidFirmwareSignature"], events)

    async def test_a_signing_certificate_that_is_not_the_makers_is_refused_at_once(self):
        strange, strange_key = stranger().issue("maker", "Maker")
        for name, certificate in (("another authority", Path(strange).read_text()), ("none", "x")):
            with self.subTest(name):
                statuses, events = await self.signed(
                    certificate, sign(FIRMWARE, strange_key), answered="InvalidCertificate"
                )
                self.assertEqual([], statuses)
                self.assertEqual(["InvalidFirmwareSigningCertificate"], events)


class Logs(Driven):
    async def test_diagnostics_are_put_where_the_central_system_wants_them(self):
        with Files() as files:
            async with self.bench() as (system, station):
                await system.call(
                    call.ChangeConfiguration(key="AuthorizationKey", value="s3cret-0123456789")
                )
                await station.until(lambda _: len(system.paths) == 2)
                await station.until(is_registered)
                location = f"http://user:pass@{files.place}/inbox"
                answer = await system.call(call.GetDiagnostics(location))
                told = lambda: system.statuses("DiagnosticsStatusNotification")  # noqa: E731
                await station.until(lambda _: told()[-1:] == ["Uploaded"])
        self.assertEqual(["Uploading", "Uploaded"], told())
        path = f"/inbox/{answer.file_name}"
        self.assertEqual([("PUT", path)], files.requests)
        self.assertEqual(["Basic " + base64.b64encode(b"user:pass").decode()], files.credentials)
        text = files.stored[path].decode()
        self.assertIn("HeartbeatInterval = 300", text)
        self.assertIn("BootNotification", text)
        for secret in ("s3cret", "user:pass"):
            self.assertNotIn(secret, text)

    async def test_diagnostics_over_ftp(self):
        with FTPFiles() as files:
            async with self.bench() as (system, station):
                sign_in = f"{files.USER}:{files.PASSWORD.replace(' ', '%20')}"
                told = lambda: system.statuses("DiagnosticsStatusNotification")  # noqa: E731
                location = f"ftp://{sign_in}@{files.place}/inbox"
                answer = await system.call(call.GetDiagnostics(location))
                await station.until(lambda _: told()[-1:] == ["Uploaded"])
                await system.call(call.GetDiagnostics(location.replace("inbox", "outbox")))
                await station.until(lambda _: told()[-1:] == ["UploadFailed"])
        text = files.stored[f"/inbox/{answer.file_name}"].decode()
        self.assertIn("BootNotification", text)
        self.assertNotIn("s3cret", text)
        self.assertEqual(
            ["USER", "PASS", "TYPE", "CWD", "EPSV", "STOR", "QUIT"], files.commands[:7]
        )

    async def test_a_server_without_put_gets_a_post(self):
        with Files(takes=("POST",)) as files:
            async with self.bench() as (system, station):
                log = {"remoteLocation": f"http://{files.place}/inbox"}
                answer = await system.call(call.GetLog(log, "SecurityLog", 9))
                self.assertEqual("Accepted", answer.status)
                told = lambda: system.statuses("LogStatusNotification")  # noqa: E731
                await station.until(lambda _: told()[-1:] == ["Uploaded"])
        self.assertEqual(["Uploading", "Uploaded"], told())
        self.assertEqual({9}, {frame[3]["requestId"] for frame in system.sent("LogStatusNotification")})
        self.assertEqual(
            [("PUT", f"/inbox/{answer.filename}"), ("POST", "/inbox")], files.requests
        )

    async def test_a_file_that_nobody_takes_is_tried_again_and_then_given_up(self):
        with Files(takes=()) as files:
            async with self.bench("--virtual-clock") as (system, station):
                await system.call(call.GetDiagnostics(f"http://{files.place}/inbox", 1, 5))
                told = lambda: system.statuses("DiagnosticsStatusNotification")  # noqa: E731
                await station.until(lambda _: len(files.requests) == 2)
                await station("advance", seconds=6)
                await station.until(lambda _: told()[-1:] == ["UploadFailed"])
        self.assertEqual(["Uploading", "UploadFailed"], told())
        self.assertEqual(4, len(files.requests))
