"""`ocpp serve` as a process, and its HTTP interface."""

from __future__ import annotations

import asyncio
import atexit
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests
from frames import exact

OCPP = os.environ.get("OCPP", ".build/debug/ocpp")
KEY = "a-key-for-the-foreign-tests"
PASSWORD = "a-password-of-24-letters"
# Nothing here takes this long; a test that waits so long has failed.
PATIENCE = 60
# As many requests at a time as a test wants to have waiting.
_threads = ThreadPoolExecutor(max_workers=32)


def environment(**more: str) -> dict[str, str]:
    """Ours without settings of the server; what is in `more` on top."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("OCPP") and name not in ("DATABASE_URL", "LOG_LEVEL")
    }
    return kept | more


def run(*arguments: str, timeout: float = PATIENCE, **more: str) -> subprocess.CompletedProcess:
    """Runs a command of `ocpp` to its end."""
    return subprocess.run(
        [OCPP, *arguments], env=environment(**more), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=timeout,
    )  # fmt: skip


def temporary_folder() -> Path:
    """A new folder that goes when the tests end."""
    folder = tempfile.mkdtemp(prefix="ocpp-foreign-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


class Server:
    """A server on a free port with a data folder of its own, which survives restarts."""

    def __init__(self, *options: str, data: Path | None = None, **variables: str):
        self.options = options
        # Options that are not to be given, because another place sets them.
        self.omitted: set[str] = set()
        self.variables = {"OCPP_API_KEY": KEY} | variables
        self.data = data or temporary_folder()
        self.process: subprocess.Popen | None = None
        self.place = ""
        self.announcement = ""
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.headers["Authorization"] = f"Bearer {KEY}"

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_) -> None:
        self.discard()

    # The process.

    def start(self) -> Server:
        """Starts it and waits for the line with its address."""
        self.launch()
        self.announcement = self._read_announcement()
        line = next(line for line in self.announcement.splitlines() if " HTTP " in line)
        self.place = line.split("//")[1].split("/")[0]
        return self

    def launch(self) -> None:
        """Starts it and waits for nothing."""
        options = list(self.options)
        # Most stations here are scripts that expect no call they did not ask for.
        quiet = {"--mirror-configuration": "off"}
        for name, value in ({"--port": "0", "--data": str(self.data)} | quiet).items():
            if name not in options and name not in self.omitted:
                options += [name, value]
        with open(self.data / "server.log", "a") as log:
            self.process = subprocess.Popen(
                [OCPP, "serve", *options], env=environment(**self.variables),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip

    def _read_announcement(self) -> str:
        """Standard output up to the line that names the data, which every start prints."""
        output, deadline = b"", time.monotonic() + PATIENCE
        pipe = self.process.stdout.fileno()
        while not any(line.startswith(b"  data ") for line in output.split(b"\n")[:-1]):
            if select.select([pipe], [], [], max(0, deadline - time.monotonic()))[0]:
                some = os.read(pipe, 65536)
                output += some
                if some:
                    continue
            raise AssertionError(f"the server did not start:\n{output.decode()}\n{self.log}")
        # Whatever else there is to say was written at once with it.
        while select.select([pipe], [], [], 0.05)[0]:
            some = os.read(pipe, 65536)
            if not some:
                break
            output += some
        return output.decode()

    @property
    def log(self) -> str:
        return (self.data / "server.log").read_text()

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def terminate(self) -> int:
        """SIGTERM, and its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def kill(self) -> None:
        """`kill -9`."""
        self.process.kill()
        self.wait()

    def wait(self) -> int:
        status = self.process.wait(PATIENCE)
        self.process.stdout.close()
        return status

    def restart(self) -> None:
        """Ends it cleanly and starts it again on the same data, on another port."""
        status = self.terminate()
        assert status == 0, f"exit status {status}:\n{self.log}"
        self.start()

    def discard(self) -> None:
        if self.is_running:
            self.kill()
        self.http.close()
        shutil.rmtree(self.data, ignore_errors=True)

    @property
    def resident_bytes(self) -> int:
        # Unlike statm, which the kernel updates now and then, these are counted when asked for.
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("Rss:"))) * 1024

    # The HTTP interface.

    def request(self, method: str, path: str, **arguments) -> requests.Response:
        return self.http.request(
            method, f"http://{self.place}{path}", timeout=PATIENCE, **arguments
        )

    def get(self, path: str) -> dict:
        """The JSON of a successful answer, numbers exact."""
        answer = self.request("GET", path)
        assert answer.status_code == 200, f"GET {path}: {answer.status_code} {answer.text}"
        return exact(answer.text)

    def post(self, path: str, body: dict) -> requests.Response:
        return self.request("POST", path, json=body)

    async def send(self, station: str, action: str, payload: dict, **more) -> requests.Response:
        """POST /connections/{id}/send, while the station goes on."""
        # A session is no thing for two threads, hence a connection of its own.
        body = {"action": action, "payload": payload} | more

        def post() -> requests.Response:
            return requests.post(
                f"http://{self.place}/connections/{station}/send", json=body,
                headers=dict(self.http.headers), timeout=PATIENCE, proxies={"http": ""},
            )  # fmt: skip

        return await asyncio.get_running_loop().run_in_executor(_threads, post)

    def add_station(self, identity: str, password: str = PASSWORD) -> None:
        answer = self.post("/charge-points", {"charge_point_id": identity, "password": password})
        assert answer.status_code == 201, answer.text

    def add_token(self, tag: str, **more: str) -> None:
        answer = self.post("/tokens", {"id_tag": tag} | more)
        assert answer.status_code == 201, answer.text

    def transactions(self, **filters: str) -> list[dict]:
        """All of them, page by page, newest first."""
        query = "&".join(f"{name}={value}" for name, value in filters.items())
        found, cursor = [], ""
        while True:
            page = self.get(f"/transactions?limit=1000&{query}{cursor}")
            found += page["transactions"]
            if not page.get("next_cursor"):
                return found
            cursor = f"&cursor={page['next_cursor']}"

    def meter_values(self, transaction: int) -> list[dict]:
        return self.get(f"/transactions/{transaction}/meter-values?limit=1000")["meter_values"]
