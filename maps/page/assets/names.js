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
    .filter(([target, { group, isMoved }]) => (target >= 0 || isMoved) && !hidden.has(group))
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

/** Places every name anew: after each move and zoom. */
function putNames() {
  const origin = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  const frame = [origin.x + 4, origin.y + 4, origin.x + size.x - 4, origin.y + size.y - 4];
  const room = new Room();
  coveredBoxes(origin).forEach((box) => room.take(box));
  const dots = dotBoxes(room);
  const lines = outlineBoxes(frame);
  const story = storyLabels().map((label) => atPlace(label, dots));
  const placed = placeLabels([...story, ...contenderLabels()], room, lines, frame);
  const base = hidden.has("labels") ? [] : placeLabels(areaLabels.map(atAnchors), room, lines, frame);
  const cities = hidden.has("labels") ? [] : placeLabels(citiesInFrame(frame, dots, base), room, lines, frame);
  placed.forEach(({ label, node }) => {
    lights(node, label.target);
    node.addEventListener("click", (event) => {
      event.stopPropagation();
      choose(label.target, null);
    });
  });
  sheet.replaceChildren(...[...base, ...cities.flatMap(withSpot), ...placed].map(({ node }) => node));
}

/** Takes the room of every dot, so that no name covers one. */
function dotBoxes(room) {
  const dots = new Map();
  const take = (layer, r, target) => {
    const { x, y } = map.latLngToLayerPoint(layer.getLatLng());
    const box = [x - r, y - r, x + r, y + r];
    room.take(box);
    dots.set(target, box);
    layer.box = box;
  };
  for (const [target, { group, layer, layers, r, isArea }] of drawn) {
    if (hidden.has(group)) continue;
    if (layers) layers.forEach((one) => take(one, r, target));
    else if (!isArea) take(layer, r, target);
  }
  return dots;
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
  const rings = [...drawn]
    .filter(([other, { group, isArea }]) => isArea && other !== target && rank(places[other]) < rank(places[target]) && !hidden.has(group))
    .flatMap(([, { layer }]) => layer.getLatLngs().flat())
    .map((ring) => ring.map((latlng) => map.latLngToLayerPoint(latlng)));
  return ([left, top, right, bottom]) => rings.some((ring) => surrounds(ring, (left + right) / 2, (top + bottom) / 2));
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
  if (hidden.has("contenders")) return [];
  return unplaced.flatMap((name, index) => {
    const target = -1 - index;
    if (drawn.get(target)?.isMoved) return [];
    const font = { size: 12, weight: 600, wrap: 30 };
    return (drawn.get(target)?.layers ?? []).map((layer) => {
      const point = map.latLngToLayerPoint(layer.getLatLng());
      return { target, text: `${name.name} ?`, style: "story ambiguous", font, point, r: 5, dot: layer.box };
    });
  });
}

/** The dots alone, about which towns of the basemap keep a wide berth: a suburb says nothing new. */
function dotRoom(dots) {
  const room = new Room();
  for (const box of dots.values()) room.take(box);
  return room;
}

function atPlace(label, dots) {
  const { at, r, isArea } = drawn.get(label.target);
  if (isArea) return { ...label, points: anchors[label.target].map(toPoint), own: label.target, avoids: regionTest(label) };
  return { ...label, point: map.latLngToLayerPoint(at()), r, dot: dots.get(label.target) };
}

/** An area of the basemap has its name only where it is wide enough for it. */
function atAnchors(label) {
  const room = label.width !== undefined ? (label.width / 360) * 256 * 2 ** map.getZoom() : undefined;
  return { ...label, points: label.anchors.map(toPoint), room, share: label.kind === "province" ? 1 : 0.7 };
}

const CITY_CLEARANCE = 40;

/** The largest towns in the frame: a few for orientation, more of them the closer one looks. */
function citiesInFrame(frame, dotsOfStory, base) {
  const quota = { left: Math.round(5 + 5 * Math.max(0, map.getZoom() - homeZoom)) };
  const dots = dotRoom(dotsOfStory);
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
