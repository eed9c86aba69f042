"""Companies and apps, word for word as the two systems document it whose paths these are: a company
with its site, charger, driver and card, and an app that charges on a payment. Over HTTP, with
`ocpp station` as the charger. And no secret anywhere it could be read."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import hmac
import io
import json
import time
import unittest
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

import requests
from driven_station import DrivenStation
from server import PASSWORD, PATIENCE, Server, run

SECRET = "the-secret-of-inbound-webhooks"


async def until(ask, wanted, patience: float = PATIENCE):
    """What `ask` answers once `wanted` is content with it."""
    deadline = time.monotonic() + patience
    while True:
        answer = await asyncio.to_thread(ask)
        if wanted(answer) or time.monotonic() > deadline:
            return answer
        await asyncio.sleep(0.05)


def moment(text: str) -> Decimal:
    """Seconds since 1970, exactly."""
    time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return Decimal(int(time.timestamp())) + Decimal(time.microsecond) / 1_000_000


class Flows(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(OCPP_WEBHOOK_SECRET=SECRET).start()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    def made(self, path: str, body: dict, status: int = 201) -> dict:
        answer = self.server.post(path, body)
        self.assertEqual(status, answer.status_code, f"{path}: {answer.text}")
        return answer.json()

    def station(self, identity: str) -> DrivenStation:
        answer = self.server.request(
            "PATCH", f"/charge-points/{identity}", json={"password": PASSWORD}
        )
        self.assertEqual(200, answer.status_code, answer.text)
        return DrivenStation(
            "--url", f"ws://{self.server.place}/ocpp", "--id", identity, OCPP_PASSWORD=PASSWORD
        )

    async def test_an_app_charges_on_a_payment(self):
        sync = {
            "charging_station_id": "STATION_001", "name": "My Station", "latitude": 9.01,
            "longitude": 38.75, "address": "Bole Road",
            "connectors": [{"connector_id": 1, "connector_type": "CCS2", "max_power": 50}],
        }  # fmt: skip
        for _ in range(2):
            known = self.made("/api/ocpp/sync-station/", sync, 200)
            self.assertTrue(known["success"])
            self.assertEqual("STATION_001", known["data"]["station_id"])
            self.assertIn("/ocpp/STATION_001", known["data"]["ocpp_websocket"])
        async with self.station("STATION_001") as station:
            shown = await until(
                lambda: self.server.get("/api/ocpp/stations/STATION_001/"),
                lambda s: s["status"] == "available",
            )
            self.assertTrue(shown["is_online"])
            self.assertEqual("available", shown["status"], station.output)
            order = {
                "station_id": "STATION_001", "connector_id": 1, "user_id": "user-1",
                "payment_transaction_id": "pay_123", "owner_id": "owner_1",
                "owner_name": "Station Owner",
            }  # fmt: skip
            begun = await asyncio.to_thread(
                self.made, "/api/ocpp/initiate-charging/", order
            )
            self.assertTrue(begun["success"], begun)
            id = begun["charging_session"]["transaction_id"]
            self.assertEqual("pending", begun["charging_session"]["status"])
            self.assertEqual(
                id, self.made("/api/ocpp/initiate-charging/", order, 200)["data"]["transaction_id"]
            )
            await station("plugin", evse=1)

            def status() -> dict:
                return self.server.get(f"/api/ocpp/session-status/?transaction_id={id}")

            live = await until(status, lambda s: s["status"] == "charging")
            self.assertEqual(("charging", "authorized"), (live["status"], live["payment_status"]))
            stop = await asyncio.to_thread(
                self.made, "/api/ocpp/stop-charging/", {"transaction_id": id, "user_id": "user-1"},
                200,
            )  # fmt: skip
            self.assertTrue(stop["success"], stop)
            over = await until(
                lambda: self.server.get(f"/api/ocpp/sessions/{id}/"),
                lambda s: s["status"] == "completed",
            )
            self.assertEqual(("completed", "completed"), (over["status"], over["payment_status"]))
            self.assertEqual("Remote", over["reason"])
        history = self.server.get("/api/ocpp/sessions/?status=completed")["sessions"]
        self.assertIn(id, [each["transaction_id"] for each in history])
        logs = self.server.get("/api/ocpp/logs/?station_id=STATION_001")
        self.assertIn("RemoteStartTransaction", json.dumps(logs, default=str))

    async def test_a_company_with_site_charger_driver_and_card(self):
        self.made("/db/companies/", {"id": "ACME", "name": "Acme"})
        self.made(
            "/db/companies/ACME/tariffs/",
            {
                "id": "FLAT", "name": "Flat", "currency": "EUR",
                "definition": {
                    "prices": [{"per_kwh": 0.39, "per_minute": 0.05, "per_start": 1}],
                    "tax_rate": 0.19,
                },
            },
        )  # fmt: skip
        self.made(
            "/db/companies/ACME/sites/",
            {
                "id": "YARD", "name": "Yard", "city": "Berlin", "time_zone": "Europe/Berlin",
                "tariff_id": "FLAT",
            },
        )  # fmt: skip
        self.made(
            "/db/companies/ACME/sites/YARD/chargers/",
            {"id": "POLE-1", "name": "Pole", "brand": "B", "active_24x7": True},
        )
        self.made(
            "/db/companies/ACME/sites/YARD/chargers/POLE-1/connectors/",
            {"id": 1, "type": "Type2", "rated_power_kw": 22},
        )
        self.made("/db/companies/ACME/drivers/", {"id": "DRIVER", "full_name": "Dora"})
        self.made(
            "/db/companies/ACME/drivers/DRIVER/rfid-cards/", {"id": "CARD01", "name_on": "Dora"}
        )
        async with self.station("POLE-1") as station:
            await until(
                lambda: self.server.get("/db/chargers/POLE-1"), lambda c: c["status"] == "available"
            )
            await station("plugin", evse=1)
            await station("swipe", token="CARD01", evses=[1])
            listed = await until(
                lambda: self.server.get("/db/charge-sessions/?driver_id=DRIVER"),
                lambda page: [s for s in page["charge_sessions"] if s["status"] == "charging"],
            )
            session = listed["charge_sessions"][0]
            self.assertEqual(
                ("ACME", "YARD", "POLE-1", 1, "DRIVER", "CARD01", "charging"),
                tuple(
                    session[name]
                    for name in (
                        "company_id", "site_id", "charger_id", "connector_id", "driver_id",
                        "card_id", "status",
                    )
                ),
            )  # fmt: skip
            await station("stopcharging", evse=1)
            path = f"/db/charge-sessions/{session['id']}"
            over = await until(
                lambda: self.server.get(path), lambda s: s["status"] == "completed"
            )
            self.assertEqual("completed", over["status"])
            self.assertIn("end", over)
        self.check_bill(path, over)
        types = [event["type"] for event in self.server.get(f"{path}/events")["events"]]
        self.assertEqual(("Ended", "Started"), (types[0], types[-1]))
        connectors = self.server.get("/db/companies/ACME/sites/YARD/chargers/POLE-1/connectors/")
        self.assertEqual("Type2", connectors["connectors"][0]["type"])
        answer = self.server.request("DELETE", "/db/companies/ACME")
        self.assertEqual(409, answer.status_code)
        answer = self.server.request("DELETE", "/db/companies/ACME?cascade=true")
        self.assertEqual(204, answer.status_code, answer.text)
        self.assertEqual(404, self.server.request("GET", path).status_code)

    def check_bill(self, path: str, session: dict) -> None:
        """Reckons the cost of a session again, from its lines, with decimals of Python."""
        bill = self.server.get(f"{path}/cost")
        self.assertEqual(("FLAT", 1), (bill["tariff"]["id"], bill["tariff"]["version"]))
        self.assertEqual("Europe/Berlin", bill["time_zone"])
        energy = Decimal(session["billable_energy_wh"])
        length = moment(session["end"]) - moment(session["start"])
        wanted = [energy / 1000 * Decimal("0.39"), length / 60 * Decimal("0.05")]
        if energy:
            wanted.append(Decimal(1))
        cents = [
            int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP)) for amount in wanted if amount
        ]
        self.assertEqual(cents, [line["amount"] for line in bill["lines"]], bill)
        self.assertEqual(sum(cents), bill["cost"])
        tax = Decimal(bill["cost"]) * Decimal("0.19") / Decimal("1.19")
        self.assertEqual(int(tax.quantize(Decimal(1), ROUND_HALF_UP)), session["tax"])
        self.assertEqual(
            (bill["cost"], f"{sum(cents) / 100:.2f}", "EUR"),
            (session["cost"], session["cost_decimal"], session["currency"]),
        )
        table = self.server.request("GET", "/db/charge-sessions.csv?company_id=ACME")
        self.assertEqual(200, table.status_code, table.text)
        self.assertEqual("chunked", table.headers["Transfer-Encoding"])
        rows = list(csv.DictReader(io.StringIO(table.content.decode(), newline="")))
        mine = [row for row in rows if row["id"] == str(session["id"])]
        self.assertEqual([session["cost_decimal"]], [row["cost_decimal"] for row in mine])
        self.assertEqual("CARD01", mine[0]["card_id"])

    async def test_no_secret_of_a_station_is_kept_or_told(self):
        """AuthorizationKey by every way it can be set, a job with credentials in a URL, and a station
        that shows its password: in no answer, log, database or journal of frames."""
        self.server.add_station("SECRETIVE", "planted-station-password-0")
        planted = [f"planted-station-password-{number}" for number in range(6)]
        planted += ["planted-ftp-password", "planted-guess-of-a-station"]
        answers = []

        def said(method: str, path: str, body: dict | None = None) -> str:
            answer = self.server.request(method, path, json=body)
            self.assertLess(answer.status_code, 500, answer.text)
            answers.append(answer.text)
            return answer.text

        def change(number: int) -> dict:
            return {"key": "AuthorizationKey", "value": planted[number]}

        wrong = DrivenStation(
            "--url", f"ws://{self.server.place}/ocpp", "--id", "SECRETIVE",
            OCPP_PASSWORD=planted[7],
        )  # fmt: skip
        async with wrong:
            await until(lambda: wrong.output, lambda text: "401" in text)
        station = DrivenStation(
            "--url", f"ws://{self.server.place}/ocpp", "--id", "SECRETIVE",
            OCPP_PASSWORD=planted[0],
        )  # fmt: skip
        async with station:
            await until(
                lambda: self.server.get("/charge-points/SECRETIVE"), lambda s: s["is_online"]
            )
            ask = asyncio.to_thread
            self.assertIn("400", await ask(
                said, "PUT", "/charge-points/SECRETIVE/configuration", {"settings": [change(1)]}
            ))  # fmt: skip
            send = {"action": "ChangeConfiguration", "payload": change(2)}
            await ask(said, "POST", "/connections/SECRETIVE/send", send)
            await ask(said, "POST", "/charge_points/SECRETIVE/change_configuration", change(3))
            query = f"?key=AuthorizationKey&value={planted[4]}"
            await ask(said, "POST", f"/charge_points/SECRETIVE/change_configuration{query}")
            # A job is kept, so a secret of a station cannot be one of its parameters.
            job = {
                "command": "change_configuration", "parameters": change(5),
                "stations": ["SECRETIVE"],
            }  # fmt: skip
            self.assertIn("rotate_key", await ask(said, "POST", "/jobs", job))
            location = f"ftp://user:{planted[6]}@127.0.0.1:9/"
            job = {
                "command": "diagnostics", "parameters": {"location": location},
                "stations": ["SECRETIVE"],
            }  # fmt: skip
            id = json.loads(await ask(said, "POST", "/jobs", job))["id"]
            await until(
                lambda: self.server.get(f"/jobs/{id}"), lambda job: job["status"] == "completed"
            )
            await ask(said, "GET", f"/jobs/{id}")
            await ask(said, "GET", "/charge_points/SECRETIVE/configuration")
            for path in (
                "/charge-points/SECRETIVE/configuration", "/charge-points/SECRETIVE", "/jobs",
                "/api/ocpp/logs/?station_id=SECRETIVE&limit=1000", "/audit-log?limit=1000",
                "/security-events?limit=1000", "/connections/SECRETIVE",
            ):  # fmt: skip
                await ask(said, "GET", path)
        told = "".join(answers)
        self.assertIn("ChangeConfiguration", told)
        files = {
            file: file.read_bytes()
            for file in self.server.data.rglob("*")
            if file.is_file() and file.suffix != ".key"
        }
        self.assertTrue(any("frames" in str(file) for file in files))
        for secret in planted:
            self.assertNotIn(secret, told)
            self.assertNotIn(secret, self.server.log)
            for file, content in files.items():
                self.assertNotIn(secret.encode(), content, f"{secret} is in {file}")

    def test_no_secret_is_in_the_database_the_log_or_an_answer(self):
        place = f"http://{self.server.place}"
        user = {"email": "secret@example.com", "password": "planted-password-1", "role": "viewer"}
        self.made("/users", user)
        key = self.made("/api-keys", {"name": "planted", "role": "viewer"})["key"]
        self.server.add_station("PLANTED", "planted-station-password")
        login = {"email": user["email"], "password": user["password"]}
        tokens = self.made("/auth/login", login, 200)
        wrong = self.server.post("/auth/login", login | {"password": "planted-wrong-guess"})
        self.assertEqual(401, wrong.status_code)
        body = json.dumps({"type": "station_status", "station_id": "PLANTED",
                           "data": {"status": "available"}})  # fmt: skip
        now = int(time.time())
        digest = hmac.new(SECRET.encode(), f"{now}.{body}".encode(), hashlib.sha256).hexdigest()
        hook = requests.post(
            f"{place}/api/ocpp/webhook/", data=body, timeout=PATIENCE, proxies={"http": ""},
            headers={"X-Signature": f"t={now},v1={digest}"},
        )  # fmt: skip
        self.assertEqual(200, hook.status_code, hook.text)
        webhook = {"url": "https://example.com/", "secret": "planted-webhook-secret"}
        renewed = self.made("/webhooks", webhook | {"id": "PLANTED"})["secret"]
        self.assertEqual(webhook["secret"], renewed)
        renewed = self.made("/webhooks/PLANTED/secret", {}, 200)["secret"]
        reset = run(
            "admin", "user", "reset", user["email"], "--data", str(self.server.data),
            OCPP_PASSWORD="planted-password-2",
        )  # fmt: skip
        self.assertEqual(0, reset.returncode, reset.stderr)
        login["password"] = "planted-password-2"
        deadline = time.monotonic() + PATIENCE
        while (again := self.server.post("/auth/login", login)).status_code != 200:
            self.assertLess(time.monotonic(), deadline, again.text)
            time.sleep(0.1)
        planted = [
            "planted-password-1", "planted-password-2", "planted-station-password",
            "planted-wrong-guess", "planted-webhook-secret", renewed, key, SECRET, tokens["access_token"], tokens["refresh_token"],
            again.json()["access_token"],
        ]  # fmt: skip

        answers = ""
        for path, methods in self.server.get("/openapi.json")["paths"].items():
            if "get" in methods and "{" not in path:
                # Without it the events would go on for ever.
                query = "?follow=false" if path == "/api/events" else ""
                answers += self.server.request("GET", path + query).text
        answers += self.server.get("/charge-points/PLANTED").__repr__() + reset.stdout
        files = b"".join(
            file.read_bytes()
            for file in self.server.data.rglob("*")
            if file.is_file() and file.suffix != ".key"
        )
        for secret in planted:
            self.assertNotIn(secret, answers)
            self.assertNotIn(secret, self.server.log)
            self.assertNotIn(secret.encode(), files)
