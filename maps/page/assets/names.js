// The names on the map, placed anew after each move: the story's first, then those for orientation.

const pane = map.createPane("names");
pane.style.zIndex = 640;
pane.style.pointerEvents = "none";
const sheet = svg("svg", { class: "names leaflet-zoom-hide", "aria-hidden": "true" });
pane.append(sheet);

function storyFont(kind, place) {
  const size = Math.min(15, 12.5 + 0.6 * Math.sqrt((place.times ?? 1) - 1));
  const isArea = kind === "area" || kind === "region";
  return { size, weight: 600, wrap: isArea ? 20 : 30, capitals: place.feature === "country", spacing: place.feature === "country" ? 0.1 : 0 };
}

/** The story's own labels, the most often named first: towns, then regions, then areas. */
function storyLabels() {
  return [...drawn]
    .filter(([target, { group }]) => target >= 0 && !hidden.has(group))
    .map(([target, spot]) => storyLabel(target, spot))
    .sort((one, other) => rank(one) - rank(other) || other.times - one.times || one.target - other.target);
}

function storyLabel(target, spot) {
  const place = named(target);
  const look = spot.isArea ? place : spot.points[0];
  const name = place.label ?? place.name;
  return {
    target,
    kind: look.kind,
    feature: place.feature,
    times: place.times ?? 1,
    text: look.belief === "unsure" ? `${name} ?` : name,
    style: `story ${kindClass(look)}`,
    font: storyFont(look.kind, place),
    story: true,
  };
}

function rank({ feature, kind }) {
  return kind === "area" && feature === "country" ? 4 : { town: 0, nature: 1, square: 1, region: 2, area: 3 }[kind];
}

const backLabels = facts.map.labels.map((label) => ({ ...label, style: label.kind, font: STYLES[label.kind] }));
const areaLabels = backLabels.filter((label) => label.anchors);
const cityLabels = backLabels.filter((label) => label.at);

/** The targets whose names stand on the map now. */
const namesShown = new Set();
/** The name shown while the pointer or the focus is on a dot that has none of its own. */
let passing = null;

/** Places every name anew: after each move and zoom. */
function putNames() {
  const origin = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  const frame = [origin.x + 4, origin.y + 4, origin.x + size.x - 4, origin.y + size.y - 4];
  const room = new Room();
  coveredBoxes(origin).forEach((box) => room.take(box));
  const dots = takeDots(room, frame);
  const lines = outlineBoxes(frame);
  const story = [...storyLabels(), ...contenderLabels()].flatMap((label) => atPlace(label, frame));
  const placed = placeStory(story, room, lines, frame);
  const base = hidden.has("labels") ? [] : placeQuiet(areaLabels.map(atAnchors), room, lines, frame);
  const cities = hidden.has("labels") ? [] : placeQuiet(citiesInFrame(frame, dots, base), room, lines, frame);
  namesShown.clear();
  for (const { label, node } of placed) {
    namesShown.add(label.target);
    lights(node, label.target);
    node.addEventListener("click", (event) => {
      event.stopPropagation();
      choose(label.target, null);
    });
  }
  const leaders = placed.map(({ leader }) => leader).filter(Boolean);
  sheet.replaceChildren(...leaders, ...[...base, ...cities.flatMap(withSpot), ...placed].map(({ node }) => node));
}

/** Where a dot or a ring stands, as a layer point. */
function middleOf({ at, shift }) {
  return map.latLngToLayerPoint(at).add(shift);
}

/** Takes the room of every dot and ring in the frame, so that no name covers one; gives the dots of the story's places. */
function takeDots(room, frame) {
  const dots = new Room();
  for (const point of [...points, ...clusters]) {
    point.box = null;
    if (hidden.has(point.group ?? "places") || !map.hasLayer(point.layer)) continue;
    const { x, y } = middleOf(point);
    const r = point.kind === "nature" ? point.r * 1.25 : point.r;
    point.box = [x - r, y - r, x + r, y + r];
    point.isInside = isWithin([x, y, x, y], frame);
    room.take(point.box);
    dots.take(point.box);
  }
  return dots;
}

/** Shows the name of a dot or a ring that has none on the map, as long as the pointer or the focus is on it. */
function showHiddenName(point, text, isLit) {
  passing?.remove();
  passing = null;
  if (!isLit) return;
  const font = { size: 13, weight: 600, wrap: 30 };
  const size = measure(text, font);
  const origin = map.containerPointToLayerPoint([0, 0]);
  const frame = [origin.x + 4, origin.y + 4, origin.x + map.getSize().x - 4, origin.y + map.getSize().y - 4];
  const options = besides(middleOf(point), size, point.r + 2);
  const option = options.find(({ box }) => isWithin(box, frame)) ?? options[0];
  const [left, top, right, bottom] = option.box;
  const card = svg("rect", { class: "card-back", x: left - 5, y: top - 2, width: right - left + 10, height: bottom - top + 4, rx: 3 });
  passing = svg("g", { class: "passing" }, card, textNode({ style: "story" }, size, option));
  sheet.append(passing);
}

/** Lights the ring that a target's dot is in, or shows the dot's name where there was no room for it. */
function lightOnMap(target, isLit) {
  const cluster = clusterOf(target);
  cluster?.layer.getElement()?.classList.toggle("lit", isLit);
  const point = drawn.get(target)?.points?.find(({ layer }) => map.hasLayer(layer));
  if (!isLit || namesShown.has(target) || !(cluster ?? point)) showHiddenName(null, "", false);
  else showHiddenName(cluster ?? point, named(target).label ?? named(target).name, true);
}

/** Small boxes along the outlines of named regions, which names keep clear of. */
function outlineBoxes(frame) {
  const lines = new Room();
  for (const [target, { group, layer }] of drawn) {
    if (group !== "regions" || hidden.has(group)) continue;
    for (const ring of layer.getLatLngs().flat()) {
      const points = ring.map((latlng) => map.latLngToLayerPoint(latlng));
      points.forEach((point, index) => takeLine(lines, points[index - 1] ?? points.at(-1), point, frame, target));
    }
  }
  return lines;
}

function takeLine(lines, from, to, frame, target) {
  const count = Math.min(200, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
  for (let step = 0; step <= count; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / (count || 1);
    const y = from.y + ((to.y - from.y) * step) / (count || 1);
    if (x < frame[0] || x > frame[2] || y < frame[1] || y > frame[3]) continue;
    lines.take(Object.assign([x - 2, y - 2, x + 2, y + 2], { of: target }));
  }
}

/** Tells whether the name of an area would stand within a smaller one, whose name it would seem to be. */
function regionTest({ target }) {
  const own = spread(drawn.get(target).layer);
  const isSmaller = (other, layer) => other !== target && rank(places[other]) < rank(places[target]) && spread(layer) < own;
  const rings = [...drawn]
    .filter(([other, { group, isArea, layer }]) => isArea && !hidden.has(group) && isSmaller(other, layer))
    .flatMap(([, { layer }]) => layer.getLatLngs().flat())
    .map((ring) => ring.map((latlng) => map.latLngToLayerPoint(latlng)));
  return ([left, top, right, bottom]) => rings.some((ring) => surrounds(ring, (left + right) / 2, (top + bottom) / 2));
}

/** How large the bounds of an area are, in square degrees. */
function spread(layer) {
  const bounds = layer.getBounds();
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

/** Whether a ring goes round a point, by counting the sides that a ray from it crosses. */
function surrounds(ring, x, y) {
  let isInside = false;
  ring.forEach((one, index) => {
    const other = ring.at(index - 1);
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) isInside = !isInside;
  });
  return isInside;
}

/** The names beside the places that an ambiguous name could mean. */
function contenderLabels() {
  const font = { size: 12, weight: 600, wrap: 30 };
  return points
    .filter(({ group }) => group === "contenders" && !hidden.has(group))
    .map((point) => ({ target: point.target, text: `${named(point.target).name} ?`, style: "story ambiguous", font, dots: [point] }));
}

/** A name of the story with where it may stand: beside its dot, within its area; nothing for what is not in sight. */
function atPlace(label, frame) {
  const spot = drawn.get(label.target);
  if (spot.isArea) {
    const inside = anchors[label.target].map(toPoint).filter(({ x, y }) => isWithin([x, y, x, y], frame));
    const points = inside.length ? inside : pointsWithin(spot.layer, frame);
    return points.length ? [{ ...label, layer: spot.layer, points, own: label.target, avoids: regionTest(label), isInside: true }] : [];
  }
  const [point] = label.dots ?? spot.points;
  if (!point.box || !isNear(point.box, frame)) return [];
  return [{ ...label, point: middleOf(point), r: point.r, dot: point.box, isInside: point.isInside }];
}

function isNear(box, frame) {
  const [width, height] = [(frame[2] - frame[0]) / 4, (frame[3] - frame[1]) / 4];
  return box[2] > frame[0] - width && box[0] < frame[2] + width && box[3] > frame[1] - height && box[1] < frame[3] + height;
}

const GRID = 9;

/** Points of the frame that lie within an area, the middle ones first: where its name may stand when one looks close. */
function pointsWithin(layer, frame) {
  const rings = layer.getLatLngs().flat().map((ring) => ring.map((latlng) => map.latLngToLayerPoint(latlng)));
  const found = [];
  for (let index = 0; index < GRID * GRID; index += 1) {
    const [column, row] = [(index % GRID) + 0.5, Math.floor(index / GRID) + 0.5];
    const x = frame[0] + ((frame[2] - frame[0]) * column) / GRID;
    const y = frame[1] + ((frame[3] - frame[1]) * row) / GRID;
    if (rings.reduce((count, ring) => count + surrounds(ring, x, y), 0) % 2) found.push({ x, y, away: Math.hypot(column - GRID / 2, row - GRID / 2) });
  }
  return found.sort((one, other) => one.away - other.away).slice(0, 20);
}

/** An area of the basemap has its name only where it is wide enough for it. */
function atAnchors(label) {
  const room = label.width !== undefined ? (label.width / 360) * 256 * 2 ** map.getZoom() : undefined;
  return { ...label, points: label.anchors.map(toPoint), room, share: label.kind === "province" ? 1 : 0.7 };
}

const CITY_CLEARANCE = 40;

/** The largest towns in the frame: a few for orientation, more of them the closer one looks. */
function citiesInFrame(frame, dots, base) {
  const quota = { left: Math.round(5 + 5 * Math.max(0, map.getZoom() - homeZoom)) };
    const said = new Set(base.map(({ label }) => label.text));
  return cityLabels
    .filter(({ text }) => !said.has(text))
    .map((label) => ({ ...label, point: toPoint(label.at), r: 2.5, quota, dots, clearance: CITY_CLEARANCE }))
    .filter(({ point }) => isWithin([point.x, point.y, point.x, point.y], frame));
}

function withSpot({ label, node }) {
  const { x, y } = label.point;
  return [{ node: svg("circle", { class: "spot", cx: x.toFixed(1), cy: y.toFixed(1), r: 2.5 }) }, { node }];
}
