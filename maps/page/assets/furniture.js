// What stands around and on the map: header, legend, layers, buttons, inset, scale, credit.

function putHeader(head, choose) {
  document.title = facts.title;
  const title = el("h1", { dir: "auto", lang: facts.title_language });
  putSegments(title, titleParagraph()?.segments ?? [facts.title], choose);
  const line = el("span", { class: "muted" }, ...joined(facts.subtitle.map((text) => quote(text))));
  head.replaceChildren(
    title,
    el("p", {}, facts.subtitle.length ? line : "", el("span", { class: "sum" }, ...summary())),
  );
}

/** How many places, regions and names without a place the page shows. */
function summary() {
  const regions = places.filter(({ feature }) => feature === "region").length;
  const without = (wanted) => unplaced.filter(({ status }) => status === wanted).length;
  const counts = [
    ["places", places.length - regions],
    ["regions", regions],
    ["ambiguous_count", without("ambiguous")],
    ["not_found_count", without("not found")],
    ["unanswered_count", without("unanswered")],
  ];
  const said = counts.filter(([, n]) => n).map(([key, n]) => el("span", { class: "few" }, say(key, { n })));
  return said.length ? joined(said) : [say("no_places")];
}

function putSkips() {
  const table = places.length ? skipLink("places", "to_table") : "";
  document.getElementById("skips").replaceChildren(skipLink("map-side", "to_map"), table);
}

function skipLink(id, key) {
  const go = (event) => {
    event.preventDefault();
    skipTo(id);
  };
  return el("a", { href: `#${id}`, onclick: go }, say(key));
}

/** Puts an element of ours into a corner of the map; the map does not feel what happens on it. */
function putInCorner(map, position, node) {
  const control = L.control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(node);
    L.DomEvent.disableScrollPropagation(node);
    return node;
  };
  control.addTo(map);
  return node;
}

function icon(path) {
  return svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));
}

function putButtons(map, goHome) {
  const button = (label, path, act) =>
    el("button", { type: "button", title: label, "aria-label": label, onclick: act }, icon(path));
  const closer = button(say("zoom_in"), "M8 3V13M3 8H13", () => map.zoomIn(1));
  const wider = button(say("zoom_out"), "M3 8H13", () => map.zoomOut(1));
  const home = button(say("whole_story"), "M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10", goHome);
  putInCorner(map, "topleft", el("div", { class: "leaflet-bar" }, closer, wider, home));
  map.on("zoomend zoomlevelschange", () => {
    closer.disabled = map.getZoom() >= map.getMaxZoom();
    wider.disabled = map.getZoom() <= map.getMinZoom();
  });
}

/** The symbols in use on this map, each with its words. */
function legendRows() {
  const has = (test) => places.some(test);
  const clauses = new Set(places.filter((place) => place.approximate).map((place) => place.note.split(/[;.]\s/)[0]));
  const [clause] = clauses.size === 1 ? clauses : [""];
  const note = clause && clause.length <= 80 ? quote(clause.replace(/\.$/, "")) : say("legend_approximate");
  const hasContenders = window.dateline_contenders.getLayers().length > 0;
  const hasSpots = has((place) => place.kind === "town" && place.feature !== "populated place");
  const squareKind = has((place) => place.kind === "square" && !place.is_region) ? "square" : "square is-region";
  const approximateKind = has((place) => place.approximate && place.is_region) ? "regions" : "areas";
  const rows = [
    [has((place) => place.kind === "town"), "town", () => symbol("town", "sure", 5.5, 18), say(hasSpots ? "legend_spot" : "legend_town")],
    [gathering().length, "town", ringSample, say("legend_ring")],
    [has((place) => place.kind === "nature"), "nature", () => symbol("nature", "sure", 5.5, 18), say("legend_nature")],
    [has((place) => place.kind === "square"), squareKind, () => symbol("square", "sure", 5, 18), say("legend_square")],
    [has((place) => place.kind === "area"), "area", () => swatch("area", false), say("legend_area")],
    [has((place) => place.kind === "region" && place.tier == null), "region", () => swatch("region", false), say("legend_region")],
    ...places.filter((place) => place.tier != null).map((place) => [true, "region", () => swatch("region", false, place.tier > 0), quote(place.name)]),
    [has((place) => place.approximate), "region", () => dashedLine(approximateKind), note],
    [has((place) => place.belief === "unsure"), "town", () => symbol("town", "unsure", 5.5, 18), say("legend_unsure")],
    [unplaced.some(({ status }) => status === "ambiguous"), "ambiguous", () => symbol("town", "ambiguous", 5, 18), say(hasContenders ? "legend_contender" : "legend_ambiguous")],
    [unplaced.some(({ status }) => status === "not found"), "missing", () => symbol("town", "missing", 5, 18), say("legend_missing")],
    [unplaced.some(({ status }) => status === "unanswered"), "missing", () => symbol("town", "missing", 5, 18), say("legend_unanswered")],
  ];
  rows.push([facts.map.has_disputed, "border", () => borderLine("border disputed"), say("legend_disputed")]);
  return rows.filter(([isUsed]) => isUsed).map(([, kind, draw, text]) => el("li", { class: kind }, draw(), el("span", {}, ...legendText(text, kind))));
}

/** What a row of the legend says; what is not sure is underlined as it is in the text. */
function legendText(text, kind) {
  const [head, ...rest] = typeof text === "string" ? text.split(":") : [];
  const style = { ambiguous: "ambiguous", missing: "missing" }[kind] ?? (text === say("legend_unsure") ? "unsure" : "");
  const hasText = facts.documents.some((doc) => doc.paragraphs);
  return style && hasText && rest.length ? [el("span", { class: `sample ${style}` }, head), `:${rest.join(":")}`] : [text];
}

function dashedLine(kind) {
  const line = svg("path", { class: `${kind} approximate`, d: "M1 9H23" });
  return svg("svg", { viewBox: "0 0 24 18", width: 24, height: 18, "aria-hidden": "true" }, line);
}

function borderLine(kind) {
  const box = { viewBox: "0 0 24 18", width: 24, height: 18, "aria-hidden": "true" };
  return svg("svg", box, svg("path", { class: kind, d: "M1 9H23" }));
}

/** How much of the map's height an open legend may take: one that takes more opens only when it is asked for. */
const LEGEND_SHARE = 0.45;

function putLegend(map) {
  const card = el("details", { class: "card key", open: !isNarrow() }, el("summary", {}, say("legend")), el("ul", {}));
  putInCorner(map, "bottomleft", card);
}

function fillLegend() {
  const rows = [...legendRows(), ...shadeRows()];
  const card = document.querySelector(".key");
  const isFirst = !card.querySelector("li");
  card.hidden = !rows.length;
  card.querySelector("ul").replaceChildren(...rows);
  if (isFirst && card.offsetHeight > LEGEND_SHARE * mapSide.offsetHeight) card.open = false;
}

/** Check boxes that show and hide what is drawn. */
function putLayers(map, layers) {
  const rows = layers.map(([key, show]) => {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => show(box.checked));
    return el("li", {}, el("label", {}, box, say(key)));
  });
  putInCorner(map, "topright", el("details", { class: "card layers" }, el("summary", {}, say("layers")), el("ul", {}, ...rows)));
}

/** The small map that shows where the view lies in its part of the world. */
function putInset(map) {
  const { inset } = facts.map;
  if (!inset) return;
  const { size } = inset;
  const frame = svg("rect", { class: "frame" });
  const drawing = svg(
    "svg",
    { class: "inset card", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": say("inset") },
    svg("rect", { class: "sea", width: size, height: size }),
    svg("path", { class: "lands", d: inset.land }),
    svg("path", { class: "home", d: inset.home }),
    frame,
  );
  const right = (lon) => (lon - inset.west) * inset.scale;
  const down = (lat) => (inset.north - (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI) * inset.scale;
  const follow = () => {
    const bounds = map.getBounds();
    const sides = [right(bounds.getWest()), down(bounds.getNorth()), right(bounds.getEast()), down(bounds.getSouth())];
    const isWider = sides[2] - sides[0] > 1.2 * size && sides[3] - sides[1] > 1.2 * size;
    const isElsewhere = sides[2] < 0 || sides[0] > size || sides[3] < 0 || sides[1] > size;
    drawing.style.visibility = isWider || isElsewhere ? "hidden" : "";
    const [width, height] = [Math.max(5, sides[2] - sides[0]), Math.max(5, sides[3] - sides[1])];
    const left = (sides[0] + sides[2] - width) / 2;
    const top = (sides[1] + sides[3] - height) / 2;
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) frame.setAttribute(name, value.toFixed(1));
  };
  putInCorner(map, "bottomright", drawing);
  map.on("move zoom resize", follow);
  follow();
}

/** Whose data the map shows, in one line. */
function putCredit(side) {
  const credit = facts.credit.map((words) => quote(words));
  side.append(el("p", { class: "credit" }, ...joined([facts.map.borders, ...credit])));
}
