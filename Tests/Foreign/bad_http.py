"""Whatever an HTTP client sends: a problem document with the right status, never a 5xx."""

from __future__ import annotations

import re
import socket
import unittest

import requests
from server import KEY, PATIENCE, Server
from station import Station

JSON = {"Content-Type": "application/json"}

# Method, path, body, and the status; then what the detail must contain.
BODIES = [
    ("POST", "/charge-points", "{", 400, "not JSON"),
    ("POST", "/charge-points", "", 400, "not JSON"),
    ("POST", "/charge-points", "\xff\xfe", 400, ""),
    ("POST", "/charge-points", "[" * 5_000 + "]" * 5_000, 400, ""),
    ("POST", "/charge-points", "[]", 400, "object"),
    ("POST", "/charge-points", "7", 400, "object"),
    ("POST", "/charge-points", "{}", 400, "charge_point_id"),
    ("POST", "/charge-points", '{"charge_point_id":7}', 400, "charge_point_id"),
    ("POST", "/charge-points", '{"charge_point_id":null}', 400, "charge_point_id"),
    ("POST", "/charge-points", '{"charge_point_id":"a b"}', 400, "charge_point_id"),
    ("POST", "/charge-points", '{"charge_point_id":"' + "x" * 49 + '"}', 400, "charge_point_id"),
    ("POST", "/charge-points", '{"charge_point_id":"A","colour":1,"size":2}', 400, "colour, size"),
    ("POST", "/charge-points", '{"charge_point_id":"A","enabled":"yes"}', 400, "enabled"),
    ("POST", "/charge-points", '{"charge_point_id":"A","password":"short"}', 400, "password"),
    ("POST", "/charge-points", '{"charge_point_id":"A","model":"' + "m" * 21 + '"}', 400, "model"),
    ("POST", "/charge-points", '{"charge_point_id":"THERE"}', 409, "THERE"),
    ("PATCH", "/charge-points/THERE", '{"charge_point_id":"OTHER"}', 400, "charge_point_id"),
    ("PATCH", "/charge-points/THERE", '{"name":[]}', 400, "name"),
    ("PATCH", "/charge-points/NOBODY", "{}", 404, "NOBODY"),
    ("DELETE", "/charge-points/NOBODY", "", 404, "NOBODY"),
    ("POST", "/tokens", '{"id_tag":""}', 400, "id_tag"),
    ("POST", "/tokens", '{"id_tag":"' + "t" * 21 + '"}', 400, "id_tag"),
    ("POST", "/tokens", '{"id_tag":"T","status":"Perhaps"}', 400, "status"),
    ("POST", "/tokens", '{"id_tag":"T","expiry":"tomorrow"}', 400, "expiry"),
    ("POST", "/tokens", '{"id_tag":"T","expiry":5}', 400, "expiry"),
    ("POST", "/tokens", '{"id_tag":"T","limit":5}', 400, "limit"),
    ("DELETE", "/tokens/NOBODY", "", 404, ""),
    ("DELETE", "/connections/NOBODY", "", 404, "NOBODY"),
    ("POST", "/connections/HERE/send", "{", 400, ""),
    ("POST", "/connections/HERE/send", "[]", 400, ""),
    ("POST", "/connections/HERE/send", "{}", 400, "action"),
    ("POST", "/connections/HERE/send", '{"action":5}', 400, ""),
    ("POST", "/connections/HERE/send", '{"action":"Reset","kind":1}', 400, "kind"),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","timeout_s":0}', 400, "timeout_s"),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","timeout_s":601}', 400, "timeout_s"),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","timeout_s":1.5}', 400, "timeout_s"),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","timeout_s":1e9}', 400, "timeout_s"),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","timeout_s":"9"}', 400, ""),
    ("POST", "/connections/HERE/send", '{"action":"ClearCache","message":[]}', 400, "message"),
    ("POST", "/connections/HERE/send", '{"message":[2,"i","Reset"]}', 422, "message"),
    ("POST", "/connections/HERE/send", '{"message":[3,"i",{}]}', 400, "CALL"),
    ("POST", "/connections/HERE/send", '{"message":[2,"i","Reset",{"type":1}]}', 422, "$.type"),
    ("POST", "/connections/HERE/send", '{"action":"Reset","payload":[]}', 422, "$"),
    ("POST", "/connections/HERE/send", '{"action":"Reset","payload":' + "[" * 5_000, 400, ""),
]

PATHS = [
    ("GET", "/", 404),
    ("GET", "/nothing", 404),
    ("GET", "/transactions/0", 404),
    ("GET", "/transactions/-1", 404),
    ("GET", "/transactions/1e9", 404),
    ("GET", "/transactions/99999999999999999999999", 404),
    ("GET", "/transactions/2147483647", 404),
    ("GET", "/transactions/2147483647/meter-values", 404),
    ("GET", "/transactions/1/meter-values/1", 404),
    ("GET", "/charge-points/NOBODY", 404),
    ("GET", "/charge-points/%", 404),
    ("GET", "/charge-points/%ff", 404),
    ("GET", "/charge-points/%00", 404),
    ("GET", "/connections/" + "x" * 5_000, 404),
    ("GET", "/charge-points/../../etc/passwd", 404),
    ("GET", "/transactions?limit=0", 400),
    ("GET", "/transactions?limit=1001", 400),
    ("GET", "/transactions?limit=-5", 400),
    ("GET", "/transactions?limit=99999999999999999999999", 400),
    ("GET", "/transactions?limit=ten", 400),
    ("GET", "/transactions?limit=", 400),
    ("GET", "/transactions?cursor=x", 400),
    ("GET", "/transactions?cursor=1_2_3", 400),
    ("GET", "/transactions?cursor=99999999999999999999_1", 400),
    ("GET", "/transactions?status=sleeping", 400),
    ("GET", "/transactions?from=yesterday", 400),
    ("GET", "/transactions?to=2026-02-30T00:00:00Z", 400),
    ("GET", "/charge-points?limit=1001", 400),
    ("GET", "/connections?limit=1001", 400),
    ("GET", "/tokens?limit=1001", 400),
    ("GET", "/ocpp/HERE", 426),
    ("POST", "/ocpp/HERE", 426),
]

METHODS = [
    ("DELETE", "/health", {"GET"}),
    ("POST", "/transactions", {"GET"}),
    ("PUT", "/charge-points", {"GET", "POST"}),
    ("POST", "/charge-points/THERE", {"GET", "PATCH", "DELETE"}),
    ("PATCH", "/connections/HERE", {"GET", "DELETE"}),
    ("GET", "/connections/HERE/send", {"POST"}),
    ("BREW", "/statistics", {"GET"}),
]

HEAD = "POST /charge-points HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + KEY + "\r\n"
MEGABYTES = b"x" * 2_000_000

# Bytes on the wire that no client library sends, and the status (None: the connection just ends).
WIRE: dict[str, tuple[bytes, int | None]] = {
    "a body of 2 MB, announced": (f"{HEAD}Content-Length: 2000000\r\n\r\n".encode(), 413),
    "a body of 2 MB, sent": (f"{HEAD}Content-Length: 2000000\r\n\r\n".encode() + MEGABYTES, 413),
    "a body of an exabyte": (f"{HEAD}Content-Length: 999999999999999\r\n\r\n".encode(), 413),
    "a negative length": (f"{HEAD}Content-Length: -1\r\n\r\n".encode(), 400),
    "two lengths": (f"{HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}".encode(), 400),
    "a chunked body": (f"{HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n".encode(), 411),
    "a length and chunks": (
        f"{HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n".encode(), 400,
    ),
    "a header bomb": (HEAD.encode() + b"X-More: 1\r\n" * 100_000 + b"\r\n", 431),
    "a header of 1 MB": (HEAD.encode() + b"X-More: " + b"x" * 1_000_000 + b"\r\n\r\n", 431),
    "a header without an end": (HEAD.encode() + b"X" * 100_000, 431),
    "a target of 100 kB": (b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", 414),
    "no host": (b"GET /health HTTP/1.1\r\n\r\n", 400),
    "another HTTP": (b"GET /health HTTP/2.0\r\nHost: h\r\n\r\n", 505),
    "bare line feeds": (b"GET /health HTTP/1.1\nHost: h\n\n", 400),
    "a folded header": (b"GET /health HTTP/1.1\r\nHost: h\r\n X: y\r\n\r\n", 400),
    "TLS to a plain port": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 200, 400),
    "nothing but a line feed": (b"\n\n\n\n", 400),
}  # fmt: skip


class BadHTTP(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--station-auth", "none").start()
        cls.server.add_station("THERE")
        cls.server.add_station("HERE")

    @classmethod
    def tearDownClass(cls):
        assert cls.server.terminate() == 0
        cls.server.discard()

    def state(self) -> tuple:
        paths = ("/charge-points", "/transactions", "/tokens")
        return tuple(self.server.get(path) for path in paths)

    def check(self, answer: requests.Response, status: int, words: str = "") -> None:
        self.assertEqual(status, answer.status_code, answer.text)
        if answer.request.method == "HEAD" or not answer.content:
            self.fail("a problem needs a document")
        self.assertEqual("application/problem+json", answer.headers["Content-Type"])
        problem = answer.json()
        self.assertEqual(status, problem["status"])
        for member in ("type", "title", "detail"):
            self.assertTrue(problem[member])
        self.assertIn(words, problem["detail"])

    async def test_bad_bodies_are_refused_with_the_place_and_change_nothing(self):
        async with Station("HERE") as station:
            await station.connect(self.server)
            before = self.state()
            for method, path, body, status, words in BODIES:
                with self.subTest(f"{method} {path} {body[:60]}"):
                    data = body.encode("latin-1")
                    answer = self.server.request(method, path, data=data, headers=JSON)
                    self.check(answer, status, words)
            self.assertEqual(before, self.state())
            self.assertEqual([], station.calls)

    def test_unknown_members_are_named_one_by_one(self):
        answer = self.server.post("/tokens", {"id_tag": "T", "colour": 1, "size": 2})
        self.assertEqual(
            ["colour", "size"], [error["field"] for error in answer.json()["errors"]]
        )

    def test_bad_paths_and_queries_are_refused(self):
        for method, path, status in PATHS:
            with self.subTest(f"{method} {path[:60]}"):
                # A client library would tidy the path up.
                request = requests.Request(method, f"http://{self.server.place}/")
                prepared = self.server.http.prepare_request(request)
                prepared.url = f"http://{self.server.place}{path}"
                self.check(self.server.http.send(prepared, timeout=PATIENCE), status)

    def test_a_method_that_a_path_has_not_is_a_405_that_names_those_it_has(self):
        for method, path, allowed in METHODS:
            with self.subTest(f"{method} {path}"):
                answer = self.server.request(method, path)
                self.check(answer, 405)
                self.assertEqual(allowed, set(answer.headers["Allow"].split(", ")))

    def test_without_a_key_there_is_nothing_but_health(self):
        bare = f"http://{self.server.place}"
        for headers in (
            {}, {"Authorization": "Bearer wrong"}, {"Authorization": KEY},
            {"Authorization": "Bearer"}, {"Authorization": f"Basic {KEY}"},
        ):  # fmt: skip
            for method, path in [
                ("GET", "/transactions"), ("GET", "/nothing"), ("DELETE", "/transactions"),
                ("POST", "/charge-points"), ("POST", "/connections/HERE/send"), ("GET", "/metrics"),
            ]:  # fmt: skip
                with self.subTest(f"{method} {path} {headers}"):
                    answer = requests.request(method, bare + path, headers=headers, timeout=PATIENCE)
                    self.check(answer, 401)
                    self.assertEqual("Bearer", answer.headers["WWW-Authenticate"])
        self.assertEqual(200, requests.get(f"{bare}/health", timeout=PATIENCE).status_code)
        for scheme in ("Bearer", "Token", "bearer"):
            headers = {"Authorization": f"{scheme} {KEY}"}
            answer = requests.get(f"{bare}/transactions", headers=headers, timeout=PATIENCE)
            self.assertEqual(200, answer.status_code)

    def test_bytes_that_are_no_request_are_refused_and_the_connection_ends(self):
        for name, (data, status) in WIRE.items():
            with self.subTest(name):
                self.assertEqual(status, self.status_of(data))
        self.assertEqual("ready", self.server.get("/health")["status"])

    def status_of(self, data: bytes) -> int | None:
        """The status in the answer to these bytes, once the server has ended the connection."""
        host, port = self.server.place.split(":")
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
            answer = b""
            try:
                connection.sendall(data)
                while some := connection.recv(65_536):
                    answer += some
            except ConnectionError:
                pass
        head, _, body = answer.partition(b"\r\n\r\n")
        if body:
            self.assertIn(b"application/problem+json", head)
        return int(head.split()[1]) if head else None

    def test_pipelined_requests_are_answered_in_order(self):
        host, port = self.server.place.split(":")
        paths = ["/health", "/nothing", "/transactions", "/health"] * 25
        data = "".join(
            f"GET {path} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {KEY}\r\n\r\n"
            for path in paths[:-1]
        ) + f"GET {paths[-1]} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
            connection.sendall(data.encode())
            answer = b""
            while some := connection.recv(65_536):
                answer += some
        statuses = re.findall(rb"HTTP/1\.1 (\d+) ", answer)
        self.assertEqual([b"200", b"404", b"200", b"200"] * 25, statuses)

    def test_head_is_answered_like_get_without_the_body(self):
        answer = self.server.request("HEAD", "/health")
        self.assertEqual((200, b""), (answer.status_code, answer.content))
        self.assertGreater(int(answer.headers["Content-Length"]), 50)
