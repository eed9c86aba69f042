"""A headless Chromium over its DevTools protocol: pages, keys, the mouse, and what a page says."""

from __future__ import annotations

import base64
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from websockets.sync.client import connect

CHROMIUM = os.environ.get("CHROMIUM", "chromium")
# Nothing a page is waited for takes this long.
PATIENCE = 90


class Chrome:
    """The browser as a process, with a profile of its own."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="ocpp-browser-")
        self.process = subprocess.Popen(
            [
                CHROMIUM, "--headless=new", "--no-sandbox", "--remote-debugging-port=0",
                f"--user-data-dir={self.profile}", "--no-first-run", "--disable-gpu",
                "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--no-proxy-server", "about:blank",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
        self.socket = connect(self._address(), max_size=None)
        self.numbers = itertools.count(1)
        self.events: list[dict] = []

    def _address(self) -> str:
        seen = b""
        for line in self.process.stderr:
            seen += line
            found = re.search(rb"DevTools listening on (ws://\S+)", line)
            if found:
                return found[1].decode()
        raise AssertionError(f"{CHROMIUM} did not start:\n{seen.decode(errors='replace')}")

    def __enter__(self) -> Chrome:
        return self

    def __exit__(self, *_) -> None:
        self.socket.close()
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def command(self, method: str, session: str | None = None, **parameters) -> dict:
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                break
            self.events.append(answer)
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def page(self, url: str, width: int = 1280, height: int = 1500) -> Page:
        target = self.command("Target.createTarget", url="about:blank")["targetId"]
        session = self.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, target)
        for domain in ("Page", "Runtime", "Log", "Network"):
            page.command(f"{domain}.enable")
        page.size(width, height)
        page.go(url)
        return page


TWO_FRAMES = "new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(1))))"


class Page:
    """A tab."""

    def __init__(self, chrome: Chrome, session: str, target: str):
        self.chrome, self.session, self.target = chrome, session, target

    def command(self, method: str, **parameters) -> dict:
        return self.chrome.command(method, self.session, **parameters)

    def size(self, width: int, height: int) -> None:
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=width < 600,
        )  # fmt: skip

    def prefer(self, **features: str) -> None:
        """Media features, as in prefer(prefers_color_scheme="dark")."""
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": n.replace("_", "-"), "value": v} for n, v in features.items()],
        )

    def go(self, url: str) -> None:
        self.command("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'")

    def reload(self) -> None:
        # What is waited for afterwards must not be the old document's.
        self.run("window.isOld = true")
        self.command("Page.reload")
        self.wait("!window.isOld && document.readyState === 'complete'")

    def close(self) -> None:
        self.chrome.command("Target.closeTarget", targetId=self.target)

    def run(self, expression: str):
        """The value of a JavaScript expression; a promise is waited for."""
        result = self.command(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in result:
            details = result["exceptionDetails"]
            raise AssertionError(details.get("exception", {}).get("description", details["text"]))
        return result["result"].get("value")

    def wait(self, expression: str, patience: float = PATIENCE):
        """Looks until the expression is true; its value."""
        deadline = time.monotonic() + patience
        value = None
        while time.monotonic() < deadline:
            try:
                value = self.run(expression)
            except AssertionError as error:
                value = None
                # Between two documents there is nothing to ask.
                between = ("context", "Cannot read", "navigated or closed")
                if not any(words in str(error) for words in between):
                    raise
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"waited {patience} s for {expression}; the page says:\n{self.text()}")

    def text(self) -> str:
        return self.run("document.body.innerText")

    def click(self, selector: str) -> None:
        self._mouse("mouseReleased", *self.grasp(selector))

    def drag(self, selector: str, target: str) -> None:
        x, y = self.grasp(selector)
        to_x, to_y = self.centre(target, scroll=False)
        for step in range(1, 11):
            self._mouse("mouseMoved", x + (to_x - x) * step / 10, y + (to_y - y) * step / 10)
        # Where the target is by now: what the page says may have moved it.
        to_x, to_y = self.centre(target, scroll=False)
        self._mouse("mouseMoved", to_x, to_y)
        self._mouse("mouseReleased", to_x, to_y)

    def grasp(self, selector: str) -> tuple[float, float]:
        """Presses on the element; when it moved away meanwhile, once more, as a hand would."""
        for _ in range(10):
            x, y = self.centre(selector)
            self._mouse("mousePressed", x, y)
            if self.run(f"document.querySelector({json.dumps(selector)}).matches(':active')"):
                return x, y
            self._mouse("mouseReleased", x, y)
        raise AssertionError(f"{selector} cannot be grasped")

    def finger(self, selector: str, target: str, scrolls: bool = False) -> None:
        """A drag with a finger instead of a mouse. One that missed because the page moved, or that the browser
        took for scrolling, is made again, as a hand would; one that `scrolls` is made once."""
        self.command("Emulation.setTouchEmulationEnabled", enabled=True)
        for _ in range(10):
            self.run(
                "window.gesture = {}, ['pointerdown', 'pointercancel'].forEach((kind) => addEventListener("
                "kind, (e) => { window.gesture[kind] = e.target }, {capture: true, once: true})), 0"
            )
            self._swipe(selector, target)
            self.run(TWO_FRAMES)
            element = f"document.querySelector({json.dumps(selector)})"
            if scrolls or self.run(
                f"{element}.contains(gesture.pointerdown) && !gesture.pointercancel"
            ):
                return
        raise AssertionError(f"{selector} cannot be dragged with a finger")

    def _swipe(self, selector: str, target: str) -> None:
        x, y = self.centre(selector)
        # Which gestures are the page's is known to the browser with the next frame that it draws.
        self.run(TWO_FRAMES)
        x, y = self.centre(selector)
        to_x, to_y = self.centre(target, scroll=False)
        self._touch("touchStart", [{"x": x, "y": y}])
        for step in range(1, 11):
            at = {"x": x + (to_x - x) * step / 10, "y": y + (to_y - y) * step / 10}
            self._touch("touchMove", [at])
        to_x, to_y = self.centre(target, scroll=False)
        self._touch("touchMove", [{"x": to_x, "y": to_y}])
        self._touch("touchEnd", [])

    def _touch(self, kind: str, points: list[dict]) -> None:
        self.command("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    def _mouse(self, kind: str, x: float, y: float) -> None:
        self.command(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1
        )

    def centre(self, selector: str, scroll: bool = True) -> tuple[float, float]:
        """Where the element rests: one that glides is waited for, as a hand would."""
        into_view = "e.scrollIntoView({block: 'center', behavior: 'instant'});" if scroll else ""
        box = self.run(
            f"(async () => {{ const e = document.querySelector({json.dumps(selector)}); {into_view}"
            " const glides = e.getAnimations().filter((a) => a instanceof CSSTransition);"
            " await Promise.allSettled(glides.map((a) => a.finished));"
            " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2] })()"
        )
        return box[0], box[1]

    def key(self, key: str) -> None:
        """Tab, Enter, or Space."""
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        text = {"Enter": "\r", " ": " "}.get(key)
        extra = {"text": text} if text else {}
        code = {" ": "Space"}.get(key, key)
        for kind in ("keyDown", "keyUp"):
            self.command(
                "Input.dispatchKeyEvent", type=kind, key=key, code=code,
                windowsVirtualKeyCode=codes[key], **(extra if kind == "keyDown" else {}),
            )  # fmt: skip

    def screenshot(self, path: Path) -> None:
        data = self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
        path.write_bytes(base64.b64decode(data))

    @property
    def complaints(self) -> list[str]:
        """Errors the page threw or the browser logged for it, a refused script among them."""
        self.run("0")
        found = []
        for event in self.chrome.events:
            if event.get("sessionId") != self.session:
                continue
            parameters = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            if event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                found.append(f"{parameters['entry']['text']} {parameters['entry'].get('url', '')}")
        return found
