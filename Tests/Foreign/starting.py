"""How a server starts and ends when something is in its way: ports, files, folders, signals."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import unittest

import requests
from server import OCPP, PATIENCE, Server, environment, run, temporary_folder


class Starting(unittest.TestCase):
    def serve(self, *options: str, **variables: str) -> Server:
        server = Server(*options, **variables)
        self.addCleanup(server.discard)
        return server.start()

    def test_a_port_that_another_server_has_is_refused_with_any_number_of_loops(self):
        for first, second in (("1", "2"), ("2", "1"), ("2", "2"), ("3", "2")):
            with self.subTest(f"{first} loops, then {second}"):
                server = self.serve("--open", "--loops", first)
                port = server.place.split(":")[1]
                late = run(
                    "serve", "--open", "--port", port, "--loops", second,
                    "--data", str(temporary_folder()), timeout=10,
                )  # fmt: skip
                self.assertEqual(1, late.returncode, late.stderr)
                self.assertRegex(late.stderr, "address already in use|EADDRINUSE")
                for _ in range(20):
                    self.assertEqual(200, requests.get(f"http://{server.place}/health").status_code)

    def test_of_two_servers_that_start_together_one_has_the_port(self):
        for _ in range(5):
            with socket.create_server(("127.0.0.1", 0)) as held:
                port = held.getsockname()[1]
            both = [
                subprocess.Popen(
                    [OCPP, "serve", "--open", "--port", str(port), "--loops", "3", "--data",
                     str(temporary_folder())],
                    env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )
                for _ in range(2)
            ]  # fmt: skip
            for each in both:
                self.addCleanup(each.kill)
            deadline = time.monotonic() + PATIENCE
            while all(each.poll() is None for each in both) and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertEqual([1], [each.poll() for each in both if each.poll() is not None])
            for each in both:
                each.terminate()
                each.wait(PATIENCE)

    def assert_told_after(self, *failing: str):
        """A first start that fails, and then a good one on the same data."""
        folder = temporary_folder()
        failed = run("serve", "--data", str(folder), *failing)
        self.assertNotEqual(0, failed.returncode)
        server = Server(data=folder, OCPP_API_KEY="")
        self.addCleanup(server.discard)
        server.start()
        key = re.search(r"API key +(ocpp_[0-9a-f]{64})", server.announcement)
        password = re.search(r"admin@localhost, password (\w+)", server.announcement)
        self.assertTrue(key and password, server.announcement)
        server.http.headers["Authorization"] = f"Bearer {key[1]}"
        self.assertEqual(200, server.request("GET", "/users").status_code)
        del server.http.headers["Authorization"]
        signed_in = server.post(
            "/auth/login", {"email": "admin@localhost", "password": password[1]}
        )
        self.assertEqual(200, signed_in.status_code)

    def test_a_first_start_that_fails_takes_no_password_and_no_key_with_it(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            self.assert_told_after("--port", str(taken.getsockname()[1]))
        no_files = "profile=2,port=0,cert=/no/such/cert.pem,key=/no/such/key.pem"
        self.assert_told_after("--listen", no_files)
        self.assert_told_after("--port", "0", "--address", "192.0.2.1")
        self.assert_told_after("--port", "0", "--webhook-ca", "/no/such/ca.pem")

    def test_files_with_authorities_are_looked_at_before_anything_is_served(self):
        folder = temporary_folder()
        empty = folder / "empty.pem"
        empty.write_text("no certificate")
        for file in ("/no/such/ca.pem", str(empty)):
            late = run(
                "serve", "--open", "--port", "0", "--data", str(folder), "--webhook-ca", file,
                timeout=10,
            )  # fmt: skip
            self.assertEqual(1, late.returncode)
            self.assertIn(file, late.stderr)

    def test_a_listener_that_is_refused_ends_the_program_in_order(self):
        # It was a crash while the webhooks' thread began, in some starts only.
        folder = temporary_folder()
        (folder / "bad.pem").write_text("no certificate")
        spec = f"profile=2,port=0,cert={folder}/bad.pem,key={folder}/bad.pem"
        for number in range(20):
            done = run("serve", "--listen", spec, "--data", str(folder / str(number)))
            self.assertEqual(1, done.returncode, done.stderr)
            self.assertIn("bad.pem", done.stderr)

    def test_closed_standard_descriptors_are_nobody_elses(self):
        for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
            with self.subTest(closed), socket.create_server(("127.0.0.1", 0)) as held:
                port = held.getsockname()[1]
                held.close()
                server = subprocess.Popen(
                    ["sh", "-c", f'exec "$0" "$@" {closed}', OCPP, "serve", "--open", "--port",
                     str(port), "--data", str(temporary_folder())],
                    env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
                self.addCleanup(server.kill)
                deadline = time.monotonic() + PATIENCE
                while server.poll() is None and time.monotonic() < deadline:
                    try:
                        requests.get(f"http://127.0.0.1:{port}/health", timeout=PATIENCE)
                        break
                    except requests.ConnectionError:
                        time.sleep(0.02)
                for descriptor in range(3):
                    place = os.readlink(f"/proc/{server.pid}/fd/{descriptor}")
                    self.assertEqual("/dev/null", place)
                server.terminate()
                self.assertEqual(0, server.wait(PATIENCE))

    def test_two_servers_do_not_share_a_journal_of_frames(self):
        first = self.serve("--open")
        other = temporary_folder() / "other.sqlite"
        shared = ("serve", "--open", "--port", "0", "--database", f"sqlite://{other}")
        late = run(*shared, "--data", str(first.data), timeout=10)
        self.assertEqual(1, late.returncode)
        self.assertIn("frames", late.stderr)
        self.assertIn("--data", late.stderr)
        self.assertIn("--frames-days 0", late.stderr)
        # Each of the ways that it names.
        without = Server(
            "--open", "--database", f"sqlite://{other}", "--frames-days", "0", data=first.data
        )
        without.start()
        self.assertEqual(0, without.terminate())
        self.serve("--open", "--database", f"sqlite://{other}")
        first.restart()

    def test_the_demo_takes_another_port_when_the_usual_one_is_taken(self):
        try:
            held = socket.create_server(("127.0.0.1", 8000))
        except OSError:
            held = None  # Somebody has it anyway.
        try:
            result = run("demo", "--duration", "2", "--data", str(temporary_folder() / "demo"))
        finally:
            if held:
                held.close()
        self.assertEqual(0, result.returncode, result.stderr)


class Signals(unittest.TestCase):
    def start(self, *options: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [OCPP, "serve", "--open", "--port", "0", "--data", str(temporary_folder()), *options],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.addCleanup(process.kill)
        return process

    def test_sighup_while_it_starts_does_not_end_it(self):
        for delay in (0.05, 0.1, 0.15, 0.2, 0.3):
            process = self.start()
            time.sleep(delay)
            process.send_signal(signal.SIGHUP)
            process.stdout.readline()
            self.assertIsNone(process.poll(), f"after {delay} s")
            process.send_signal(signal.SIGHUP)
            process.terminate()
            self.assertEqual(0, process.wait(PATIENCE))

    def test_sigterm_again_and_again_does_not_end_it_half_way(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            process = self.start()
            process.stdout.readline()
            process.send_signal(number)
            for _ in range(50):
                if process.poll() is not None:
                    break
                process.send_signal(signal.SIGTERM)
                time.sleep(0.002)
            self.assertEqual(0, process.wait(PATIENCE))
            self.assertRegex(process.stderr.read(), r"info stopping\n(.*\n)*.*info stopped\n")


class HalfClosed(unittest.TestCase):
    """`shutdown(SHUT_WR)` after the request, as `nc -N` does it."""

    def test_what_was_asked_is_answered(self):
        with Server("--open") as server:
            host, port = server.place.split(":")
            body = b'{"charge_point_id": "HALF", "password": "0123456789abcdef"}'
            with socket.create_connection((host, int(port)), PATIENCE) as client:
                client.sendall(
                    b"POST /charge-points HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                    b"Content-Length: %d\r\n\r\n%s" % (server.place.encode(), len(body), body)
                )
                client.shutdown(socket.SHUT_WR)
                client.settimeout(PATIENCE)
                answer = b""
                while some := client.recv(65536):
                    answer += some
            self.assertRegex(answer, b"^HTTP/1.1 201 ")
            self.assertEqual("HALF", server.get("/charge-points/HALF")["charge_point_id"])


class Pages(unittest.TestCase):
    def test_a_refused_page_leaves_no_text_of_its_own(self):
        with Server("--open") as server:
            host, port = server.place.split(":")
            name = "%0a%1b[31m" + "A" * 500
            with socket.create_connection((host, int(port)), PATIENCE) as client:
                client.sendall(
                    f"GET /ocpp/{name} HTTP/1.1\r\nHost: {server.place}\r\n"
                    "Origin: https://evil.example\r\nConnection: Upgrade\r\n"
                    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
                )
                self.assertIn(b" 403 ", client.makefile("rb").readline())
            deadline = time.monotonic() + PATIENCE
            while not (events := server.get("/security-events")["security_events"]):
                self.assertLess(time.monotonic(), deadline)
            for event in events:
                self.assertRegex(event.get("station_id") or "", r"^[A-Za-z0-9*_=:+|@.-]{0,48}$")
