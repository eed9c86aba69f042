"""An HTTP and an FTP server for firmware and logs, each in a thread of its own."""

from __future__ import annotations

import socket
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Files:
    """What it serves by GET, and what it was given by PUT or POST."""

    def __init__(self, served: dict[str, bytes] | None = None, takes: tuple[str, ...] = ("PUT",)):
        self.served = served or {}
        self.takes = takes
        self.requests: list[tuple[str, str]] = []
        self.stored: dict[str, bytes] = {}
        self.credentials: list[str | None] = []

    def __enter__(self) -> Files:
        files = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self, status: int, body: bytes = b"") -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                files.requests.append(("GET", self.path))
                body = files.served.get(self.path)
                self.answer(404 if body is None else 200, body or b"")

            def take(self) -> None:
                files.requests.append((self.command, self.path))
                files.credentials.append(self.headers.get("Authorization"))
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.command not in files.takes:
                    return self.answer(405)
                files.stored[self.path] = body
                return self.answer(201)

            do_PUT = do_POST = take

            def log_message(self, *_) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class FTPFiles:
    """The same over FTP: one user, one folder `inbox`, extended passive mode."""

    USER, PASSWORD = "station", "ftp s3cret"

    def __init__(self, served: dict[str, bytes] | None = None):
        self.served = served or {}
        self.stored: dict[str, bytes] = {}
        self.commands: list[str] = []

    def __enter__(self) -> FTPFiles:
        files = self

        class Session(socketserver.StreamRequestHandler):
            def say(self, text: str) -> None:
                self.wfile.write(f"{text}\r\n".encode())

            def handle(self) -> None:
                self.folder, self.data = "/", None
                self.wfile.write(b"220-Welcome.\r\n220-Be nice.\r\n220 Ready.\r\n")
                for line in self.rfile:
                    verb, _, rest = line.decode().strip().partition(" ")
                    files.commands.append(verb)
                    if verb == "QUIT":
                        return self.say("221 Bye.")
                    getattr(self, verb.lower(), lambda _: self.say("502 No."))(rest)

            def type(self, _: str) -> None:
                self.say("200 Binary.")

            def cwd(self, name: str) -> None:
                self.folder += name + "/"
                self.say("250 There." if name == "inbox" else "550 No such folder.")

            def epsv(self, _: str) -> None:
                self.data = socket.create_server(("127.0.0.1", 0))
                self.say(f"229 Come (|||{self.data.getsockname()[1]}|)")

            def retr(self, name: str) -> None:
                body = files.served.get(self.folder + name)
                if body is None:
                    return self.say("550 No such file.")
                self.say("150 Here it comes.")
                with self.data.accept()[0] as connection:
                    connection.sendall(body)
                return self.say("226 Done.")

            def stor(self, name: str) -> None:
                self.say("150 Give it to me.")
                with self.data.accept()[0] as connection:
                    files.stored[self.folder + name] = connection.makefile("rb").read()
                self.say("226 Done.")

        def sign_in(session, verb: str, word: str) -> None:
            if verb == "USER":
                session.name = word
                session.say("331 And the password?")
            else:
                good = (session.name, word) == (files.USER, files.PASSWORD)
                session.say("230 In." if good else "530 Out.")

        Session.user = lambda session, word: sign_in(session, "USER", word)
        setattr(Session, "pass", lambda session, word: sign_in(session, "PASS", word))
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Session)
        self.server.daemon_threads = True
        self.place = f"127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
