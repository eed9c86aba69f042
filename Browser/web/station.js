// Puts the page together: the charger in WebAssembly, what a person does at it, and what there is to see.

import { Cables, makeCard } from "./cables.js";
import { Charger, happenings, prompts, statuses } from "./charger.js";
import { FrameLog } from "./frames.js";
import { Graph } from "./graph.js";
import { Storage, isKept, loadSettings, saveSettings, shelf } from "./storage.js";

const find = (id) => document.getElementById(id);
const settings = loadSettings();
const storage = new Storage(settings.identity);
const graph = new Graph(find("graph"));
const frames = new FrameLog(find("frames"));
let charger = null;
let module = null;
let passing = null; // a prompt that is shown for a moment
let isPainting = false;

// MARK: The charger's life

function say(element, text) { if (element.textContent !== text) element.textContent = text; }

function powerOn() {
  if (!storage.isOwned) return stopForAnotherTab();
  charger = new Charger(module, storage, settings, {
    change: paintSoon,
    prompt: showPrompt,
    frame: (direction, text) => frames.add(direction, text),
    link: (isOpen) => {
      if (isOpen) return notice("link");
      notice("link", `No connection to ${settings.server}. It cannot be reached, or it does not take this identity or password.`,
        "Settings", openSettings);
    },
    reboot: (isHard) => setTimeout(() => restart(isHard ? "Restarting (hard reset)" : "Restarting")),
    password: (password) => {
      settings.password = password;
      saveSettings(settings);
    },
  });
  charger.hasNetwork = find("network").getAttribute("aria-checked") === "true";
  if (charger.powerOn()) return;
  charger = null;
  notice("journal", "The journal of this station in the browser's storage cannot be read.", "Forget this station", forget);
}

/** Power goes and comes back. */
function restart(why) {
  charger?.powerOff();
  charger = null;
  passing = null;
  say(find("prompt"), why);
  showLink("off", "No power");
  setTimeout(powerOn, 1500);
}

/** Says what somebody should know, one box about each thing; without a text it is over. */
function notice(about, text, label, action) {
  const old = document.querySelector(`.notice[data-about=${about}]`);
  if (old?.firstChild.data === text) return;
  old?.remove();
  if (!text) return;
  const box = document.createElement("p");
  box.className = "notice";
  box.dataset.about = about;
  box.append(text);
  if (label) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", action);
    box.append(button);
  }
  find("notices").append(box);
}

storage.onLost = () => { if (charger) stopForAnotherTab(); };
storage.onRoom = () => notice("full");
storage.onFull = () => notice("full", "The browser's storage for this page is full: nothing more can be kept, so no session begins.");

function stopForAnotherTab() {
  charger?.powerOff();
  charger = null;
  say(find("prompt"), "Stopped");
  showLink("off", "Stopped");
  notice("link");
  notice("tab", `Station ${settings.identity} was opened in another tab, and this one has stopped.`,
    "Open another station here", () => {
      const name = `WEB-${Math.random().toString(16).slice(2, 6).toUpperCase()}`;
      location.search = new URLSearchParams({ identity: name });
    });
}

function forget() {
  charger?.powerOff();
  charger = null;
  storage.forget();
  location.reload();
}

// MARK: What there is to see

const words = {
  Available: "Free", Preparing: "Preparing", Charging: "Charging", SuspendedEVSE: "Waiting for power",
  SuspendedEV: "Car has paused", Finishing: "Finished", Reserved: "Reserved", Unavailable: "Out of service",
  Faulted: "Fault",
};

/** What the screen says when nothing just happened. */
function standing(view) {
  const sides = [1, 2].map((number) => ({ number, ...view.connectors[number] }));
  const is = (...names) => sides.filter((side) => names.includes(statuses[side.status]));
  const list = (some) => some.map((side) => side.number).join(" and ");
  if (is("Preparing").length) {
    const side = is("Preparing")[0];
    return side.plugged ? `Connector ${side.number}: hold a card to the reader` : `Plug in cable ${side.number}`;
  }
  if (is("Finishing").length) return `Connector ${list(is("Finishing"))}: thank you, please unplug`;
  if (is("Charging").length) return `Charging on connector ${list(is("Charging"))}. Same card to stop`;
  if (is("SuspendedEV", "SuspendedEVSE").length) return "Paused. Same card to stop";
  if (is("Available").length) return "Welcome. Plug in, or hold a card to the reader";
  if (is("Faulted").length) return "Fault: no energy flows";
  return "Out of service";
}

function showPrompt(connector, index) {
  passing = { text: connector > 0 ? `Connector ${connector}: ${lower(prompts[index])}` : prompts[index], until: Date.now() + 3500 };
  // What lasts is said by the state itself.
  if (["Hold a card to the reader", "Plug in the cable", "Charging", "Please unplug"].includes(prompts[index])) passing = null;
  setTimeout(paintSoon, 3600);
}

const lower = (text) => text[0].toLowerCase() + text.slice(1);
const kilowatts = (watts) => `${(watts / 1000).toFixed(1)} kW`;

function duration(since) {
  const total = Math.max(0, Math.round((Date.now() - since) / 1000));
  const two = (n) => String(n).padStart(2, "0");
  return `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
}

/** When a session was first seen: the screen's clock goes on after a reload. */
function beginning(number, transaction) {
  const key = `${storage.base}since/${number}`;
  const [start, since] = (shelf.getItem(key) ?? "").split(" ");
  if (Number(start) === transaction.start && since) return Number(since);
  try { shelf.setItem(key, `${transaction.start} ${Date.now()}`); } catch { /* full */ }
  return Date.now();
}

function showLink(state, text) {
  find("link").dataset.state = state;
  say(find("link").querySelector("span"), text);
}

function paintLink(view) {
  if (view.online) return showLink("online", "Online");
  if (!charger.hasNetwork) return showLink("offline", "Offline: network is off");
  if (charger.linkState === "open") return showLink("connecting", "Connected, registering");
  if (charger.linkState === "connecting") return showLink("connecting", "Connecting");
  showLink("offline", "Offline, trying again");
}

function paintSide(number, view) {
  const side = view.connectors[number];
  const status = statuses[side.status];
  const box = find(`side-${number}`);
  box.dataset.status = status;
  box.dataset.transaction = side.transaction?.id ?? "";
  say(box.querySelector(".status"), words[status]);
  const transaction = side.transaction;
  say(box.querySelector(".power"), transaction ? kilowatts(side.power) : "–");
  say(box.querySelector(".energy"), transaction ? `${((side.register - transaction.start) / 1000).toFixed(3)} kWh` : "–");
  say(box.querySelector(".time"), transaction ? duration(beginning(number, transaction)) : "–");
  find(`stop-${number}`).disabled = !transaction;
}

function paintBay(number, view) {
  const side = view.connectors[number];
  const bay = find(`bay-${number}`);
  const percent = side.charge / 10;
  const level = bay.querySelector(".level");
  level.setAttribute("aria-valuenow", Math.round(percent));
  level.firstChild.style.width = `${percent}%`;
  say(bay.querySelector("output"), `${percent.toFixed(1)} %`);
  const [plug, ready, arrive] = bay.querySelectorAll("button");
  say(plug, side.plugged ? "Unplug" : "Plug in");
  say(ready, side.ready ? "Pause the car" : "Let the car go on");
  ready.hidden = !side.plugged;
  ready.disabled = !side.transaction;
  arrive.hidden = side.plugged;
  cables.show(number, side.plugged, side.plugged && side.locked, side.closed && side.power > 0);
  find(`fault-${number}`).setAttribute("aria-checked", side.fault);
}

function paint() {
  isPainting = false;
  if (!charger) return;
  const view = charger.view;
  paintLink(view);
  for (const number of [1, 2]) {
    paintSide(number, view);
    paintBay(number, view);
  }
  if (passing && passing.until < Date.now()) passing = null;
  say(find("prompt"), passing?.text ?? standing(view));
  say(find("echo"), find("prompt").textContent);
  say(find("owed"), view.owed
    ? `${view.owed} transaction message${view.owed > 1 ? "s" : ""} in the journal, waiting for the central system.`
    : "The central system has acknowledged everything.");
  document.body.dataset.settled = view.settled;
  document.body.dataset.owed = view.owed;
}

function paintSoon() {
  if (isPainting) return;
  isPainting = true;
  queueMicrotask(paint);
}

// MARK: What a person does

const cables = new Cables(find("scene"), {
  plug: (number) => charger?.happen(happenings.plugged, number),
  unplug: (number) => charger?.happen(happenings.unplugged, number),
  isLocked: (number) => charger?.view.connectors[number].locked ?? false,
  locked: (number) => {
    passing = { text: `Cable ${number} is locked. Hold your card to the reader to stop`, until: Date.now() + 3500 };
    paintSoon();
    setTimeout(paintSoon, 3600);
  },
});

function swipe(tag) {
  if (!charger || !tag) return;
  find("reader").classList.add("read");
  setTimeout(() => find("reader").classList.remove("read"), 700);
  charger.swipe(tag);
}

function listen() {
  for (const card of document.querySelectorAll("button.card")) makeCard(card, find("reader"), swipe);
  find("own-swipe").addEventListener("click", () => swipe(find("own-tag").value.trim()));
  find("own-tag").addEventListener("keydown", (event) => {
    if (event.key === "Enter") swipe(find("own-tag").value.trim());
  });
  for (const number of [1, 2]) {
    find(`bay-${number}`).addEventListener("click", (event) => {
      const side = charger?.view.connectors[number];
      switch (side && event.target.dataset.do) {
        case "plug": return cables.toggle(number);
        case "ready": return charger.happen(side.ready ? happenings.paused : happenings.ready, number);
        case "arrive": return charger.arrive(number, 80 + Math.floor(Math.random() * 700));
        default: return undefined;
      }
    });
    find(`stop-${number}`).addEventListener("click", () => charger?.happen(happenings.stop, number));
    find(`fault-${number}`).addEventListener("click", (event) => {
      const isOn = event.currentTarget.getAttribute("aria-checked") === "true";
      charger?.happen(isOn ? happenings.faultCleared : happenings.fault, number);
    });
  }
  find("network").addEventListener("click", (event) => {
    const isOn = event.currentTarget.getAttribute("aria-checked") !== "true";
    event.currentTarget.setAttribute("aria-checked", isOn);
    charger?.setNetwork(isOn);
  });
  find("cycle").addEventListener("click", () => { if (charger) restart("Power is off"); });
  find("emergency").addEventListener("click", () => {
    for (const number of [1, 2]) charger?.happen(happenings.emergency, number);
  });
  find("log-clear").addEventListener("click", () => frames.clear());
  listenToSettings();
  addEventListener("pagehide", () => charger?.saveWorld());
}

function openSettings() {
  for (const name of ["identity", "server", "password", "interval"]) find(`set-${name}`).value = settings[name];
  find("settings").showModal();
}

function listenToSettings() {
  find("settings-open").addEventListener("click", openSettings);
  find("settings-close").addEventListener("click", () => find("settings").close());
  find("settings-form").addEventListener("submit", () => {
    saveSettings({
      identity: find("set-identity").value, server: find("set-server").value,
      password: find("set-password").value, interval: Number(find("set-interval").value),
    });
    charger?.powerOff();
    location.href = location.pathname;
  });
  find("forget").addEventListener("click", () => {
    if (confirm(`Forget ${settings.identity}: its journal, and what it still owes the central system?`)) forget();
  });
}

async function begin() {
  say(find("identity"), settings.identity);
  document.title = `${settings.identity} · swift-ocpp`;
  listen();
  if (!isKept) {
    notice("memory", "This browser keeps nothing for this page (its storage is switched off, or full): a reload forgets the station and its sessions.");
  }
  const response = await fetch("station.wasm");
  if (!response.ok) throw new Error(`station.wasm: HTTP ${response.status}`);
  const bytes = await response.arrayBuffer();
  const [part] = performance.getEntriesByName(response.url);
  const packed = part?.encodedBodySize || bytes.byteLength;
  say(find("size"), `WebAssembly of ${Math.round(packed / 1000)} kB${packed < bytes.byteLength ? " compressed" : ""}`);
  module = await WebAssembly.compile(bytes);
  powerOn();
  setInterval(() => {
    if (!charger) return;
    graph.add(charger.view);
    paintSoon();
  }, 1000);
}

begin().catch((error) => {
  say(find("prompt"), "Out of service");
  notice("start", `The station cannot start: ${error.message}`);
});
