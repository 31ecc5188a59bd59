// Where names stand: beside their dots in one of eight positions or, in a crowd, a little away with a line to the dot; never
// across one another, a dot or the furniture. Method: greedy by importance, then chains of moves that make room for those
// left over; after J. Christensen, J. Marks and S. Shieber, "An Empirical Study of Algorithms for Point-Feature Label
// Placement" (1995), with a fixed order in the place of chance: the same window gives the same map.

/** How far, in pixels, a name may stand from its dot with a line to it. */
const AWAY = [12, 24, 38, 54, 76, 104];
/** The directions of these, right first: as parts of the circle's radius. */
const DIRECTIONS = [[1, -0.6], [1, 0.6], [-1, -0.6], [-1, 0.6], [1, 0], [-1, 0], [0.35, -1], [0.35, 1], [-0.35, -1], [-0.35, 1]];
/** With more names than this in the frame, lines would only add to the crowd. */
const MOST_WITH_LINES = 120;
/** How many names a chain of moves may involve, how many may be hit at once, and how many tries there are in all. */
const [CHAIN, MOST_HIT, MOST_TRIES] = [3, 2, 3000];
/** What a region's outline under a name is rather avoided, against a worse position. */
const CROSSING = 9;
/** So near another dot, in pixels across and down, a name could be taken for that dot’s; this is avoided as much. */
const NEAR_OTHER = [14, 3];
const MISTAKEN = 8;
/** How much clear ground, in pixels, is left of and right of a name of the basemap. */
const QUIET_GAP = 5;

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
  return boxes.map(([left, top, anchor], index) => ({ box: [left, top, left + width, top + height], anchor, cost: index }));
}

/** The boxes away from a dot, each with the line that leads to it. */
function aways({ x, y }, { width, height }, r) {
  return AWAY.flatMap((away, rank) => DIRECTIONS.map(([right, down], index) => {
    const reach = r + away;
    const end = [x + right * reach * 0.8, y + down * reach];
    const left = Math.abs(right) < 0.5 ? end[0] - width / 2 : right > 0 ? end[0] : end[0] - width;
    const top = Math.abs(right) < 0.5 ? (down > 0 ? end[1] : end[1] - height) : end[1] - height / 2;
    const anchor = Math.abs(right) < 0.5 ? "middle" : right > 0 ? "start" : "end";
    const gap = Math.abs(right) < 0.5 ? 0 : Math.sign(right) * 2;
    const length = Math.hypot(end[0] - x, end[1] - y);
    const from = [x + ((end[0] - x) * (r + 1)) / length, y + ((end[1] - y) * (r + 1)) / length];
    return { box: [left + gap, top, left + gap + width, top + height], anchor, leader: [from, end], cost: 10 + 8 * rank + index / 2 };
  }));
}

const MOVES = [[0, 0], [0, -1], [0, 1], [0, -2], [0, 2], [-0.5, 0], [0.5, 0], [-0.5, -1], [0.5, 1], [0.5, -1], [-0.5, 1]];
/** A country of the basemap seems to lie where its name stands, which must not go far. */
const QUIET_MOVES = [[0, 0], [0, -1], [0, 1], [-0.25, 0], [0.25, 0]];

/** The boxes about a point within an area: on it, then moved a little each way. */
function abouts({ x, y }, { width, height }, moves = MOVES) {
  return moves.map(([right, down], index) => {
    const left = x + right * width - width / 2;
    const top = y + down * (height + 2) - height / 2;
    return { box: [left, top, left + width, top + height], anchor: "middle", cost: index };
  });
}

/** The little boxes that a line takes. */
function alongLine([from, to]) {
  const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4);
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 0.5) / count;
    const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    return [x - 2, y - 2, x + 2, y + 2];
  });
}

/** Where a name of the story could stand but for other names: beside its dot or in its area, the best first. */
function nearOptions(label, ground) {
  const size = measure(label.text, label.font);
  const options = label.point
    ? besides(label.point, size, label.r)
    : label.points.flatMap((point, index) => abouts(point, size).map((option) => ({ ...option, cost: option.cost + 12 * index })));
  return fitting(options, label, ground);
}

/** Where it could stand besides: away from its dot, anywhere in its area, above or below that. */
function farOptions(label, ground) {
  const size = measure(label.text, label.font);
  if (label.point) return ground.withLines ? fitting(aways(label.point, size, label.r), label, ground) : [];
  const within = pointsWithin(label.layer, ground.frame).flatMap((point) => abouts(point, size, [[0, 0]]));
  const options = [...within, ...(label.feature === "country" ? [] : edges(label.layer, size))];
  return fitting(options.map((option, index) => ({ ...option, cost: 100 + index })), label, ground);
}

/** The boxes above and below an area, along its edge. */
function edges(layer, { width, height }) {
  const bounds = layer.getBounds();
  const [one, other] = [map.latLngToLayerPoint(bounds.getNorthWest()), map.latLngToLayerPoint(bounds.getSouthEast())];
  const room = Math.max(0, other.x - one.x - width);
  return [0.5, 0.25, 0.75, 0, 1].flatMap((part) => [one.y - height - 3, other.y + 3].map((top) => {
    const left = one.x + part * room;
    return { box: [left, top, left + width, top + height], anchor: "middle" };
  }));
}

function grown([left, top, right, bottom], across, down) {
  return [left - across, top - down, right + across, bottom + down];
}

/** Those of some options that are in the frame, and not on a dot or under the furniture. */
function fitting(options, label, { room, lines, frame }) {
  const fit = [];
  for (const option of options) {
    if (label.isInside && !isWithin(option.box, frame)) continue;
    if (!room.isFree(option.box, label.dot) || label.avoids?.(option.box)) continue;
    const along = option.leader ? alongLine(option.leader) : [];
    if (!along.every((box) => room.isFree(box, label.dot))) continue;
    const boxes = [option.box, ...along];
    for (const box of boxes) box.of = label;
    const crosses = lines.isFree(option.box, label.own) ? 0 : CROSSING;
    const isMistaken = label.point && !room.isFree(grown(option.box, ...NEAR_OTHER), label.dot);
    fit.push({ ...option, boxes, cost: option.cost + crosses + (isMistaken ? MISTAKEN : 0) });
  }
  return fit.sort((one, other) => one.cost - other.cost);
}

/** Names that are being placed: which stands where, and what hits what. */
class Placing {
  constructor(ground) {
    this.ground = ground;
    this.room = new Room();
    this.spots = new Map();
    this.tries = MOST_TRIES;
    this.isFar = false;
    this.done = [];
  }

  options(label) {
    label.near ??= nearOptions(label, this.ground);
    if (!this.isFar) return label.near;
    label.all ??= [...label.near, ...farOptions(label, this.ground)];
    return label.all;
  }

  put(label, option) {
    this.spots.set(label, option);
    for (const box of option.boxes) this.room.take(box);
    this.done.push([label, option, true]);
  }

  lift(label) {
    const option = this.spots.get(label);
    for (const box of option.boxes) this.room.give(box);
    this.spots.delete(label);
    this.done.push([label, option, false]);
  }

  /** Takes back all that was done since so many things were done. */
  undo(count) {
    for (const [label, option, isPut] of this.done.slice(count).reverse()) {
      if (isPut) this.lift(label);
      else this.put(label, option);
    }
    this.done.length = count;
  }

  /** The names that a name would hit; null when they are more than can be moved. */
  hit(label, { boxes }, most) {
    const found = [];
    const isOver = boxes.some((box) => this.room.hits(box, ({ of }) => {
      if (of !== label && !found.includes(of)) found.push(of);
      return found.length > most;
    }));
    return isOver ? null : found;
  }

  /** Puts a name where there is room. */
  settle(label) {
    const option = this.options(label).find((one) => this.hit(label, one, 0));
    if (option) this.put(label, option);
    return Boolean(option);
  }

  /** Puts a name where others stand that can move on; leaves all as it was where they cannot. */
  makeRoom(label, depth, moving = [label]) {
    for (const option of this.options(label)) {
      if ((this.tries -= 1) < 0) return false;
      const hit = this.hit(label, option, MOST_HIT);
      if (!hit || hit.some((other) => moving.includes(other))) continue;
      const count = this.done.length;
      for (const other of hit) this.lift(other);
      this.put(label, option);
      const chain = [...moving, ...hit];
      if (hit.every((other) => this.settle(other) || (depth > 1 && this.makeRoom(other, depth - 1, chain)))) return true;
      this.undo(count);
    }
    return false;
  }

  /** Moves names to better positions that have become free. */
  improve() {
    for (const [label, option] of [...this.spots]) {
      const better = this.options(label).find((one) => one === option || this.hit(label, one, 0));
      if (better === option) continue;
      this.lift(label);
      this.put(label, better);
    }
  }
}

/**
 * Places the names of the story; gives each that found room with its nodes, and takes the room.
 *
 * A label has `text`, `style` (classes), `font`, and either `point` with `r` (beside a dot) or `points` (about one of
 * these); `own` is what it need not keep clear of, `isInside` whether its dot is in the frame.
 */
function placeStory(labels, room, lines, frame) {
  const inside = labels.filter(({ isInside }) => isInside);
  const placing = new Placing({ room, lines, frame, withLines: inside.length <= MOST_WITH_LINES });
  let waiting = inside.filter((label) => !placing.settle(label));
  waiting = waiting.filter((label) => !placing.makeRoom(label, CHAIN));
  placing.isFar = waiting.length > 0;
  placing.tries = MOST_TRIES;
  if (placing.isFar) waiting = waiting.filter((label) => !placing.settle(label) && !placing.makeRoom(label, CHAIN));
  placing.improve();
  placing.isFar = false;
  for (const label of labels) if (!label.isInside) placing.settle(label);
  return [...placing.spots].map(([label, option]) => {
    for (const box of option.boxes) room.take(box);
    return { label, node: textNode(label, measure(label.text, label.font), option), leader: option.leader && leaderNode(option.leader) };
  });
}

/** Whether the dot of a basemap town has room, and no other dot is near; it then counts as a dot itself. */
function standsClear({ point: { x, y }, r, dots, clearance }, room) {
  const about = (reach) => [x - reach, y - reach, x + reach, y + reach];
  if (!dots.isFree(about(clearance)) || !room.isFree(about(r))) return false;
  dots.take(about(r));
  return true;
}

/** Places the names of the basemap one after the other, the most important first, where the story leaves room. */
function placeQuiet(labels, room, lines, frame) {
  const placed = [];
  for (const label of labels) {
    const size = measure(label.text, label.font);
    if (label.dots && !standsClear(label, room)) continue;
    if (label.room !== undefined && label.room < size.width * label.share) continue;
    const options = label.point ? besides(label.point, size, label.r) : label.points.flatMap((point) => abouts(point, size, QUIET_MOVES));
    const spot = options.find(({ box }) => isWithin(box, frame) && room.isFree(label.point ? box : grown(box, QUIET_GAP, 0)) && lines.isFree(box));
    if (!spot) continue;
    room.take(spot.box);
    placed.push({ label, node: textNode(label, size, spot) });
    if (label.quota && (label.quota.left -= 1) <= 0) break;
  }
  return placed;
}
