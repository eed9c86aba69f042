// What survives a reload: the journal's sectors, how the bays were left, and the settings. One tab at a
// time owns a station's storage: the one that opened it last.

const prefix = "ocpp-station/";

/** What stands in where the browser lets nothing be kept: gone with the page. */
class Memory {
  #items = new Map();
  getItem(key) { return this.#items.get(key) ?? null; }
  setItem(key, value) { this.#items.set(key, value); }
  removeItem(key) { this.#items.delete(key); }
}

/** localStorage, unless it is switched off or full from the start. */
function open() {
  try {
    localStorage.setItem(`${prefix}probe`, "1");
    localStorage.removeItem(`${prefix}probe`);
    return localStorage;
  } catch {
    return new Memory();
  }
}
export const shelf = open();
export const isKept = !(shelf instanceof Memory);

export class Storage {
  constructor(identity) {
    this.base = `${prefix}${identity}/`;
    this.owner = crypto.getRandomValues(new Uint32Array(2)).join("-");
    shelf.setItem(this.base + "owner", this.owner);
    this.onLost = () => {};
    this.onFull = () => {};
    this.onRoom = () => {};
    addEventListener("storage", (event) => {
      if (event.key === this.base + "owner" || event.key === null) {
        if (!this.isOwned) this.onLost();
      }
    });
  }

  get isOwned() { return shelf.getItem(this.base + "owner") === this.owner; }

  /** A sector's bytes; null for one that was never written. */
  sector(index) {
    const text = shelf.getItem(`${this.base}sector/${index}`);
    return text === null ? null : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }

  /** Whether the sector is kept now. */
  keep(index, bytes) {
    if (!this.isOwned) {
      this.onLost();
      return false;
    }
    const key = `${this.base}sector/${index}`;
    try {
      if (bytes.every((byte) => byte === 0xff)) shelf.removeItem(key);
      else shelf.setItem(key, btoa(String.fromCharCode(...bytes)));
      this.onRoom();
      return true;
    } catch {
      this.onFull();
      return false;
    }
  }

  get world() {
    try { return JSON.parse(shelf.getItem(this.base + "world")) ?? {}; } catch { return {}; }
  }
  set world(value) {
    if (!this.isOwned) return;
    try { shelf.setItem(this.base + "world", JSON.stringify(value)); } catch { /* full */ }
  }

  /** Removes everything of this station. */
  forget() {
    for (const key of isKept ? Object.keys(shelf) : []) {
      if (key.startsWith(this.base)) shelf.removeItem(key);
    }
  }
}

export function loadSettings() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const host = location.host || "127.0.0.1:8000";
  const own = {
    identity: `WEB-${crypto.getRandomValues(new Uint16Array(1))[0].toString(16).toUpperCase().padStart(4, "0")}`,
    server: `${scheme}://${host}/ocpp`,
    password: "",
    interval: 10,
  };
  let kept = {};
  try { kept = JSON.parse(shelf.getItem(prefix + "settings")) ?? {}; } catch { /* start anew */ }
  // The server of the page is the default, wherever the page comes from today.
  const settings = { ...own, ...kept };
  const query = new URLSearchParams(location.search);
  for (const name of ["identity", "server"]) if (query.get(name)) settings[name] = query.get(name);
  if (!query.get("identity")) saveSettings(settings);
  return settings;
}

export function saveSettings(settings) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const kept = { ...settings };
  if (kept.server === `${scheme}://${location.host}/ocpp`) delete kept.server;
  try { shelf.setItem(prefix + "settings", JSON.stringify(kept)); } catch { /* not kept */ }
}
