"""The station page in a real browser against a real `ocpp serve`: whole sessions with mouse and
keyboard, and what a reload, a lost network, a second tab and a reset do to them."""

from __future__ import annotations

import gzip
import os
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "Foreign"))

from chrome import Chrome  # noqa: E402
from server import PASSWORD, Server  # noqa: E402

PARTS = {
    "": "text/html; charset=utf-8", "station.css": "text/css; charset=utf-8",
    "station.js": "text/javascript; charset=utf-8", "station.wasm": "application/wasm",
    "icon.svg": "image/svg+xml",
}  # fmt: skip
ONLINE = "document.getElementById('link').dataset.state === 'online'"
SETTLED = "document.body.dataset.settled === 'true' && document.body.dataset.owed === '0'"


def status(connector: int, wanted: str) -> str:
    return f"document.getElementById('side-{connector}').dataset.status === '{wanted}'"


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Server("--open", "--log-level", "warning"))
        cls.chrome = cls.enterClassContext(Chrome())
        cls.names = iter(f"TAB-{number}" for number in range(100))

    def open(self, **query: str):
        """A page with a station of its own, registered."""
        self.identity = next(self.names)
        page = self.chrome.page(f"http://{self.server.place}/station?identity={self.identity}")
        self.addCleanup(page.close)
        page.wait(ONLINE)
        return page

    def open_with(self, script: str):
        """The same in a browser where this script ran before the page's own."""
        self.identity = next(self.names)
        page = self.chrome.page("about:blank")
        self.addCleanup(page.close)
        page.command("Page.addScriptToEvaluateOnNewDocument", source=script)
        page.go(f"http://{self.server.place}/station?identity={self.identity}")
        page.wait(ONLINE)
        return page

    def transactions(self) -> list[dict]:
        return self.server.transactions(station=self.identity)

    def wait_for_end(self, page) -> dict:
        """The one transaction of the page's station, when it has ended."""
        page.wait(SETTLED)
        (transaction,) = self.transactions()
        self.assertIsNotNone(transaction.get("stop_timestamp"), transaction)
        self.assertGreaterEqual(transaction["meter_stop"], transaction["meter_start"])
        return transaction

    def command(self, path: str, body: dict) -> None:
        answer = self.server.post(path, body)
        self.assertEqual(200, answer.status_code, answer.text)

    def begin_charging(self, page) -> None:
        page.click("#bay-1 [data-do=plug]")
        page.click("button.card[data-tag=DEMO0001]")
        page.wait(status(1, "Charging"))
        # The central system has told its id.
        page.wait("document.getElementById('side-1').dataset.transaction > 0")

    def frames(self, page, action: str) -> int:
        return page.run(
            f"document.querySelectorAll('#frames .call[data-action={action}][data-direction=out]').length"
        )


class Sessions(Browser):
    def test_a_session_with_the_mouse_is_in_the_store(self):
        page = self.open()

        page.drag("#plug-1", "#inlet-1")
        page.wait(status(1, "Preparing"))
        page.drag("button.card[data-tag=DEMO0001]", "#reader")
        page.wait(status(1, "Charging"))
        page.wait("parseFloat(document.querySelector('#side-1 .energy').textContent) > 0.02")
        page.drag("button.card[data-tag=DEMO0001]", "#reader")
        page.wait(status(1, "Finishing"))
        page.drag("#plug-1", "#holster-1")
        page.wait(status(1, "Available"))

        transaction = self.wait_for_end(page)
        self.assertEqual("DEMO0001", transaction["id_tag"])
        self.assertGreater(transaction["meter_stop"] - transaction["meter_start"], 15)
        self.assertEqual([], page.complaints)

    def test_a_session_with_the_keyboard_alone(self):
        page = self.open()

        def press(selector: str, key: str) -> None:
            for _ in range(60):
                if page.run(f"document.activeElement.matches('{selector}')"):
                    return page.key(key)
                page.key("Tab")
            self.fail(f"Tab never comes to {selector}")

        press("#plug-2", "Enter")
        page.wait(status(2, "Preparing"))
        press("button.card[data-tag=GUEST42]", " ")
        page.wait(status(2, "Charging"))
        press("#stop-2", "Enter")
        page.wait(status(2, "Finishing"))
        press("#bay-2 [data-do=plug]", " ")
        page.wait(status(2, "Available"))

        transaction = self.wait_for_end(page)
        self.assertEqual((2, "GUEST42"), (transaction["connector_id"], transaction["id_tag"]))
        self.assertIn(transaction.get("reason"), (None, "Local"))

    def test_two_cars_charge_at_a_time(self):
        page = self.open()
        self.begin_charging(page)

        page.click("#bay-2 [data-do=plug]")
        page.click("button.card[data-tag=GUEST42]")
        page.wait(status(2, "Charging"))
        for number in (1, 2):
            page.click(f"#stop-{number}")
            page.wait(status(number, "Finishing"))

        page.wait(SETTLED)
        ended = [t for t in self.transactions() if t.get("stop_timestamp")]
        self.assertEqual({1, 2}, {t["connector_id"] for t in ended})

    def test_a_plug_that_is_locked_does_not_come_out(self):
        page = self.open()
        self.begin_charging(page)

        page.drag("#plug-1", "#holster-1")
        page.wait("document.getElementById('prompt').textContent.includes('locked')")

        self.assertTrue(page.run(status(1, "Charging")))
        page.click("#stop-1")
        self.wait_for_end(page)

    def test_the_central_system_starts_and_stops_a_session(self):
        page = self.open()
        page.click("#bay-1 [data-do=plug]")
        page.wait(status(1, "Preparing"))

        door = f"/charge_points/{self.identity}"
        self.command(f"{door}/remote_start", {"id_tag": "REMOTE1", "connector_id": 1})
        page.wait(status(1, "Charging"))
        page.wait("document.getElementById('side-1').dataset.transaction > 0")
        number = page.run("Number(document.getElementById('side-1').dataset.transaction)")
        self.command(f"{door}/remote_stop", {"transaction_id": number})
        page.wait(status(1, "Finishing"))

        self.assertEqual("Remote", self.wait_for_end(page)["reason"])


class Interruptions(Browser):
    def test_a_reload_resumes_the_session_which_ends_once(self):
        page = self.open()
        self.begin_charging(page)
        (before,) = self.transactions()

        page.reload()
        page.wait(ONLINE)
        page.wait(status(1, "Charging"))
        self.assertEqual(0, self.frames(page, "StartTransaction"))
        page.reload()
        page.wait(status(1, "Charging"))
        page.wait(ONLINE)
        page.click("#stop-1")
        page.wait(status(1, "Finishing"))

        transaction = self.wait_for_end(page)
        self.assertEqual(before["transaction_id"], transaction["transaction_id"])
        self.assertEqual(before["meter_start"], transaction["meter_start"])
        self.assertEqual(1, self.frames(page, "StopTransaction"))

    def test_a_reload_right_after_the_card_loses_nothing(self):
        page = self.open()
        page.click("#bay-1 [data-do=plug]")
        page.wait(status(1, "Preparing"))

        page.run("window.isOld = true, document.querySelector('button.card').click(), location.reload()")
        page.wait(f"!window.isOld && {ONLINE} && ({status(1, 'Preparing')} || {status(1, 'Charging')})")
        if page.run(status(1, "Preparing")):
            page.click("button.card[data-tag=DEMO0001]")
            page.wait(status(1, "Charging"))
        page.click("#stop-1")
        page.wait(status(1, "Finishing"))

        self.wait_for_end(page)

    def test_what_happened_offline_is_delivered_later(self):
        page = self.open()
        self.begin_charging(page)

        page.click("#network")
        page.wait("document.getElementById('link').dataset.state === 'offline'")
        page.click("button.card[data-tag=DEMO0001]")
        page.wait(status(1, "Finishing"))
        page.wait("document.getElementById('owed').textContent.includes('waiting')")
        self.assertNotIn("stop_timestamp", self.transactions()[0])
        page.click("#network")
        page.wait(ONLINE)

        self.wait_for_end(page)

    def test_a_power_cut_while_offline_keeps_the_end(self):
        page = self.open()
        self.begin_charging(page)
        page.click("#network")
        page.click("#stop-1")
        page.wait(status(1, "Finishing"))

        page.reload()
        page.wait(ONLINE)

        self.wait_for_end(page)

    def test_a_reset_restarts_the_station_and_its_session_goes_on_record(self):
        page = self.open()
        self.begin_charging(page)

        door = f"/charge_points/{self.identity}"
        self.command(f"{door}/reset", {"type": "Soft"})
        page.wait("document.getElementById('prompt').textContent.startsWith('Restarting')")
        page.wait(ONLINE)

        self.assertEqual("SoftReset", self.wait_for_end(page)["reason"])
        self.assertEqual(2, self.frames(page, "BootNotification"))

    def test_a_second_tab_takes_the_station_over(self):
        page = self.open()

        second = self.chrome.page(f"http://{self.server.place}/station/?identity={self.identity}")
        self.addCleanup(second.close)
        second.wait(ONLINE)

        page.wait("document.getElementById('notices').textContent.includes('another tab')")
        self.assertEqual("off", page.run("document.getElementById('link').dataset.state"))

    def test_where_nothing_is_kept_it_charges_and_says_so(self):
        denied = "throw new DOMException('no', 'SecurityError')"
        full = "throw new DOMException('no', 'QuotaExceededError')"
        for why, script in {
            "switched off": f"Object.defineProperty(window, 'localStorage', {{ get() {{ {denied} }} }})",
            "full": f"Storage.prototype.setItem = () => {{ {full} }}",
        }.items():
            with self.subTest(why):
                page = self.open_with(script)
                page.wait("document.getElementById('notices').textContent.includes('keeps nothing')")
                self.begin_charging(page)
                page.click("#stop-1")
                self.wait_for_end(page)
                self.assertEqual([], page.complaints)

    def test_no_session_begins_that_the_storage_has_no_room_for(self):
        page = self.open()
        page.run(
            "window.keep = Storage.prototype.setItem,"
            "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
        )
        page.click("#bay-1 [data-do=plug]")
        page.click("button.card[data-tag=DEMO0001]")
        page.wait("document.getElementById('notices').textContent.includes('full')")
        self.assertEqual([], self.transactions())
        page.run("Storage.prototype.setItem = window.keep, 0")
        page.wait("document.getElementById('side-1').dataset.status === 'Preparing'")
        # Until it is sure that there is room again, it refuses.
        page.wait(
            "document.getElementById('side-1').dataset.status === 'Charging'"
            " || (document.querySelector('button.card').click(), false)"
        )
        page.wait("document.getElementById('notices').textContent === ''")
        page.click("#stop-1")
        self.wait_for_end(page)

    def test_a_fault_stops_the_energy_and_not_the_transaction(self):
        page = self.open()
        self.begin_charging(page)

        page.click("#fault-1")
        page.wait(status(1, "Faulted"))
        page.click("#fault-1")
        page.wait(status(1, "Charging"))
        page.click("#emergency")
        page.wait(status(1, "Finishing"))

        self.assertEqual("EmergencyStop", self.wait_for_end(page)["reason"])


class ThePage(Browser):
    def get(self, name: str, **headers: str):
        plain = {"Authorization": None, "Accept-Encoding": None}
        return self.server.http.get(
            f"http://{self.server.place}/station/{name}", headers=plain | headers, stream=True
        )

    def test_every_part_has_its_type_and_comes_compressed(self):
        for name, media_type in PARTS.items():
            with self.subTest(name or "index.html"):
                plain = self.get(name)
                small = self.get(name, **{"Accept-Encoding": "br, gzip"})

                self.assertEqual((200, media_type), (plain.status_code, plain.headers["Content-Type"]))
                self.assertNotIn("Content-Encoding", plain.headers)
                self.assertEqual("gzip", small.headers["Content-Encoding"])
                packed = small.raw.read(decode_content=False)
                self.assertEqual(plain.content, gzip.decompress(packed))
                self.assertLess(len(packed), len(plain.content))
                self.assertEqual("Accept-Encoding", small.headers["Vary"])

    def test_a_copy_that_is_still_good_is_not_sent_again(self):
        first = self.get("station.wasm")
        again = self.get("station.wasm", **{"If-None-Match": first.headers["ETag"]})
        other = self.get("station.wasm", **{"If-None-Match": '"other"'})

        self.assertEqual((304, b""), (again.status_code, again.content))
        self.assertEqual(200, other.status_code)

    def test_it_needs_no_key_and_nothing_from_elsewhere(self):
        with Server("--log-level", "warning") as closed:
            answer = closed.http.get(
                f"http://{closed.place}/station", headers={"Authorization": None}
            )

        self.assertEqual(200, answer.status_code)
        self.assertTrue(answer.url.endswith("/station/"))
        policy = answer.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe-inline", policy)
        self.assertNotIn("http", answer.text.replace("http-equiv", "").replace("HTTP Basic", ""))

    def test_the_password_goes_with_the_handshake(self):
        with Server("--log-level", "warning") as closed:
            closed.add_station("SAFE-1")
            page = self.chrome.page(f"http://{closed.place}/station/?identity=SAFE-1")
            self.addCleanup(page.close)
            page.wait("document.getElementById('link').dataset.state === 'offline'")
            # A browser tells no page why; the page tells what may be.
            page.wait("document.getElementById('notices').textContent.includes('identity or password')")
            page.click("#notices button")
            page.run(
                "document.getElementById('set-identity').value = 'SAFE-1',"
                f"document.getElementById('set-password').value = '{PASSWORD}'"
            )
            page.click("#settings-form [type=submit]")
            page.wait(ONLINE)

            self.assertEqual("SAFE-1", page.run("document.getElementById('identity').textContent"))
            self.assertEqual("", page.run("document.getElementById('notices').textContent"))

    def test_it_fits_a_phone(self):
        page = self.open()
        page.size(360, 740)
        page.wait("innerWidth === 360")

        self.assertLessEqual(page.run("document.documentElement.scrollWidth"), 360)
        small = page.run(
            "[...document.querySelectorAll('button')].filter(b => b.offsetParent"
            " && b.getBoundingClientRect().height < 44).map(b => b.id || b.textContent)"
        )
        self.assertEqual([], small)
        # What the charger says stands beside the cards, because its screen is out of sight there.
        page.click("button.card[data-tag=GUEST42]")
        page.wait("document.getElementById('echo').offsetParent && "
                  "document.getElementById('echo').textContent.includes('Plug in')")

    def test_a_finger_plugs_in_on_a_phone_and_scrolls_over_the_cards(self):
        page = self.open()
        page.size(360, 740)
        page.wait("innerWidth === 360")
        page.finger("#plug-1", "#inlet-1")
        page.wait(status(1, "Preparing"))
        page.click("button.card[data-tag=DEMO0001]")
        page.wait(status(1, "Charging"))
        page.finger("#plug-1", "#holster-1")
        page.wait("document.getElementById('prompt').textContent.includes('locked')")
        page.click("#stop-1")
        self.wait_for_end(page)
        page.click("#bay-1 [data-do=plug]")
        page.wait(status(1, "Available"))
        # The browser takes the gesture for its own: it scrolls.
        page.run("addEventListener('pointercancel', () => { window.hasScrolled = true }), 0")
        page.finger("button.card[data-tag=DEMO0001]", "#owed", scrolls=True)
        page.wait("window.hasScrolled && document.querySelector('button.card').style.transform === ''")
        self.assertEqual(1, self.frames(page, "Authorize"))
        self.assertTrue(page.run(status(1, "Available")))

    def test_everything_one_can_press_has_a_name(self):
        page = self.open()

        nameless = page.run(
            "[...document.querySelectorAll('button, input')].filter(e =>"
            " !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).map(e => e.outerHTML)"
        )
        self.assertEqual([], nameless)

    def test_text_stands_out_from_its_ground_in_light_and_dark(self):
        page = self.open()
        for scheme in ("light", "dark"):
            page.prefer(prefers_color_scheme=scheme)
            with self.subTest(scheme):
                self.assertEqual([], page.run(CONTRAST))

    def test_nothing_moves_for_those_who_want_it_so(self):
        page = self.open()
        page.prefer(prefers_reduced_motion="reduce")
        self.begin_charging(page)

        self.assertEqual(0, page.run("document.getAnimations().length"))
        page.click("#stop-1")
        self.wait_for_end(page)


# WCAG 1.4.3: 4.5 to 1, on the nearest ground that is one colour.
CONTRAST = """(() => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== 'none') return null;
      const c = parse(style.backgroundColor);
      if (c[3] === 1) return c;
    }
    return null;
  };
  const faults = [];
  for (const e of document.querySelectorAll('body *')) {
    const says = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!says || !e.offsetParent || e.closest(':disabled')) continue;
    const back = ground(e);
    if (!back) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(back)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.push(`${e.tagName}.${e.className} ${e.textContent.trim()}: ${ratio.toFixed(2)}`);
  }
  return faults;
})()"""


if __name__ == "__main__":
    began = time.monotonic()
    program = unittest.main(exit=False, verbosity=2 if os.environ.get("VERBOSE") else 1)
    count = program.result.testsRun
    print(f"{count} tests in a browser in {time.monotonic() - began:.0f} s", flush=True)
    sys.exit(0 if program.result.wasSuccessful() and count else 1)
