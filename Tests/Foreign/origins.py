"""What a browser would send: web pages of other sites, and pages that rebind their name."""

from __future__ import annotations

import asyncio
import socket
import time
import unittest

from server import PATIENCE, Server

OWN = {
    "no page at all": {},
    "our own page": {"Origin": "http://PLACE"},
    "our own page by name": {"Host": "localhost:PORT", "Origin": "http://localhost:PORT"},
    "our own page by IPv6": {"Host": "[::1]:PORT", "Origin": "http://[::1]:PORT"},
    "a page behind TLS before us": {"Origin": "https://PLACE"},
    "an address": {"Host": "192.0.2.7:PORT"},
    "the address bar": {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
    "our own script": {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
}
FOREIGN = {
    "another site": {"Origin": "https://evil.example"},
    "another server on this machine": {"Origin": "http://127.0.0.1:1"},
    "another port by name": {"Host": "localhost:PORT", "Origin": "http://localhost:1"},
    "a file or a sandbox": {"Origin": "null"},
    "a name that only looks like ours": {"Origin": "http://PLACE.evil.example"},
    "a rebound name": {"Host": "evil.example:PORT", "Origin": "http://evil.example:PORT"},
    "a rebound name, reading": {"Host": "evil.example:PORT"},
    "a rebound name with a dot": {"Host": "evil.example.:PORT"},
    "a name that begins as an address": {"Host": "127.0.0.1.evil.example:PORT"},
    "an image": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    "an image of another port": {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
}


class Pages(unittest.TestCase):
    """A request as a browser would send it, head by head."""

    def setUp(self):
        self.servers: list[Server] = []

    def tearDown(self):
        for server in self.servers:
            assert server.terminate() == 0
            server.discard()

    def start(self, *options: str) -> Server:
        self.servers.append(Server(*options).start())
        return self.servers[-1]

    def status(self, server: Server, path: str, page: dict, method="GET", socket_=False) -> int:
        host, port = server.place.split(":")
        fields = {"Host": server.place, "Connection": "close"}
        if socket_:
            fields |= {
                "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
                "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol": "ocpp1.6",
            }  # fmt: skip
        for name, value in page.items():
            fields[name] = value.replace("PLACE", server.place).replace("PORT", port)
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        body = "" if method == "GET" else "Content-Length: 0\r\n"
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as plain:
            plain.sendall(f"{method} {path} HTTP/1.1\r\n{head}{body}\r\n".encode())
            self.answer = plain.recv(65536).decode()
        return int(self.answer.split()[1])

    def test_an_open_server_takes_sockets_of_its_own_pages_only(self):
        server = self.start("--open")
        for name, page in OWN.items():
            with self.subTest(name):
                self.assertEqual(101, self.status(server, "/ocpp/PAGE", page, socket_=True))
        for name, page in FOREIGN.items():
            with self.subTest(name):
                self.assertEqual(403, self.status(server, "/ocpp/PAGE", page, socket_=True))
                self.assertIn("--allow-", self.answer)
        # They are written behind the refusal.
        deadline, kinds = time.monotonic() + PATIENCE, []
        while "ForeignWebPage" not in kinds:
            assert time.monotonic() < deadline, kinds
            kinds = [one["type"] for one in server.get("/security-events")["security_events"]]

    def test_nor_does_an_open_server_answer_other_pages_requests(self):
        server = self.start("--open")
        for path in ("/charge-points", "/health", "/station", "/openapi.json", "/nothing"):
            for name, page in FOREIGN.items():
                with self.subTest(f"{path} {name}"):
                    self.assertEqual(403, self.status(server, path, page))
            for name, page in OWN.items():
                with self.subTest(f"{path} {name}"):
                    self.assertNotEqual(403, self.status(server, path, page))
        # A form of another site may navigate here, but not change anything.
        link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        self.assertEqual(200, self.status(server, "/docs", link))
        self.assertEqual(403, self.status(server, "/charge-points", link, method="POST"))

    def test_what_is_allowed_may_come(self):
        page = "https://tool.example:9000"
        server = self.start("--open", "--allow-origin", page, "--allow-host", "csms.lan")
        named = {"Host": "csms.lan:PORT"}
        for allowed in ({"Origin": page}, named, named | {"Origin": "http://csms.lan:PORT"}):
            self.assertEqual(101, self.status(server, "/ocpp/PAGE", allowed, socket_=True))
            self.assertEqual(200, self.status(server, "/health", allowed))
        for refused in ({"Origin": "https://tool.example"}, {"Host": "other.lan:PORT"}):
            self.assertEqual(403, self.status(server, "/health", refused))

    def test_a_door_without_password_of_a_server_with_keys_is_guarded_too(self):
        server = self.start("--station-auth", "none")
        server.add_station("PAGE")
        # Stations reach a server by any name, and do not say that they are pages.
        named = {"Host": "csms.example:PORT"}
        self.assertEqual(101, self.status(server, "/ocpp/PAGE", named, socket_=True))
        rebound = named | {"Origin": "http://csms.example:PORT"}
        self.assertEqual(403, self.status(server, "/ocpp/PAGE", rebound, socket_=True))
        other = FOREIGN["another site"]
        self.assertEqual(403, self.status(server, "/ocpp/PAGE", other, socket_=True))
        # HTTP takes a key, which no page has.
        self.assertEqual(401, self.status(server, "/charge-points", other))

    def test_where_stations_prove_who_they_are_no_page_can(self):
        server = self.start()
        server.add_station("PAGE")
        other = FOREIGN["another site"]
        self.assertEqual(401, self.status(server, "/ocpp/PAGE", other, socket_=True))

    def test_settings_that_are_none_are_named(self):
        for option, value in (
            ("--allow-origin", "example.com"), ("--allow-origin", "https://a.example/"),
            ("--allow-host", "https://a.example"), ("--allow-host", "a.example:80"),
        ):  # fmt: skip
            with self.subTest(value):
                server = Server("--open", option, value)
                server.launch()
                self.assertEqual(2, server.wait())
                self.assertIn(option, server.log)
                server.discard()


class Guesses(unittest.IsolatedAsyncioTestCase):
    async def test_bad_keys_and_failed_sign_ins_are_security_events(self):
        with Server() as server:
            server.http.headers["Authorization"] = "Bearer not-the-key-of-anybody"
            self.assertEqual(401, server.request("GET", "/charge-points").status_code)
            body = {"email": "admin@localhost", "password": "a guess that is wrong"}
            self.assertEqual(401, server.post("/auth/login", body).status_code)
            answer = server.post("/auth/refresh", {"refresh_token": "an.old.one"})
            self.assertEqual(401, answer.status_code)
            del server.http.headers["Authorization"]
            # Nobody is suspect who shows nothing.
            self.assertEqual(401, server.request("GET", "/charge-points").status_code)

            server.http.headers["Authorization"] = f"Bearer {server.variables['OCPP_API_KEY']}"
            events: list[dict] = []
            async with asyncio.timeout(PATIENCE):
                while len(events) < 3:
                    events = server.get("/security-events")["security_events"]
            self.assertEqual(
                ["FailedSignIn", "FailedSignIn", "InvalidAPIKey"],
                sorted(one["type"] for one in events),
            )
            self.assertNotIn("guess", str(events))
            self.assertNotIn("not-the-key", server.log + str(events))
