// Names as they are drawn on the map, and the room they take.

const FONT = getComputedStyle(document.body).fontFamily;
const CELL = 64;
const pen = document.createElement("canvas").getContext("2d");

const STYLES = {
  country: { size: 12.5, weight: 400, spacing: 0.14, capitals: true, wrap: 16 },
  disputed: { size: 11, weight: 400, spacing: 0, wrap: 16 },
  province: { size: 11, weight: 400, spacing: 0, wrap: 18 },
  city: { size: 11.5, weight: 400, spacing: 0, wrap: 24 },
  water: { size: 12.5, weight: 400, spacing: 0.05, wrap: 14, italic: true },
};

/** A grid of rectangles that tells fast which of them another one hits; each may say in `of` what it belongs to. */
class Room {
  constructor() {
    this.cells = new Map();
  }

  /** Calls `act` with each cell that a rectangle reaches into, until it gives true. */
  some([left, top, right, bottom], act) {
    const [last, lowest] = [Math.floor(right / CELL), Math.floor(bottom / CELL)];
    for (let column = Math.floor(left / CELL); column <= last; column += 1) {
      for (let row = Math.floor(top / CELL); row <= lowest; row += 1) if (act(column * 65536 + row)) return true;
    }
    return false;
  }

  take(box) {
    this.some(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    });
  }

  give(box) {
    this.some(box, (key) => {
      const cell = this.cells.get(key);
      cell.splice(cell.indexOf(box), 1);
    });
  }

  /** Calls `act` with each rectangle that one hits, until it gives true; what spans several cells may come twice. */
  hits(box, act) {
    return this.some(box, (key) => {
      const cell = this.cells.get(key);
      if (!cell) return false;
      for (const other of cell) {
        if (other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1] && act(other)) return true;
      }
      return false;
    });
  }

  /** Whether a rectangle hits nothing, `except` (a rectangle or what it belongs to) left out. */
  isFree(box, except) {
    return !this.hits(box, (other) => except === undefined || (other !== except && other.of !== except));
  }
}

/** Breaks a name into at most three lines of about equal length. */
function breakLines(text, limit) {
  if (text.length <= limit) return [text];
  const count = Math.min(3, Math.ceil(text.length / limit));
  const goal = text.length / count;
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line && line.length + word.length / 2 > goal && lines.length < count) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

const measured = new Map();

/** A name ready to be placed: its lines and how much room they take. */
function measure(text, font) {
  const key = `${text} ${font.size} ${font.weight} ${font.capitals}`;
  if (!measured.has(key)) measured.set(key, measureAnew(text, font));
  return measured.get(key);
}

function measureAnew(text, { size, weight, spacing = 0, capitals = false, italic = false, wrap }) {
  const lines = breakLines(capitals ? text.toLocaleUpperCase() : text, wrap);
  pen.font = `${italic ? "italic" : ""} ${weight} ${size}px ${FONT}`;
  const metrics = lines.map((line) => pen.measureText(line));
  const widths = metrics.map(({ width }, index) => width + lines[index].length * spacing * size);
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = metrics[0];
  return { lines, size, width: Math.max(...widths), step: ascent + descent, ascent, height: lines.length * (ascent + descent) };
}

function textNode(label, { lines, size, step, ascent }, { box, anchor }) {
  const at = { start: box[0], end: box[2], middle: (box[0] + box[2]) / 2 }[anchor];
  const node = svg("text", { class: label.style, "font-size": size, "text-anchor": anchor });
  lines.forEach((line, index) => {
    node.append(svg("tspan", { x: at.toFixed(1), y: (box[1] + ascent + index * step).toFixed(1) }, line));
  });
  return node;
}

function isWithin(box, frame) {
  return box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3];
}

/** The line from a dot to a name that stands away from it. */
function leaderNode([from, to]) {
  return svg("path", { class: "leader", d: `M${from.map((value) => value.toFixed(1))}L${to.map((value) => value.toFixed(1))}` });
}
