// Every OCPP frame that left or came, newest first, the last 200.

const limit = 200;
const kinds = { 2: "call", 3: "result", 4: "error" };

/** A line that says what a payload is about. */
function gist(payload) {
  if (payload === null || typeof payload !== "object") return "";
  const readings = payload.meterValue?.flatMap((value) => value.sampledValue) ?? [];
  if (readings.length) return readings.map((r) => `${r.value} ${r.unit ?? ""}`.trim()).join(" · ");
  return Object.entries(payload)
    .filter(([, value]) => typeof value !== "object")
    .map(([name, value]) => `${name} ${value}`)
    .join(" · ");
}

export class FrameLog {
  constructor(list) {
    this.list = list;
    this.actions = new Map();
  }

  clear() { this.list.replaceChildren(); }

  add(direction, text) {
    let frame;
    try { frame = JSON.parse(text); } catch { frame = []; }
    const kind = kinds[frame[0]] ?? "unknown";
    let action = frame[2];
    let payload = frame[3];
    if (kind === "call") {
      this.actions.set(frame[1], action);
      if (this.actions.size > limit) this.actions.delete(this.actions.keys().next().value);
    } else {
      action = this.actions.get(frame[1]) ?? "?";
      payload = kind === "result" ? frame[2] : { errorCode: frame[2], errorDescription: frame[3] };
    }
    const item = document.createElement("li");
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const part = (name, className, content) => {
      const element = document.createElement(name);
      if (className) element.className = className;
      element.textContent = content;
      summary.append(element);
      return element;
    };
    part("time", "", new Date().toLocaleTimeString("en-GB"));
    part("span", direction, direction === "out" ? "↑" : "↓").title = direction === "out" ? "sent" : "received";
    part("b", "", kind === "call" ? action : `${action} ${kind === "result" ? "answer" : "error"}`);
    part("span", "gist", gist(payload));
    item.className = kind;
    item.dataset.action = action;
    item.dataset.direction = direction;
    details.append(summary);
    details.addEventListener("toggle", () => {
      if (!details.open || details.children.length > 1) return;
      const pre = document.createElement("pre");
      pre.textContent = JSON.stringify(frame.length ? frame : text, null, 2);
      details.append(pre);
    });
    item.append(details);
    this.list.prepend(item);
    while (this.list.children.length > limit) this.list.lastChild.remove();
  }
}
