// What folium drew: its shapes get their symbols, their names for readers who hear them, and their keys.

const map = window.dateline_map;
const { anchors } = facts.map;
const mapSide = document.getElementById("map-side");

/** What is drawn for each target: its layer, where its popup opens, and whether it is an area. */
const drawn = new Map();

/** The kinds of things that the reader has switched off. */
const hidden = new Set();

function placeName(place) {
  return [place.where ? place.chain : place.name, say("times", { n: place.times })].join(", ");
}

/** Gives a drawn thing its name, its role and its keys. */
function makeButton(node, target, name) {
  for (const [key, value] of Object.entries({ tabindex: "0", role: "button", "aria-haspopup": "dialog", "aria-label": name })) node.setAttribute(key, value);
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
