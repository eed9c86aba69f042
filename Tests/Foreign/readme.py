"""README's commands, block by block, as somebody would type them; only the port is another one."""

from __future__ import annotations

import re
import socket
import stat
import subprocess
import time
import unittest
from pathlib import Path

import requests
from server import OCPP, PATIENCE, environment, temporary_folder

README = Path(__file__).parents[2] / "README.md"

# `ocpp` where README says it is: on the port of the test, and with an end where README has Ctrl-C.
SHIM = """#!/usr/bin/env bash
command=$1; shift
case $command in
  serve) exec "$REAL" serve --port "$PORT" "$@" ;;
  station) exec "$REAL" station --url "ws://127.0.0.1:$PORT/ocpp" "$@" ;;
  fleet) exec "$REAL" fleet --url "ws://127.0.0.1:$PORT/ocpp" --duration 3 --grace 40 "$@" ;;
  check) exec "$REAL" check "$1" --url "http://127.0.0.1:$PORT" "${@:2}" ;;
  demo-data) exec "$REAL" demo-data --url "http://127.0.0.1:$PORT" "$@" ;;
  *) exec "$REAL" "$command" "$@" ;;
esac
"""


def blocks() -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```$", README.read_text(), re.MULTILINE | re.DOTALL)


def block(word: str) -> str:
    """The only block with the word."""
    found = [each for each in blocks() if word in each]
    assert len(found) == 1, f"{word}: {len(found)} blocks"
    return found[0]


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = temporary_folder()
        shim = self.folder / ".build/release/ocpp"
        shim.parent.mkdir(parents=True)
        shim.write_text(SHIM)
        shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
        with socket.create_server(("127.0.0.1", 0)) as held:
            self.port = held.getsockname()[1]
        self.place = f"http://127.0.0.1:{self.port}"

    def bash(self, text: str) -> str:
        """Runs it as it is: every command must succeed, and every answer be a good one."""
        text = text.replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")
        tools = 'curl() { command curl -sS --fail-with-body --noproxy "*" "$@"; echo; }; make() { :; }\n'
        result = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", tools + text], cwd=self.folder,
            env=environment(REAL=str(Path(OCPP).resolve()), PORT=str(self.port)),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=3 * PATIENCE,
        )  # fmt: skip
        said = f"{text}\n--- {result.returncode} ---\n{result.stdout}\n{result.stderr}"
        self.assertEqual(0, result.returncode, said)
        return result.stdout

    def serve(self, *options: str, data: str = "data") -> subprocess.Popen:
        server = subprocess.Popen(
            [OCPP, "serve", "--port", str(self.port), "--data", str(self.folder / data), *options],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        self.addCleanup(server.stdout.close)
        server.stdout.readline()
        return server

    def test_every_block_is_tried_here(self):
        words = ("make demo", "make build", "OCPP_PASSWORD", "/reset?", "--script", "fleet",
                 "world", "check integration")  # fmt: skip
        self.assertEqual(sorted(blocks()), sorted(block(word) for word in words))

    def test_the_two_commands_exist(self):
        makefile = (README.parent / "Makefile").read_text()
        for target in re.findall(r"^make (\w+)", "\n".join(blocks()), re.MULTILINE):
            self.assertRegex(makefile, rf"(?m)^{target}: ##")

    def test_a_first_charge(self):
        said = self.bash(block("make build"))
        self.assertIn('"status":"completed"', said.replace(" ", ""))

    def test_a_server_that_asks_who_is_there(self):
        server = self.serve()
        words = block("OCPP_PASSWORD").split("\n")
        self.assertIn("serve --data data &", words[0])
        key = next(line for line in server.stdout if "API key" in line).split()[-1]
        self.bash("\n".join(words[1:]).replace("ocpp_…", key))

    def test_commands_to_a_connected_station(self):
        self.serve("--open")
        station = subprocess.Popen(
            [OCPP, "station", "--url", f"ws://127.0.0.1:{self.port}/ocpp", "--control",
             "127.0.0.1:0", "--id", "CP001"],
            env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.addCleanup(station.wait)
        self.addCleanup(station.kill)
        for line in filter(None, block("/reset?").split("\n")):
            # The reset takes the station away for a moment.
            self.wait_for("CP001")
            self.bash(line)

    def wait_for(self, station: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if requests.get(f"{self.place}/connections/{station}").status_code == 200:
                return
            time.sleep(0.1)
        self.fail(f"{station} did not connect")

    def test_a_scenario(self):
        self.serve("--open")
        on_the_terminal, scenario = block("--script").strip().split("\n")
        self.assertEqual(".build/release/ocpp station --id CP002", on_the_terminal)
        self.assertIn("passed, 2 expectations met", self.bash(scenario))

    def test_a_fleet(self):
        self.serve("--open")
        self.bash(block("fleet").replace("--count 500", "--count 20"))

    def test_a_world(self):
        self.assertIn("every promise held", self.bash(block("world")))

    def test_what_an_app_does_and_a_world_to_look_at(self):
        self.serve("--open", "--webhook-private-targets")
        self.bash(block("check integration"))
