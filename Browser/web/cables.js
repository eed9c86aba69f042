// Plugs and cards that can be dragged, and the cables that hang between charger and plug. Everything a
// drag does, a press of the same button does too.

const reach = 70; // how near to its target a dragged thing must be let go, in pixels

/** Makes `thing` draggable; `press` is a click or a key, `drop` says whether it was let go at `target`. */
function draggable(thing, { target, start, move, press, drop }) {
  let from = null;
  let hasMoved = false;
  thing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !start()) return;
    from = { x: event.clientX, y: event.clientY };
    hasMoved = false;
    thing.setPointerCapture(event.pointerId);
  });
  const isNear = (event) => {
    const box = target().getBoundingClientRect();
    return Math.hypot(event.clientX - box.x - box.width / 2, event.clientY - box.y - box.height / 2)
      < reach + box.width / 2;
  };
  thing.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!hasMoved && Math.hypot(dx, dy) < 6) return;
    hasMoved = true;
    thing.classList.add("held");
    target().classList.toggle("near", isNear(event));
    move(dx, dy, event);
  });
  const end = (event, isCancelled) => {
    if (!from) return;
    from = null;
    thing.classList.remove("held");
    target().classList.remove("near");
    if (hasMoved) drop(!isCancelled && isNear(event));
  };
  thing.addEventListener("pointerup", (event) => end(event, false));
  thing.addEventListener("pointercancel", (event) => end(event, true));
  thing.addEventListener("click", (event) => {
    if (hasMoved) event.preventDefault();
    else press();
    hasMoved = false;
  });
}

export class Cables {
  /** @param on plug(connector), unplug(connector), isLocked(connector) */
  constructor(scene, on) {
    this.scene = scene;
    this.on = on;
    this.plugged = [false, false, false];
    this.held = [null, null, null];
    for (const number of [1, 2]) {
      const plug = this.part("plug", number);
      draggable(plug, {
        target: () => this.part("inlet", number),
        start: () => true,
        move: (dx, dy, event) => {
          if (this.plugged[number] && on.isLocked(number)) return;
          const box = scene.getBoundingClientRect();
          this.held[number] = { x: event.clientX - box.x, y: event.clientY - box.y };
          this.place(number);
        },
        press: () => this.toggle(number),
        drop: (isNear) => {
          const isHeld = this.held[number] !== null;
          this.held[number] = null;
          if (!isHeld) this.refuse(number);
          else if (isNear && !this.plugged[number]) on.plug(number);
          else if (!isNear && this.plugged[number]) on.unplug(number);
          this.place(number);
        },
      });
    }
    new ResizeObserver(() => this.placeAll(true)).observe(scene);
    // The plug glides home or to the car: the cable follows it.
    scene.addEventListener("transitionrun", (event) => {
      if (!event.target.classList.contains("plug")) return;
      const until = performance.now() + 450;
      const follow = () => {
        this.draw(1);
        this.draw(2);
        if (performance.now() < until) requestAnimationFrame(follow);
      };
      follow();
    });
  }

  part(name, number) { return document.getElementById(`${name}-${number}`); }

  toggle(number) {
    if (!this.plugged[number]) this.on.plug(number);
    else if (this.on.isLocked(number)) this.refuse(number);
    else this.on.unplug(number);
  }

  /** The car and the charger hold the plug. */
  refuse(number) {
    const plug = this.part("plug", number);
    plug.classList.remove("shake");
    void plug.offsetWidth;
    plug.classList.add("shake");
    this.on.locked(number);
  }

  show(number, isPlugged, isLocked, isFlowing) {
    const plug = this.part("plug", number);
    plug.classList.toggle("locked", isLocked);
    this.part("flow", number).classList.toggle("on", isFlowing);
    const label = `Cable ${number}: ${isPlugged ? (isLocked ? "locked in the car" : "unplug") : "plug in"}`;
    if (plug.getAttribute("aria-label") !== label) plug.setAttribute("aria-label", label);
    if (this.plugged[number] !== isPlugged) {
      this.plugged[number] = isPlugged;
      this.place(number);
    }
  }

  centre(element) {
    const box = element.getBoundingClientRect();
    const scene = this.scene.getBoundingClientRect();
    return { x: box.x - scene.x + box.width / 2, y: box.y - scene.y + box.height / 2 };
  }

  placeAll(isStill = false) { for (const number of [1, 2]) this.place(number, isStill); }

  place(number, isStill = false) {
    const plug = this.part("plug", number);
    const at = this.held[number]
      ?? this.centre(this.part(this.plugged[number] ? "inlet" : "holster", number));
    plug.classList.toggle("still", isStill);
    plug.style.left = `${at.x}px`;
    plug.style.top = `${at.y}px`;
    this.draw(number);
  }

  draw(number) {
    const holster = this.part("holster", number).getBoundingClientRect();
    const scene = this.scene.getBoundingClientRect();
    const side = number === 1 ? -1 : 1;
    // The cable leaves the charger's edge below the holster.
    const from = {
      x: (number === 1 ? holster.left - 18 : holster.right + 18) - scene.x,
      y: holster.bottom - scene.y + 6,
    };
    const to = this.centre(this.part("plug", number));
    const sag = Math.min(90, scene.height - Math.max(from.y, to.y) - 12);
    const low = Math.max(from.y, to.y) + Math.max(sag, 10);
    const path = `M${from.x} ${from.y} C${from.x + side * 34} ${low} ${to.x - side * 30} ${low} ${to.x} ${to.y}`;
    this.part("cable", number).setAttribute("d", path);
    this.part("flow", number).setAttribute("d", path);
  }
}

/** A card that is dragged to the reader, or pressed. */
export function makeCard(card, reader, swipe) {
  const home = () => { card.style.transform = ""; };
  draggable(card, {
    target: () => reader,
    start: () => true,
    move: (dx, dy) => { card.style.transform = `translate(${dx}px, ${dy}px)`; },
    press: () => swipe(card.dataset.tag),
    drop: (isNear) => {
      home();
      if (isNear) swipe(card.dataset.tag);
    },
  });
}
