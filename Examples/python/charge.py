"""Charging from an app, with nothing but `requests`: make a station known, charge on a payment, watch,
stop, look back.

    python3 charge.py http://127.0.0.1:8000 CP001 --kwh 0.05

The server's key is taken from OCPP_API_KEY; an open server (`ocpp serve --open`) needs none. The station
has to be online: `ocpp station --id CP001` is one to play with (p plugs a vehicle in)."""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
import uuid

import requests


class Refused(Exception):
    """The server said no: a problem document (RFC 9457)."""

    def __init__(self, status: int, problem: dict):
        fields = "".join(f"\n  {e['field']}: {e['message']}" for e in problem.get("errors", []))
        super().__init__(f"{status} {problem.get('detail', 'no reason given')}{fields}")
        self.status = status


class CSMS:
    """The door for apps."""

    def __init__(self, url: str, key: str | None = None, attempts: int = 4):
        self.url = url.rstrip("/")
        self.attempts = attempts
        self.http = requests.Session()
        if key:
            self.http.headers["Authorization"] = f"Bearer {key}"

    def ask(self, method: str, path: str, body: dict | None = None, repeatable: bool = False):
        """One request. Only what may come twice is sent again: reading, and what is the same each time."""
        for attempt in range(1, self.attempts + 1):
            last = attempt == self.attempts
            try:
                answer = self.http.request(method, self.url + path, json=body, timeout=60)
            except requests.ConnectionError:
                if last or not repeatable:
                    raise
            else:
                if answer.ok:
                    return answer.json()
                busy = answer.status_code == 429 or (answer.status_code == 503 and repeatable)
                if last or not busy:
                    raise Refused(answer.status_code, answer.json())
            time.sleep(0.2 * 2**attempt * random.uniform(0.5, 1))

    def sync(self, station: str, **more) -> dict:
        body = {"charging_station_id": station} | more
        return self.ask("POST", "/api/ocpp/sync-station/", body, repeatable=True)["data"]

    def initiate(self, station: str, connector: int, user: str, payment: str) -> dict:
        """The same payment never begins two sessions, so it may be sent again."""
        body = {
            "station_id": station, "connector_id": connector, "user_id": user,
            "payment_transaction_id": payment,
        }  # fmt: skip
        return self.ask("POST", "/api/ocpp/initiate-charging/", body, repeatable=True)

    def status(self, transaction: int) -> dict:
        path = f"/api/ocpp/session-status/?transaction_id={transaction}"
        return self.ask("GET", path, repeatable=True)

    def stop(self, transaction: int, user: str) -> dict:
        body = {"transaction_id": transaction, "user_id": user}
        return self.ask("POST", "/api/ocpp/stop-charging/", body)

    def history(self, user: str) -> list[dict]:
        """All sessions of a user, page by page."""
        found, cursor = [], ""
        while True:
            page = self.ask("GET", f"/api/ocpp/sessions/?user_id={user}{cursor}", repeatable=True)
            found += page["sessions"]
            if "next_cursor" not in page:
                return found
            cursor = f"&cursor={page['next_cursor']}"


def charge(csms: CSMS, station: str, connector: int, user: str, kwh: float, patience: float) -> None:
    place = csms.sync(station)
    print(f"{station} is known; it connects to {place['ocpp_websocket']}", flush=True)

    payment = f"pay-{uuid.uuid4()}"
    begun = csms.initiate(station, connector, user, payment)
    session = begun["charging_session"]
    print(f"session {session['transaction_id']}: {session['status']}. {begun['message']}", flush=True)

    shown, deadline, is_stopping = None, time.monotonic() + patience, False
    while session["status"] not in ("stopped", "completed", "failed"):
        if time.monotonic() > deadline:
            raise TimeoutError(f"the session is still {session['status']}")
        energy = float(session.get("energy_consumed_kwh", 0))
        line = (session["status"], energy, session.get("current_power_kw"))
        if line != shown:
            print(f"  {line[0]}: {energy:.3f} kWh, {line[2] or 0} kW", flush=True)
            shown = line
        if energy >= kwh and not is_stopping:
            print(csms.stop(session["transaction_id"], user)["message"], flush=True)
            is_stopping = True
        time.sleep(0.3)
        session = csms.status(session["transaction_id"])

    print(
        f"session {session['transaction_id']}: {session['status']}, "
        f"{session.get('energy_consumed_kwh', 0)} kWh in {session.get('duration_seconds', 0)} s, "
        f"payment {session['payment_status']}"
    )
    if session["status"] == "failed":
        raise SystemExit(f"it never began: {session.get('reason', 'nobody knows why')}")
    print(f"{user} has charged {len(csms.history(user))} times")


def main() -> None:
    parser = argparse.ArgumentParser(description="Charge from an app, on a payment.")
    parser.add_argument("url", help="the central system: http://127.0.0.1:8000")
    parser.add_argument("station", help="the station's OCPP identity")
    parser.add_argument("--connector", type=int, default=1)
    parser.add_argument("--user", default="ann")
    parser.add_argument("--kwh", type=float, default=0.05, help="stop after so much (0.05)")
    parser.add_argument("--patience", type=float, default=300, help="seconds at most (300)")
    given = parser.parse_args()
    csms = CSMS(given.url, os.environ.get("OCPP_API_KEY"))
    try:
        charge(csms, given.station, given.connector, given.user, given.kwh, given.patience)
    except (Refused, TimeoutError, requests.RequestException) as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
