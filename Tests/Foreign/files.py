"""An HTTP server for firmware and logs, in a thread of its own."""

from __future__ import annotations

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
