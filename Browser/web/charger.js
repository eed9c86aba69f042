// The charge point itself: the WebAssembly module, its clock, its WebSocket and its journal. What the
// page shows it reads from `view`; what happens it says with the methods below.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const happenings = {
  plugged: 1, unplugged: 2, ready: 3, paused: 4, stop: 5, emergency: 6, fault: 7, faultCleared: 8,
};
export const statuses = [
  "Available", "Preparing", "Charging", "SuspendedEVSE", "SuspendedEV", "Finishing", "Reserved",
  "Unavailable", "Faulted",
];
export const prompts = [
  "Hold a card to the reader", "Plug in the cable", "Checking your card …", "Card accepted",
  "Card not accepted", "No cable in time: start again", "No card in time: please unplug",
  "Reserved for somebody else", "Out of service", "Cannot charge now: memory full", "Charging",
  "Charging has ended", "Please unplug",
];

export class Charger {
  /** @param on callbacks: change(), prompt(connector, index), frame(direction, text), reboot(isHard), link(isOpen) */
  constructor(module, storage, settings, on) {
    Object.assign(this, { module, storage, settings, on });
    this.hasNetwork = true;
    this.isStopped = false;
  }

  /** False when the journal cannot be read. */
  powerOn() {
    const exports = new WebAssembly.Instance(this.module, { page: this.imports() }).exports;
    this.wasm = exports;
    this.origin = performance.now();
    for (let index = 0; index < exports.sector_count(); index += 1) {
      const bytes = this.storage.sector(index);
      if (bytes?.length === exports.sector_size()) this.bytes(exports.sector(index), bytes.length).set(bytes);
    }
    const seed = crypto.getRandomValues(new Uint32Array(2));
    const serial = this.settings.identity.slice(0, 25);
    if (!exports.make(this.put(serial), seed[0], seed[1])) return false;
    this.preset("MeterValueSampleInterval", String(this.settings.interval));
    this.preset("MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import,Current.Offered,SoC");
    this.preset("StopTxnSampledData", "Energy.Active.Import.Register,SoC");
    for (const [index, bay] of (this.storage.world.bays ?? []).entries()) {
      if (bay) exports.restore_bay(index, bay.register, bay.charge, bay.plugged ? 1 : 0, bay.ready ? 1 : 0);
    }
    exports.start(this.now, Date.now());
    this.after();
    return true;
  }

  /** Nothing more is done; the journal has everything. */
  powerOff() {
    this.saveWorld();
    this.isStopped = true;
    clearTimeout(this.timer);
    this.drop();
  }

  // What happens at the charger.

  happen(what, connector) { this.run(() => this.wasm.happened(this.now, connector, what)); }
  swipe(idTag) { this.run(() => this.wasm.swipe(this.now, this.put(idTag), 0)); }
  arrive(connector, permille) { this.run(() => this.wasm.arrive(connector, permille)); }

  setNetwork(isThere) {
    this.hasNetwork = isThere;
    if (!isThere && this.socket) {
      const wasOpen = this.socket.readyState === WebSocket.OPEN;
      this.drop();
      this.run(() => this.wasm.unlinked(this.now, wasOpen ? 1 : 0));
    }
    this.on.change();
  }

  /** Everything there is to see. */
  get view() {
    const length = this.wasm.view(this.now);
    return JSON.parse(decoder.decode(this.bytes(this.wasm.room(), length)));
  }

  get linkState() {
    if (!this.hasNetwork || !this.socket) return "offline";
    return this.socket.readyState === WebSocket.OPEN ? "open" : "connecting";
  }

  // Inside.

  get now() { return performance.now() - this.origin; }

  bytes(address, length) { return new Uint8Array(this.wasm.memory.buffer, address, length); }

  text(address, length) { return decoder.decode(this.bytes(address, length)); }

  /** Puts a text into the room; its length in bytes, −1 when it does not fit. */
  put(text, offset = 0) {
    const bytes = encoder.encode(text);
    if (offset + bytes.length > this.wasm.room_size()) return -1;
    this.bytes(this.wasm.room() + offset, bytes.length).set(bytes);
    return bytes.length;
  }

  preset(key, value) {
    const length = this.put(key);
    this.wasm.preset(length, this.put(value, length));
  }

  /** Runs something in the station, and what is due after it. */
  run(body) {
    if (this.isStopped) return;
    body();
    this.after();
  }

  after() {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    const wait = this.wasm.poll(this.now);
    if (wait >= 0) this.timer = setTimeout(() => this.run(() => {}), Math.min(Math.ceil(wait), 86_400_000));
    if (this.hasStored) this.saveWorld();
    this.on.change();
  }

  /** The meter on record is never behind what the journal says. */
  saveWorld() {
    this.hasStored = false;
    if (!this.wasm) return;
    const bays = this.view.connectors.map((c, index) => index === 0 ? null : {
      register: c.register, charge: c.charge, plugged: c.plugged, ready: c.ready,
    });
    this.storage.world = { bays };
  }

  imports() {
    return {
      connect: () => this.connect(),
      send: (address, length) => {
        if (this.socket?.readyState !== WebSocket.OPEN) return;
        const text = this.text(address, length);
        this.socket.send(text);
        this.on.frame("out", text);
      },
      // A page may close with 1000 and 3000 to 4999 only: 1009 becomes 4009.
      close: (code) => this.socket?.close(code === 1000 ? 1000 : 3000 + code),
      store: (sector, address, length) => {
        this.hasStored = true;
        return this.storage.keep(sector, this.bytes(address, length)) ? 1 : 0;
      },
      prompt: (connector, prompt) => this.on.prompt(connector, prompt),
      reboot: (isHard) => this.on.reboot(isHard !== 0),
      password: (address, length) => this.on.password(this.text(address, length)),
    };
  }

  /** Forgets the WebSocket without waiting for its end. */
  drop() {
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  connect() {
    const fail = () => this.run(() => this.wasm.unlinked(this.now, 0));
    if (!this.hasNetwork) return void setTimeout(fail);
    let socket;
    try {
      const url = new URL(`${this.settings.server.replace(/\/$/, "")}/${encodeURIComponent(this.settings.identity)}`);
      if (this.settings.password) {
        url.username = encodeURIComponent(this.settings.identity);
        url.password = encodeURIComponent(this.settings.password);
      }
      socket = new WebSocket(url, ["ocpp1.6"]);
    } catch {
      return void setTimeout(fail);
    }
    this.socket = socket;
    let wasOpen = false;
    const isMine = () => this.socket === socket && !this.isStopped;
    socket.onopen = () => {
      if (!isMine()) return;
      wasOpen = true;
      this.on.link(true);
      this.run(() => this.wasm.linked(this.now));
    };
    socket.onmessage = ({ data }) => {
      if (!isMine() || typeof data !== "string") return;
      this.on.frame("in", data);
      const length = this.put(data);
      if (length < 0) return socket.close(4009);
      this.run(() => this.wasm.received(this.now, length));
    };
    socket.onclose = () => {
      if (!isMine()) return;
      this.socket = null;
      if (!wasOpen) this.on.link(false);
      this.run(() => this.wasm.unlinked(this.now, wasOpen ? 1 : 0));
    };
  }
}
