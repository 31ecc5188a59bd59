// The map itself: folium's shapes get their symbols, names, popups and links to the text.

const map = window.dateline_map;
const { anchors, labels: baseLabels, fit, west, closest_zoom: closestZoom } = facts.map;
const mapSide = document.getElementById("map-side");

/** What is drawn for each target: its layer, where its popup opens, and whether it is an area. */
const drawn = new Map();
const popup = L.popup({ minWidth: 220, autoPan: false, closeButton: false });
let opener = null;
let isTouched = false;
let homeZoom = 0;

// ---- Views

/** The padding that keeps 12 % of the map free on each side. */
function margins() {
  const size = map.getSize();
  return [size.x * 0.12, size.y * 0.12];
}

function goHome(options = {}) {
  map.fitBounds(fit, { padding: margins(), maxZoom: closestZoom, animate: false, ...options });
}

/** Bounds the map to the drawn world and keeps it from becoming smaller than its frame. */
function boundMap() {
  const size = map.getSize();
  const least = Math.ceil(Math.log2(Math.max(size.x, size.y * 0.8) / 256) * 4) / 4;
  map.setMinZoom(Math.max(0.5, least));
  map.setMaxBounds([[-82, west], [83.9, west + 360]]);
  goHome();
  homeZoom = map.getZoom();
  map.setMaxZoom(Math.min(13, Math.max(9, Math.ceil(map.getZoom()) + 4)));
}

// ---- Symbols

function placeName(place) {
  return [place.where ? place.chain : place.name, say("times", { n: place.times })].join(", ");
}

/** Gives a drawn thing its name, its role and its keys. */
function makeButton(node, target, name) {
  for (const [key, value] of Object.entries({ tabindex: "0", role: "button", "aria-label": name })) node.setAttribute(key, value);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    choose(target, node);
  });
  return lights(node, target);
}

function dressPoint(layer, target, kind, belief, r, name) {
  const size = Math.max(24, 2 * r + 8);
  const html = symbol(kind, belief, r, size);
  layer.setIcon(L.divIcon({ className: `symbol ${target >= 0 ? kindClass(named(target)) : "ambiguous"}`, html, iconSize: [size, size] }));
  layer.options.riseOnHover = true;
  makeButton(layer.getElement(), target, name);
  layer.on("click", () => choose(target, layer.getElement()));
}

function dressPlaces() {
  window.dateline_places.eachLayer((layer) => {
    const target = layer.feature.properties.place;
    const place = places[target];
    dressPoint(layer, target, place.kind, place.belief, radius(place), placeName(place));
    drawn.set(target, { group: "places", layer, at: () => layer.getLatLng(), r: radius(place) });
  });
  window.dateline_contenders.eachLayer((layer) => {
    const { unplaced: index, contender } = layer.feature.properties;
    const target = -1 - index;
    const other = unplaced[index].contenders[contender];
    const name = `${say("contenders_of", { name: unplaced[index].name })}: ${other.name}, ${other.where}`;
    dressPoint(layer, target, "town", "ambiguous", 5, name);
    if (!drawn.has(target)) drawn.set(target, { group: "contenders", layers: [], at: () => layer.getLatLng(), r: 5 });
    drawn.get(target).layers.push(layer);
  });
}

function dressAreas(group) {
  window[`dateline_${group}`].eachLayer((layer) => {
    const target = layer.feature.properties.place;
    const place = places[target];
    const node = layer.getElement();
    node.classList.toggle("approximate", place.approximate);
    node.classList.toggle("country", place.feature === "country");
    makeButton(node, target, placeName(place));
    layer.on("click", (event) => choose(target, node, event.latlng));
    drawn.set(target, { group, layer, at: () => anchorInView(target), r: 10, isArea: true });
  });
}

/** Where the name of an area stands: the first of its anchors that is in view. */
function anchorInView(target) {
  const points = anchors[target].map(([lon, lat]) => L.latLng(lat, lon));
  return points.find((point) => map.getBounds().contains(point)) ?? points[0];
}

// ---- Names

const pane = map.createPane("names");
pane.style.zIndex = 640;
pane.style.pointerEvents = "none";
const sheet = svg("svg", { class: "names leaflet-zoom-hide", "aria-hidden": "true" });
pane.append(sheet);

/** The kinds of things that the reader has switched off. */
const hidden = new Set();

function storyFont(place) {
  const size = Math.min(15, 12.5 + 0.6 * Math.sqrt((place.times ?? 1) - 1));
  const isArea = place.kind === "area" || place.kind === "region";
  return { size, weight: 600, wrap: isArea ? 20 : 30, capitals: place.feature === "country", spacing: place.feature === "country" ? 0.1 : 0 };
}

/** The story's own labels, the most often named first: towns, then regions, then areas. */
const storyLabels = places
  .map((place, target) => ({ place, target, text: place.belief === "unsure" ? `${place.label} ?` : place.label }))
  .sort((one, other) => rank(one.place) - rank(other.place) || other.place.times - one.place.times || one.target - other.target)
  .map((label) => ({ ...label, style: `story ${kindClass(label.place)}`, font: storyFont(label.place), story: true }));

function rank(place) {
  return place.feature === "country" ? 4 : { town: 0, nature: 1, square: 1, region: 2, area: 3 }[place.kind];
}

const backLabels = baseLabels.map((label) => ({ ...label, style: label.kind, font: STYLES[label.kind] }));
const areaLabels = backLabels.filter((label) => label.anchors);
const cityLabels = backLabels.filter((label) => label.at);

function toPoint([lon, lat]) {
  return map.latLngToLayerPoint([lat, lon]);
}

/** The corners of the map that its furniture covers, as layer points. */
function coveredBoxes(origin) {
  const home = map.getContainer().getBoundingClientRect();
  return [...mapSide.querySelectorAll(".leaflet-control")]
    .map((node) => node.getBoundingClientRect())
    .filter((box) => box.width)
    .map((box) => [box.left, box.top, box.right, box.bottom].map((side, index) => side - (index % 2 ? home.top - origin.y : home.left - origin.x)));
}

/** Places every name anew: after each move and zoom. */
function putNames() {
  const origin = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  const frame = [origin.x + 4, origin.y + 4, origin.x + size.x - 4, origin.y + size.y - 4];
  const room = new Room();
  coveredBoxes(origin).forEach((box) => room.take(box));
  const dots = dotBoxes(room);
  const lines = outlineBoxes(frame);
  const story = storyLabels.filter(({ target }) => isShown(target)).map((label) => atPlace(label, dots));
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

function isShown(target) {
  return drawn.has(target) && !hidden.has(drawn.get(target).group);
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

// ---- Choosing

const POPUP_MARGIN = 14;

/** Opens the popup of a place; `from` gets the focus back when it closes. */
function choose(target, from, latlng) {
  const spot = drawn.get(target);
  if (!spot) {
    showRow(target);
    return;
  }
  opener = from ?? opener;
  isTouched = true;
  if (isNarrow() && from?.closest(".text-side")) mapSide.scrollIntoView({ behavior: mayMove() ? "smooth" : "auto" });
  if (!latlng) moveTo(spot);
  const content = popupOf(target);
  popup.options.maxHeight = Math.round(Math.min(380, map.getSize().y * 0.55));
  popup.options.maxWidth = Math.min(320, map.getSize().x - 60);
  popup.options.offset = [0, spot.isArea ? 0 : -(spot.r ?? 6) + 4];
  popup.setLatLng(latlng ?? spot.at()).setContent(content).openOn(map);
  const box = popup.getElement();
  showWhole(box);
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", named(target).name);
  box.tabIndex = -1;
  box.focus({ preventScroll: true });
}

function popupOf(target) {
  const onGrow = () => {
    popup.update();
    showWhole(popup.getElement());
  };
  const options = { onGrow, onClose: closePopup, steps: target >= 0 ? steps(target) : null };
  return target >= 0 ? placeFacts(target, options) : contenderFacts(target, options);
}

/** Moves the map until the whole of a popup is in its frame. */
function showWhole(box) {
  const [inner, outer] = [box.getBoundingClientRect(), map.getContainer().getBoundingClientRect()];
  const over = (low, high, least, most) => (low < least ? low - least : Math.max(0, high - most));
  const right = over(inner.left, inner.right, outer.left + POPUP_MARGIN, outer.right - POPUP_MARGIN);
  const down = over(inner.top, inner.bottom, outer.top + POPUP_MARGIN, outer.bottom - POPUP_MARGIN);
  if (right || down) map.panBy([right, down], { animate: mayMove(), duration: 0.3 });
}

/** Brings a place into view, with a short ease. */
function moveTo(spot) {
  const options = { animate: mayMove(), duration: 0.4 };
  if (spot.layers) {
    map.fitBounds(L.latLngBounds(spot.layers.map((layer) => layer.getLatLng())), { padding: margins(), maxZoom: closestZoom, ...options });
  } else if (spot.isArea) {
    const bounds = spot.layer.getBounds();
    if (!map.getBounds().intersects(bounds) || map.getBounds().contains(bounds) === false) map.fitBounds(bounds, { padding: [24, 24], ...options });
  } else if (!map.getBounds().pad(-0.08).contains(spot.at())) map.panTo(spot.at(), options);
}

/** The control in a popup that steps through the mentions in the text. */
function steps(target) {
  const own = mentions.filter((node) => node.dataset.target === String(target));
  if (!own.length) return null;
  let index = -1;
  const button = el("button", { class: "link", type: "button" }, say("show_in_text"));
  const count = el("span", { class: "muted", "aria-live": "polite" });
  button.addEventListener("click", () => {
    index = (index + 1) % own.length;
    showMention(target, index);
    if (own.length > 1) count.textContent = ` ${index + 1} / ${own.length}`;
  });
  return el("p", { class: "more" }, button, count);
}

/** Shows the entry of a name that has no place on the map. */
function showRow(target) {
  const row = document.querySelector(`.unplaced dt[data-target="${target}"]`);
  row?.scrollIntoView({ block: "center", behavior: mayMove() ? "smooth" : "auto" });
  flash(row);
}

/** Closes the popup; the focus goes back to where it was opened from. */
function closePopup() {
  map.closePopup(popup);
  opener?.focus({ preventScroll: true });
}

function onEscape(event) {
  if (event.key === "Escape" && map.hasLayer(popup)) closePopup();
}

let shownOnScreen = null;

/** Fits what the reader sees into the frame that paper has, and back again. */
function refit(isPrinting) {
  if (isPrinting) shownOnScreen = map.getBounds();
  map.closePopup(popup);
  map.invalidateSize({ animate: false });
  if (isTouched) map.fitBounds(shownOnScreen, { animate: false });
  else goHome();
  putNames();
}

// ---- Putting it together

function start() {
  mapSide.setAttribute("aria-label", say("map"));
  map.getContainer().setAttribute("aria-label", say("map_help"));
  map.getContainer().setAttribute("role", "region");
  putHeader(document.getElementById("head"), choose);
  putText(document.getElementById("text-side"), choose);
  putCredit(mapSide);
  map.invalidateSize({ animate: false });
  dressPlaces();
  dressAreas("areas");
  dressAreas("regions");
  putButtons(map, () => goHome({ animate: mayMove() }));
  putLegend(map);
  putScale(map);
  putInset(map);
  putLayers(map, layerRows());
  boundMap();
  map.on("moveend zoomend resize", putNames);
  map.on("dragstart", () => { isTouched = true; });
  map.on("resize", () => { if (!isTouched) boundMap(); });
  document.addEventListener("keydown", onEscape);
  window.matchMedia("print").addEventListener("change", ({ matches }) => refit(matches));
  putNames();
}

/** The layers that can be shown and hidden, those only that this map has. */
function layerRows() {
  const rows = [
    ["places", "layer_places", window.dateline_places],
    ["areas", "layer_areas", window.dateline_areas],
    ["regions", "layer_regions", window.dateline_regions],
    ["contenders", "layer_contenders", window.dateline_contenders],
  ].filter(([, , layer]) => layer.getLayers().length);
  return [...rows, ["labels", "layer_labels"]].map(([kind, words]) => [words, (isOn) => show(kind, isOn)]);
}

function show(kind, isOn) {
  mapSide.classList.toggle(`without-${kind}`, !isOn);
  hidden[isOn ? "delete" : "add"](kind);
  map.closePopup(popup);
  putNames();
}

start();
