// Names on the map: beside their dots in one of eight positions, never across one another, the least important dropped.

const FONT = getComputedStyle(document.body).fontFamily;
const CELL = 96;
const pen = document.createElement("canvas").getContext("2d");

const STYLES = {
  country: { size: 12.5, weight: 400, spacing: 0.14, capitals: true, wrap: 16 },
  disputed: { size: 11, weight: 400, spacing: 0, wrap: 16 },
  province: { size: 11, weight: 400, spacing: 0, wrap: 18 },
  city: { size: 11.5, weight: 400, spacing: 0, wrap: 24 },
  water: { size: 12.5, weight: 400, spacing: 0.05, wrap: 14, italic: true },
};

/** A grid of rectangles that tells fast whether another one hits any of them. */
class Room {
  constructor() {
    this.cells = new Map();
  }

  * keys([left, top, right, bottom]) {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) yield `${column} ${row}`;
    }
  }

  take(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  isFree(box, except) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        const apart = other[0] >= box[2] || other[2] <= box[0] || other[1] >= box[3] || other[3] <= box[1];
        if (!apart && !(except !== undefined && (other === except || other.of === except))) return false;
      }
    }
    return true;
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

/** A name ready to be placed: its lines and how much room they take. */
function measure(text, { size, weight, spacing = 0, capitals = false, italic = false, wrap }) {
  const lines = breakLines(capitals ? text.toLocaleUpperCase() : text, wrap);
  pen.font = `${italic ? "italic" : ""} ${weight} ${size}px ${FONT}`;
  const metrics = lines.map((line) => pen.measureText(line));
  const widths = metrics.map(({ width }, index) => width + lines[index].length * spacing * size);
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = metrics[0];
  return { lines, size, width: Math.max(...widths), step: ascent + descent, ascent, height: lines.length * (ascent + descent) };
}

/** The boxes beside a dot: right, left, above, below and the corners between, each with its text anchor. */
function besides({ x, y }, { width, height }, r) {
  const gap = r + 3;
  const corner = r * 0.7 + 2;
  const boxes = [
    [x + gap, y - height / 2, "start"],
    [x + corner, y - height - corner + 4, "start"],
    [x + corner, y + corner - 4, "start"],
    [x - gap - width, y - height / 2, "end"],
    [x - corner - width, y - height - corner + 4, "end"],
    [x - corner - width, y + corner - 4, "end"],
    [x - width / 2, y - height - gap, "middle"],
    [x - width / 2, y + gap, "middle"],
  ];
  return boxes.map(([left, top, anchor]) => ({ box: [left, top, left + width, top + height], anchor }));
}

/** The boxes about a point within an area: on it, then moved a little each way. */
function abouts({ x, y }, { width, height }) {
  const moves = [[0, 0], [0, -1], [0, 1], [0, -2], [0, 2], [-0.5, 0], [0.5, 0], [-0.5, -1], [0.5, 1], [0.5, -1], [-0.5, 1]];
  return moves.map(([right, down]) => {
    const left = x + right * width - width / 2;
    const top = y + down * (height + 2) - height / 2;
    return { box: [left, top, left + width, top + height], anchor: "middle" };
  });
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

/** Whether the dot of a basemap town has room, and no other dot is near; it then counts as a dot itself. */
function standsClear({ point: { x, y }, r, dots, clearance }, room) {
  const about = (reach) => [x - reach, y - reach, x + reach, y + reach];
  if (!dots.isFree(about(clearance)) || !room.isFree(about(r))) return false;
  dots.take(about(r));
  return true;
}

/**
 * Places labels one after the other, the most important first.
 *
 * A label has `text`, `style` (classes), `font`, and either `point` with `r` (beside a dot) or `points`
 * (about the first of these where there is room). Names of the story may cross `lines` or the frame where nothing
 * else is left; `own` is what a name need not keep clear of.
 */
function placeLabels(labels, room, lines, frame) {
  const placed = [];
  for (const label of labels) {
    const size = (label.measured ??= measure(label.text, label.font));
    if (label.dots && !standsClear(label, room)) continue;
    if (label.room !== undefined && label.room < size.width * label.share) continue;
    const options = label.point ? besides(label.point, size, label.r) : label.points.flatMap((point) => abouts(point, size));
    const free = options.filter((option) => room.isFree(option.box, label.dot) && !label.avoids?.(option.box));
    const within = free.filter((option) => isWithin(option.box, frame));
    const clear = within.find((option) => lines.isFree(option.box, label.own));
    const spot = clear ?? (label.story ? (within[0] ?? (label.point ? free[0] : null)) : null);
    if (!spot) continue;
    room.take(spot.box);
    placed.push({ label, node: textNode(label, size, spot) });
    if (label.quota && (label.quota.left -= 1) <= 0) break;
  }
  return placed;
}
