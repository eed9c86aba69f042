"""What a charge point in C does besides charging, against a real `ocpp serve`: firmware, uploads,
certificates, data in both directions, keys of its own, errors; and what one without the means answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "Foreign"))

from files import Files  # noqa: E402
from server import PASSWORD, PATIENCE, Server  # noqa: E402

PROGRAM = Path(os.environ.get("C_LIBRARY", ".build/c-library")).resolve() / "services"
PEM = "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----\n"
FLAT = PEM.replace("\n", " ")
FIRMWARE = b"firmware " * 5000


def in_minutes(minutes: float) -> str:
    time = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Program:
    """The program with its lines. It ends when its input does, or when it is told to restart."""

    def __init__(self, server: Server, identity: str, *arguments: str, **variables: str):
        host, port = server.place.split(":")
        self.process = subprocess.Popen(
            [PROGRAM, host, port, identity, *arguments], stdin=subprocess.PIPE, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | variables,
        )  # fmt: skip
        self.lines: list[str] = []
        self.told = 0
        # What came of each line that it was told.
        self.results: list[str] = []
        self.ordered = 0
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            with self._changed:
                word = line.rstrip("\n")
                (self.results if word.startswith("result|") else self.lines).append(word)
                self._changed.notify_all()
        with self._changed:
            self.lines.append("ended")
            self._changed.notify_all()

    def __enter__(self) -> Program:
        self.says("online")
        return self

    def __exit__(self, *_) -> None:
        self.process.stdin.close()
        status = self.process.wait(PATIENCE)
        self._reader.join()
        self.process.stdout.close()
        assert status == 0, f"exit status {status}: {self.lines}"

    def says(self, line: str) -> None:
        """Waits for a line that has not been waited for; lines before it are passed over."""
        with self._changed:
            found = self._changed.wait_for(lambda: line in self.lines[self.told :], PATIENCE)
            assert found, f"it does not say {line!r}: {self.lines[self.told :]}"
            self.told = self.lines.index(line, self.told) + 1

    def do(self, *words: object, result: int = 0) -> None:
        self.process.stdin.write("|".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        self.ordered += 1
        with self._changed:
            self._changed.wait_for(lambda: len(self.results) >= self.ordered, PATIENCE)
        assert self.results[self.ordered - 1 :] == [f"result|{result}"], (words, self.results)


class Services(unittest.TestCase):
    def setUp(self):
        self.server = Server("--open", "--log-level", "warning").start()
        self.addCleanup(self.server.discard)

    def program(self, *arguments: str, **variables: str) -> Program:
        return Program(self.server, "C-1", *(arguments or ("1.0",)), **variables)

    def send(self, action: str, **payload) -> dict:
        """The station's answer to a call of the central system."""
        answer = self.server.post("/connections/C-1/send", {"action": action, "payload": payload})
        self.assertEqual(200, answer.status_code, answer.text)
        return answer.json()

    def answer(self, action: str, **payload) -> dict:
        answer = self.send(action, **payload)
        return answer.get("payload", answer)

    def status(self, action: str, **payload) -> str:
        return self.answer(action, **payload)["status"]

    def frames(self, action: str) -> list[dict]:
        """The payloads of what the station sent, oldest first."""
        logs = self.server.get("/api/ocpp/logs/?station_id=C-1&limit=1000")["logs"]
        wanted = ("from_station", "call", action)
        return [
            json.loads(each["raw_data"])[3] for each in reversed(logs)
            if tuple(map(each.get, ("direction", "message_type", "action"))) == wanted
        ]  # fmt: skip

    def sent(self, action: str, is_there=lambda frames: bool(frames)) -> list[dict]:
        """The same, once they are what they should be."""
        deadline = datetime.now() + timedelta(seconds=PATIENCE)
        while not is_there(frames := self.frames(action)):
            self.assertLess(datetime.now(), deadline, f"{action}: {frames}")
        return frames

    def statuses(self, action: str, last: str) -> list[str]:
        frames = self.sent(action, lambda all: bool(all) and all[-1]["status"] == last)
        return [each["status"] for each in frames]


class Firmware(Services):
    def test_an_update_is_fetched_installed_and_runs_after_the_restart(self):
        with tempfile.TemporaryDirectory() as folder, Files({"/fw.bin": FIRMWARE}) as files:
            journal = f"{folder}/journal"
            location = f"http://{files.place}/fw.bin"
            with self.program("1.0", journal) as program:
                self.assertEqual({}, self.answer("UpdateFirmware", location=location, retrieveDate=in_minutes(-1)))
                program.says(f"download|{location}|-|-|{len(FIRMWARE)}")
                program.says("install")
                action = "FirmwareStatusNotification"
                self.statuses(action, "Installing")
                # The board restarts without a word.
            with self.program("2.0", journal):
                self.assertEqual(
                    ["Downloading", "Downloaded", "Installing", "Installed"],
                    self.statuses(action, "Installed"),
                )
        self.assertEqual([("GET", "/fw.bin")], files.requests)

    def test_what_cannot_be_fetched_or_installed_is_reported(self):
        action = "FirmwareStatusNotification"
        with Files({"/fw.bin": FIRMWARE}) as files, self.program() as program:
            self.answer("UpdateFirmware", location=f"http://{files.place}/no", retrieveDate=in_minutes(-1))
            program.says(f"download|http://{files.place}/no|-|-|-1")
            self.assertEqual("DownloadFailed", self.statuses(action, "DownloadFailed")[-1])
            self.answer("UpdateFirmware", location=f"http://{files.place}/fw.bin", retrieveDate=in_minutes(-1))
            program.says("install")
            program.do("installed", 0)
            self.assertEqual("InstallationFailed", self.statuses(action, "InstallationFailed")[-1])

    def test_a_location_the_journal_cannot_keep_is_refused_and_it_charges_on(self):
        with tempfile.TemporaryDirectory() as folder, self.program("1.0", f"{folder}/journal") as program:
            location = "http://127.0.0.1/" + "x" * 2500
            payload = {"location": location, "retrieveDate": in_minutes(-1)}
            answer = self.server.post("/connections/C-1/send", {"action": "UpdateFirmware", "payload": payload})
            self.assertIn("PropertyConstraintViolation", answer.text)
            program.do("plug", 1)
            program.do("ready", 1)
            program.do("card", "DEMO0001")
            program.says("closed|1")

    def signed(self, files: Files) -> dict:
        return {
            "requestId": 7, "firmware": {
                "location": f"http://{files.place}/fw.bin", "retrieveDateTime": in_minutes(-1),
                "signingCertificate": PEM, "signature": "c2lnbmF0dXJl",
            },
        }  # fmt: skip

    def test_a_signed_update_asks_for_certificate_and_signature(self):
        with Files({"/fw.bin": FIRMWARE}) as files, self.program() as program:
            program.do("at once", 1)
            self.assertEqual("Accepted", self.status("SignedUpdateFirmware", **self.signed(files)))
            program.says(f"certificate|{FLAT}")
            location = f"http://{files.place}/fw.bin"
            program.says(f"download|{location}|{FLAT}|c2lnbmF0dXJl|{len(FIRMWARE)}")
            program.says(f"verify|{location}|{FLAT}|c2lnbmF0dXJl")
            program.says("install")
            program.do("installed", 1)
            self.assertEqual(
                ["Downloading", "Downloaded", "SignatureVerified", "Installing", "Installed"],
                self.statuses("SignedFirmwareStatusNotification", "Installed"),
            )

    def test_a_bad_signature_is_no_firmware_and_a_security_event(self):
        with Files({"/fw.bin": FIRMWARE}) as files, self.program() as program:
            call = threading.Thread(target=self.send, args=("SignedUpdateFirmware",), kwargs=self.signed(files))
            call.start()
            program.says(f"certificate|{FLAT}")
            program.do("certificate", 0)
            call.join()
            program.says(f"verify|http://{files.place}/fw.bin|{FLAT}|c2lnbmF0dXJl")
            program.do("verified", 0)
            self.statuses("SignedFirmwareStatusNotification", "InvalidSignature")
            events = self.sent("SecurityEventNotification")
            self.assertEqual("InvalidFirmwareSignature", events[-1]["type"])

    def test_a_revoked_certificate_refuses_the_update(self):
        answers = []
        with Files() as files, self.program() as program:
            ask = lambda: answers.append(self.status("SignedUpdateFirmware", **self.signed(files)))  # noqa: E731
            call = threading.Thread(target=ask)
            call.start()
            program.says(f"certificate|{FLAT}")
            program.do("certificate", 2)
            call.join()
        self.assertEqual(["RevokedCertificate"], answers)


class Uploads(Services):
    def test_diagnostics_and_logs_are_put_where_they_are_wanted(self):
        with Files() as files, self.program() as program:
            place = f"http://{files.place}/in"
            answer = self.answer("GetDiagnostics", location=place, startTime="2026-01-01T00:00:00Z")
            self.assertEqual("diagnostics.log", answer["fileName"])
            program.says(f"upload|0|{place}|diagnostics.log|1767225600000|{2**63 - 1}")
            self.assertEqual(
                ["Uploading", "Uploaded"], self.statuses("DiagnosticsStatusNotification", "Uploaded")
            )
            log = {"remoteLocation": place, "latestTimestamp": "2026-01-01T00:00:01Z"}
            answer = self.answer("GetLog", logType="SecurityLog", requestId=3, log=log)
            self.assertEqual(("Accepted", "security.log"), (answer["status"], answer["filename"]))
            program.says(f"upload|2|{place}|security.log|{-(2**63)}|1767225601000")
            self.assertEqual(
                ["Uploading", "Uploaded"], self.statuses("LogStatusNotification", "Uploaded")
            )
        self.assertEqual({"/in/diagnostics.log", "/in/security.log"}, set(files.stored))
        self.assertEqual(b"log 2 of 0 messages owed\n", files.stored["/in/security.log"])

    def test_a_place_that_takes_nothing_is_a_failed_upload(self):
        with Files(takes=()) as files, self.program():
            self.answer("GetDiagnostics", location=f"http://{files.place}/in")
            self.statuses("DiagnosticsStatusNotification", "UploadFailed")


class Certificates(Services):
    def test_they_are_installed_listed_removed_and_signed(self):
        use, root = "CentralSystemRootCertificate", "ManufacturerRootCertificate"
        name = {"hashAlgorithm": "SHA384", "issuerNameHash": "aa", "issuerKeyHash": "bb", "serialNumber": "c"}
        with self.program() as program:
            program.do("at once", 1)
            status = self.status("InstallCertificate", certificateType=root, certificate=PEM)
            self.assertEqual("Accepted", status)
            program.says(f"install certificate|1|{FLAT}")
            listed = self.answer("GetInstalledCertificateIds", certificateType=use)
            self.assertEqual("Accepted", listed["status"])
            self.assertEqual(
                [
                    {"hashAlgorithm": "SHA256", "issuerNameHash": "aa11", "issuerKeyHash": "bb22", "serialNumber": "01"},
                    {"hashAlgorithm": "SHA512", "issuerNameHash": "cc33", "issuerKeyHash": "dd44", "serialNumber": "02"},
                ],
                listed["certificateHashData"],
            )
            self.assertEqual("NotFound", self.status("GetInstalledCertificateIds", certificateType=root))
            self.assertEqual("NotFound", self.status("DeleteCertificate", certificateHashData=name))
            program.says("remove|1|aa|bb|c")
            self.assertEqual("Accepted", self.status("CertificateSigned", certificateChain=PEM))
            program.says(f"store|{FLAT}")
            trigger = self.status("ExtendedTriggerMessage", requestedMessage="SignChargePointCertificate")
            self.assertEqual("Accepted", trigger)
            program.says("make request")
            self.assertIn("CERTIFICATE REQUEST", self.sent("SignCertificate")[0]["csr"])

    def test_the_program_may_take_its_time_and_say_no(self):
        answers = []
        use = "CentralSystemRootCertificate"
        ask = lambda: answers.append(  # noqa: E731
            self.status("InstallCertificate", certificateType=use, certificate=PEM)
        )
        with self.program() as program:
            for verdict in (1, 2):
                call = threading.Thread(target=ask)
                call.start()
                program.says(f"install certificate|0|{FLAT}")
                program.do("certificate installed", verdict)
                call.join()
        self.assertEqual(["Failed", "Rejected"], answers)


class Data(Services):
    def test_data_goes_both_ways(self):
        with self.program() as program:
            program.do("at once", 1)
            answer = self.answer("DataTransfer", vendorId="org.example", messageId="tariff", data="{\"a\":1}")
            self.assertEqual(("Accepted", "{\"a\":1}"), (answer["status"], answer["data"]))
            program.says("data|org.example|tariff|{\"a\":1}|7")
            self.assertEqual("UnknownVendorId", self.status("DataTransfer", vendorId="org.other"))
            program.says("data|org.other|-|-|0")
            program.do("send", "org.example", "battery", "42 %")
            self.assertEqual(
                [{"vendorId": "org.example", "messageId": "battery", "data": "42 %"}],
                self.sent("DataTransfer", lambda all: len(all) == 1),
            )
            program.says("answered|3|-|0")

    def test_the_answer_may_come_later(self):
        answers = []
        ask = lambda: answers.append(self.answer("DataTransfer", vendorId="org.example"))  # noqa: E731
        with self.program() as program:
            call = threading.Thread(target=ask)
            call.start()
            program.says("data|org.example|-|-|0")
            program.do("answer", 2, "which one?")
            call.join()
        self.assertEqual([{"status": "UnknownMessageId", "data": "which one?"}], answers)


class Charger(Services):
    def test_keys_of_its_own_are_changed_and_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            journal = f"{folder}/journal"
            with self.program("1.0", journal) as program:
                change = lambda key, value: self.status("ChangeConfiguration", key=key, value=value)  # noqa: E731
                self.assertEqual("Accepted", change("LedColour", "blue"))
                program.says("changed|LedColour|blue")
                self.assertEqual("RebootRequired", change("FanSpeed", "80"))
                self.assertEqual("Rejected", change("FanSpeed", "101"))
                self.assertEqual("Rejected", change("Assembled", "today"))
                self.assertEqual("Accepted", change("LightIntensity", "20"))
                program.says("changed|LightIntensity|20")
                program.do("set", "Assembled", "2026-02-02")
                program.do("set", "LedColour", "much too long", result=-9)
            with self.program("1.0", journal):
                keys = ["LedColour", "FanSpeed", "Assembled", "LightIntensity"]
                told = self.answer("GetConfiguration", key=keys)["configurationKey"]
                self.assertEqual(
                    [("LedColour", "blue", False), ("FanSpeed", "80", False),
                     ("Assembled", "2026-02-02", True), ("LightIntensity", "20", False)],
                    [(each["key"], each["value"], each["readonly"]) for each in told],
                )  # fmt: skip

    def test_whom_the_program_knows_charges_unasked_and_every_message_can_be_watched(self):
        with self.program() as program:
            program.do("watch", 1)
            program.do("plug", 1)
            program.do("ready", 1)
            program.do("authorized", 1, "TERMINAL", "FAMILY")
            program.says("closed|1")
            start = self.sent("StartTransaction")[0]
            self.assertEqual("TERMINAL", start["idTag"])
            program.do("authorized", 1, "TERMINAL", result=-5)
            program.do("stop", 3)
            program.says("open|1")
            self.sent("StopTransaction")
            self.assertEqual([], self.frames("Authorize"))
            program.do("watch", 0)
            self.status("ChangeConfiguration", key="HeartbeatInterval", value="1000")
        watched = [line.split("|", 1) for line in program.lines if line.startswith(("sent|", "heard|"))]
        frames = [(way, json.loads(text)) for way, text in watched]
        (call,) = [frame for way, frame in frames if way == "sent" and frame[2] == "StartTransaction"]
        self.assertEqual("TERMINAL", call[3]["idTag"])
        answers = [frame for way, frame in frames if way == "heard" and frame[:2] == [3, call[1]]]
        self.assertEqual(1, len(answers), frames)
        self.assertNotIn("ChangeConfiguration", str(frames))

    def test_errors_are_told_with_the_makers_code(self):
        with self.program() as program:
            # A warning: WeakSignal.
            program.do("error", 0, 15, "-113 dBm", "E7")
            told = self.sent("StatusNotification", lambda all: all[-1]["errorCode"] == "WeakSignal")[-1]
            self.assertEqual(
                ("Available", "-113 dBm", "Example", "E7"),
                (told["status"], told["info"], told["vendorId"], told["vendorErrorCode"]),
            )
            # A fault: GroundFailure. Then none.
            program.do("error", 1, 2, "30 mA", "RCD")
            told = self.sent("StatusNotification", lambda all: all[-1]["errorCode"] == "GroundFailure")[-1]
            self.assertEqual(("Faulted", "RCD"), (told["status"], told["vendorErrorCode"]))
            program.do("error", 1, 6)
            told = self.sent("StatusNotification", lambda all: all[-1]["errorCode"] == "NoError")[-1]
            self.assertEqual("Available", told["status"])

    def test_security_events_outlive_the_connection(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.program("1.0", f"{folder}/journal") as program:
                self.server.terminate()
                program.says("offline")
                program.do("event", "TamperDetectionActivated", "lid")
            self.server.start()
            with self.program("1.0", f"{folder}/journal"):
                event = self.sent("SecurityEventNotification")[0]
        self.assertEqual(("TamperDetectionActivated", "lid"), (event["type"], event["techInfo"]))

    def test_a_lock_may_take_its_time(self):
        for is_free, status in ((1, "Unlocked"), (0, "UnlockFailed")):
            answers = []
            ask = lambda: answers.append(self.status("UnlockConnector", connectorId=1))  # noqa: B023, E731
            with self.program() as program:
                call = threading.Thread(target=ask)
                call.start()
                program.says("unlock|1")
                program.do("unlocked", is_free)
                call.join()
            self.assertEqual([status], answers)

    def test_a_transaction_ends_for_any_reason_of_the_specification(self):
        with self.program() as program:
            program.do("plug", 1)
            program.do("ready", 1)
            program.do("card", "DEMO0001")
            program.says("closed|1")
            program.do("stop", 6)
            program.says("open|1")
            stop = self.sent("StopTransaction")[0]
        self.assertEqual("Reboot", stop["reason"])

    def test_another_sim_card_is_told(self):
        with self.program() as program:
            program.do("sim", "8949123", "26207")
            boot = self.sent("BootNotification", lambda all: len(all) == 2)[-1]
        self.assertEqual(("8949123", "26207"), (boot["iccid"], boot["imsi"]))

    def test_a_new_password_and_a_higher_profile_reach_the_program(self):
        with self.program() as program:
            change = lambda key, value: self.status("ChangeConfiguration", key=key, value=value)  # noqa: E731
            self.assertEqual("Accepted", change("AuthorizationKey", PASSWORD))
            program.says(f"password|{PASSWORD}|{len(PASSWORD)}")
            self.assertEqual("Accepted", change("SecurityProfile", "1"))
            program.says("profile|1")
            # Highest: 1.
            self.assertEqual("Rejected", change("SecurityProfile", "2"))
            program.do("set", "SecurityProfile", "0")
            program.says("profile|0")


class Bare(Services):
    """A program with none of these callbacks."""

    def test_what_it_cannot_do_it_says_in_the_words_of_ocpp(self):
        with self.program("bare"):
            def error(action: str, **payload) -> str:
                answer = self.server.post("/connections/C-1/send", {"action": action, "payload": payload})
                self.assertNotEqual(200, answer.status_code, answer.text)
                return answer.text

            self.assertIn("NotSupported", error("UpdateFirmware", location="http://x", retrieveDate=in_minutes(-1)))
            self.assertIn("NotSupported", error("GetDiagnostics", location="http://x"))
            log = {"remoteLocation": "http://x"}
            self.assertEqual("Rejected", self.status("GetLog", logType="DiagnosticsLog", requestId=1, log=log))
            firmware = {"location": "http://x", "retrieveDateTime": in_minutes(-1), "signingCertificate": PEM, "signature": "x"}
            self.assertEqual("Rejected", self.status("SignedUpdateFirmware", requestId=1, firmware=firmware))
            use = "ManufacturerRootCertificate"
            self.assertEqual("Rejected", self.status("InstallCertificate", certificateType=use, certificate=PEM))
            self.assertEqual("NotFound", self.status("GetInstalledCertificateIds", certificateType=use))
            name = {"hashAlgorithm": "SHA256", "issuerNameHash": "aa", "issuerKeyHash": "bb", "serialNumber": "c"}
            self.assertEqual("Failed", self.status("DeleteCertificate", certificateHashData=name))
            self.assertEqual("Rejected", self.status("CertificateSigned", certificateChain=PEM))
            self.assertEqual(
                "NotImplemented", self.status("ExtendedTriggerMessage", requestedMessage="SignChargePointCertificate")
            )
            self.assertEqual("UnknownVendorId", self.status("DataTransfer", vendorId="org.example"))
            self.assertEqual("NotSupported", self.status("UnlockConnector", connectorId=1))
            change = lambda key, value: self.status("ChangeConfiguration", key=key, value=value)  # noqa: E731
            self.assertEqual("Rejected", change("SecurityProfile", "1"))
            self.assertEqual("NotSupported", change("LedColour", "blue"))
            keys = ["SupportedFeatureProfiles", "SupportedFileTransferProtocols"]
            told = self.answer("GetConfiguration", key=keys)["configurationKey"]
            self.assertNotIn("FirmwareManagement", told[0]["value"])
            self.assertEqual("", told[1].get("value", ""))
