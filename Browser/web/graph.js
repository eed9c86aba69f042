// The power of the last two minutes, one point a second.

const seconds = 120;
const names = [["power", "one", 1], ["power", "two", 2], ["offered", "limit", 1], ["offered", "limit", 2]];
const margin = { left: 52, bottom: 10, top: 10 };

export class Graph {
  constructor(svg) {
    this.svg = svg;
    this.points = [];
    new ResizeObserver(() => this.draw()).observe(svg);
  }

  add(view) {
    this.points.push(view.connectors.map((c) => ({ power: c.power, offered: c.closed ? c.offered : 0 })));
    if (this.points.length > seconds) this.points.shift();
    this.draw();
  }

  draw() {
    const most = Math.max(1000, ...this.points.flat().map((p) => Math.max(p.power, p.offered)));
    const step = [1, 2, 5, 10, 20, 50, 100].find((kilowatts) => most / 1000 / kilowatts <= 4) ?? 200;
    const top = Math.ceil(most / 1000 / step) * step;
    const { left, bottom, top: head } = margin;
    const { clientWidth: width, clientHeight: height } = this.svg;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const x = (index) => left + ((width - left) * (index + seconds - this.points.length)) / (seconds - 1);
    const y = (watts) => height - bottom - ((height - bottom - head) * watts) / 1000 / top;
    let parts = "";
    for (let value = 0; value <= top; value += step) {
      const at = y(value * 1000);
      parts += `<line class="grid" x1="${left}" x2="${width}" y1="${at}" y2="${at}"/>`
        + `<text x="0" y="${at + 4}">${value} kW</text>`;
    }
    for (const [key, name, connector] of names) {
      if (!this.points.some((point) => point[connector][key] > 0)) continue;
      const line = this.points.map((point, index) => `${x(index).toFixed(1)},${y(point[connector][key]).toFixed(1)}`);
      parts += `<polyline class="${name}" points="${line.join(" ")}"/>`;
    }
    this.svg.innerHTML = parts;
    const last = this.points.at(-1);
    const label = [1, 2].filter((n) => last?.[n].power > 0)
      .map((n) => `Connector ${n}: ${(last[n].power / 1000).toFixed(1)} kW of ${(last[n].offered / 1000).toFixed(0)} kW offered.`);
    this.svg.setAttribute("aria-label", label.join(" ") || "No energy flows.");
  }
}
