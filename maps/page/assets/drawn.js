// What folium drew: its shapes get their symbols, their names for readers who hear them, and their keys.

const map = window.dateline_map;
const { west } = facts.map;
let { anchors } = facts.map;
const mapSide = document.getElementById("map-side");

/** What is drawn for each target: its layer or layers, where its popup opens, and whether it is an area. */
const drawn = new Map();

/** Every dot on the map: its target, its marker, and how it looks. */
const points = [];

/** The kinds of things that the reader has switched off. */
const hidden = new Set();

function placeName(place) {
  return [place.where ? place.chain : place.name, place.times ? say("times", { n: place.times }) : ""].filter(Boolean).join(", ");
}

/** Gives a drawn thing its name, its role and its keys. */
function makeButton(node, target, name) {
  for (const [key, value] of Object.entries({ tabindex: "0", role: "button", "aria-haspopup": "dialog", "aria-label": name })) node.setAttribute(key, value);
  onPress(node, () => choose(target, node));
  return lights(node, target);
}

/** Does something when Enter or the space bar is pressed on a drawn thing, as on a button. */
function onPress(node, act) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

/** The icon of a dot, drawn when it is first needed: of thousands of dots few are ever seen. */
const DotIcon = L.DivIcon.extend({
  createIcon(old) {
    const { kind, belief, r, iconSize } = this.options;
    this.options.html ||= dotSymbol(kind, belief, r, iconSize[0]);
    return L.DivIcon.prototype.createIcon.call(this, old);
  },
});

/** Makes a marker a dot of the story, which is dressed whenever it comes onto the map. */
function addPoint(layer, target, look) {
  const point = { layer, target, at: layer.getLatLng(), shift: [0, 0], ...look };
  const { kind, belief, r } = point;
  const size = Math.max(2 * LEAST_TARGET, 2 * r + 8);
  const className = `symbol ${belief === "ambiguous" ? "ambiguous" : kindClass(point)}`;
  layer.options.riseOnHover = true;
  layer.setIcon(new DotIcon({ className, kind, belief, r, iconSize: [size, size] }));
  layer.on("add", () => makeButton(layer.getElement(), target, point.name));
  layer.on("click", () => choose(target, layer.getElement()));
  points.push(point);
  return point;
}

function lookOf(place) {
  return { group: "places", kind: place.kind, belief: place.belief, is_region: place.is_region, r: radius(place), name: placeName(place) };
}

function spotOf(point) {
  return { group: point.group, layer: point.layer, points: [point], at: () => point.layer.getLatLng(), r: point.r };
}

function dressPlaces() {
  window.dateline_places.eachLayer((layer) => {
    const target = layer.feature.properties.place;
    drawn.set(target, spotOf(addPoint(layer, target, lookOf(places[target]))));
  });
  window.dateline_contenders.eachLayer((layer) => {
    const { unplaced: index, contender } = layer.feature.properties;
    const target = -1 - index;
    const other = unplaced[index].contenders[contender];
    const name = `${say("contenders_of", { name: unplaced[index].name })}: ${other.name}, ${other.where}`;
    const point = addPoint(layer, target, { group: "contenders", kind: "town", belief: "ambiguous", r: 5, name });
    if (!drawn.has(target)) drawn.set(target, { ...spotOf(point), points: [], layer: null, layers: [] });
    drawn.get(target).points.push(point);
    drawn.get(target).layers.push(layer);
  });
}

function dressAreas(group) {
  window[`dateline_${group}`].eachLayer((layer) => {
    const target = layer.feature.properties.place;
    const dress = () => dressArea(layer.getElement(), target);
    dress();
    layer.on("add", dress);
    layer.on("click", (event) => choose(target, layer.getElement(), event.latlng));
    drawn.set(target, { group, layer, at: () => anchorInView(target), r: 10, isArea: true });
  });
}

function dressArea(node, target) {
  const place = places[target];
  node.classList.toggle("approximate", place.approximate);
  node.classList.toggle("country", place.feature === "country");
  node.classList.toggle("outer", place.tier > 0);
  makeButton(node, target, placeName(place));
}

/** Where the name of an area stands: the first of its anchors that is in view. */
function anchorInView(target) {
  const points = anchors[target].map(([lon, lat]) => L.latLng(lat, lon));
  return points.find((point) => map.getBounds().contains(point)) ?? points[0];
}

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
