"""The HTTP interface does what its OpenAPI document says: schemathesis asks every operation for
everything the document allows, and for much that it does not, while a station answers."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

import websockets
from calls import CALLS
from jsonschema import Draft202012Validator
from ocpp.charge_point import remove_nones, serialize_as_dict, snake_to_camel_case
from server import PATIENCE, Server, environment
from station import Gone, Station

HERE = Path(__file__).parent
# The same requests every time; another seed looks elsewhere.
SEED = os.environ.get("OPENAPI_SEED", "1")
EXAMPLES = os.environ.get("OPENAPI_EXAMPLES", "20")
# No 5xx, no status, type or shape that is not documented; what breaks the schema is refused.
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_schema_conformance", "negative_data_rejection",
]  # fmt: skip


_PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
_FILE = {"location": "https://example.com/file"}
_SCHEDULE = {
    "chargingRateUnit": "A", "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 16.1}],
}  # fmt: skip
_PROFILE = {
    "chargingProfileId": 1, "stackLevel": 0, "chargingProfilePurpose": "TxDefaultProfile",
    "chargingProfileKind": "Absolute", "chargingSchedule": _SCHEDULE,
}  # fmt: skip

# What schemathesis finds by luck only: for every command, parameters with which it goes out.
COMMANDS = {
    "remote_start": {"id_tag": "T"},
    "remote_stop": {"transaction_id": 1},
    "charging_profile": {"connector_id": 1, "profile": _PROFILE},
    "clear_charging_profile": {},
    "composite_schedule": {"connector_id": 1, "duration": 60},
    "reserve_now": {
        "connector_id": 1, "expiry_date": "2099-01-01T00:00:00Z", "id_tag": "T",
        "reservation_id": 1,
    },
    "cancel_reservation": {"reservation_id": 1},
    "unlock": {"connector_id": 1},
    "availability": {"connector_id": 0, "type": "Operative"},
    "clear_cache": {},
    "local_list": {"list_version": 1, "update_type": "Full"},
    "reset": {"type": "Soft"},
    "rotate_key": {},
    "change_configuration": {"key": "HeartbeatInterval", "value": "60"},
    "trigger_message": {"requested_message": "Heartbeat"},
    "data_transfer": {"vendor_id": "V"},
    "update_firmware": _FILE | {"retrieve_date": "2026-01-01T00:00:00Z"},
    "diagnostics": _FILE,
    "get_log": _FILE | {"log_type": "SecurityLog", "request_id": 1},
    "install_certificate": {
        "certificate_type": "CentralSystemRootCertificate", "certificate": _PEM,
    },
    "delete_certificate": {
        "hash_algorithm": "SHA256", "issuer_name_hash": "aa", "issuer_key_hash": "bb",
        "serial_number": "1",
    },
    "installed_certificates": {"certificate_type": "CentralSystemRootCertificate"},
    "certificate_signed": {"certificate_chain": _PEM},
}  # fmt: skip


async def _answer(call: list) -> str:
    """Accepts everything a central system says, and breaks off for nothing."""
    result = remove_nones(snake_to_camel_case(serialize_as_dict(CALLS[call[2]][1])))
    return json.dumps([3, call[1], result])


class StubbornStation:
    """Connects again whenever the server sends it away, on a thread of its own."""

    def __init__(self, identity: str, server: Server):
        self.identity, self.server = identity, server
        self.checks, self.ending = [], threading.Event()
        self.connected = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    async def _run(self) -> None:
        self.loop, self.parting = asyncio.get_running_loop(), asyncio.Event()
        parting = asyncio.create_task(self.parting.wait())
        while not self.ending.is_set():
            station = Station(self.identity)
            station.answer = _answer
            self.checks.append(station.check)
            try:
                await station.connect(self.server)
                boot = {"chargePointVendor": "V", "chargePointModel": "M"}
                await station.call("BootNotification", boot)
                self.connected.set()
                gone = asyncio.create_task(station.ended())
                await asyncio.wait([gone, parting], return_when=asyncio.FIRST_COMPLETED)
                gone.cancel()
            except (Gone, OSError, websockets.WebSocketException):
                # Between its deletion and its next connection the door may be closed for a moment,
                # and nobody says when it opens.
                await asyncio.wait([parting], timeout=0.02)
            await station.close()

    def __enter__(self) -> StubbornStation:
        self.thread.start()
        assert self.connected.wait(PATIENCE), "the station did not connect"
        return self

    def __exit__(self, *_) -> None:
        self.ending.set()
        self.loop.call_soon_threadsafe(self.parting.set)
        self.thread.join(PATIENCE)


def furnish(server: Server) -> None:
    """A company with one of everything, so that not every path leads nowhere."""
    for path, body in [
        ("/db/companies", {"id": "C1", "name": "C"}),
        ("/db/sites", {"id": "S1", "company_id": "C1", "name": "S"}),
        ("/db/chargers", {"id": "CP1", "site_id": "S1"}),
        ("/db/connectors", {"id": 1, "charger_id": "CP1"}),
        ("/db/drivers", {"id": "D1", "company_id": "C1", "full_name": "D"}),
        ("/db/rfid-cards", {"id": "TAG1", "driver_id": "D1"}),
        ("/db/tariffs", {"id": "T1", "company_id": "C1", "name": "T", "currency": "EUR",
                         "definition": {"prices": [{"per_kwh": 0.39, "per_start": 1}]}}),
        ("/webhooks", {"id": "W1", "url": "https://127.0.0.1:9/"}),
        ("/db/charge-sessions", {"charger_id": "CP1", "connector_id": 1, "id_tag": "TAG1"}),
    ]:  # fmt: skip
        if path == "/db/charge-sessions":
            answer = server.request("PATCH", "/db/companies/C1", json={"tariff_id": "T1"})
            assert answer.status_code == 200, answer.text
        answer = server.post(path, body)
        assert answer.status_code == 201, f"{path}: {answer.text}"


class OpenAPIDocument(unittest.TestCase):
    def test_the_document_is_true(self):
        with Server("--open", "--log-level", "warning") as server:
            furnish(server)
            with StubbornStation("CP1", server) as station, tempfile.TemporaryDirectory() as folder:
                run = subprocess.run(
                    [
                        sys.executable, "-m", "schemathesis.cli",
                        "--config-file", str(HERE / "schemathesis.toml"), "run",
                        f"http://{server.place}/openapi.json",
                        "--checks", ",".join(CHECKS), "--phases", "coverage,fuzzing",
                        "--max-examples", EXAMPLES, "--seed", SEED, "--no-color",
                        "--generation-database", "none", "--warnings", "off",
                        "--request-timeout", str(PATIENCE),
                        "--continue-on-failure",
                    ],
                    cwd=folder, capture_output=True, text=True, timeout=20 * PATIENCE,
                    env=environment(
                        SCHEMATHESIS_HOOKS="openapi_hooks", PYTHONPATH=str(HERE), NO_PROXY="*"
                    ),
                )  # fmt: skip
            report = [line[:300] for line in (run.stdout + run.stderr).splitlines() if line]
            self.assertEqual(0, run.returncode, "\n".join(report[-300:]))
            self.assertTrue(server.is_running, server.log)
            faults = [fault for check in station.checks for fault in check.faults]
            self.assertEqual([], faults)
            # It was not all refused.
            self.assertGreater(len(server.get("/statistics")["messages"]["to_stations"]), 10)
            self.assertEqual(0, server.terminate())

    def test_the_answers_to_commands_look_as_documented(self):
        with Server("--open", "--log-level", "warning") as server, StubbornStation("CP1", server):
            document = server.get("/openapi.json")
            paths = document["paths"]
            documented = {
                path.split("/")[-1]: methods
                for path, methods in paths.items()
                if path.startswith("/charge_points/{id}/")
            }
            self.assertEqual(set(COMMANDS) | {"configuration"}, set(documented))
            for name, methods in documented.items():
                for method, operation in methods.items():
                    with self.subTest(method=method, name=name):
                        answer = server.http.request(
                            method, f"http://{server.place}/charge_points/CP1/{name}",
                            json=COMMANDS[name] if method == "post" else None,
                        )  # fmt: skip
                        self.assertEqual(200, answer.status_code, answer.text)
                        content = operation["responses"]["200"]["content"]["application/json"]
                        schema = content["schema"] | {"components": document["components"]}
                        Draft202012Validator(schema).validate(answer.json())
