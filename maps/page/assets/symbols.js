// Symbols: shape says kind, fill says confidence. Full is sure, half is unsure, hollow is ambiguous, dashed is not found.

/** Half of what a symbol is hit by, in pixels: a finger needs 24. */
const LEAST_TARGET = 12;

/** Smaller symbols where there are hundreds. */
const LEAST_RADIUS = { few: 5.5, many: 4.5, hundreds: 3.5 }[places.length > 400 ? "hundreds" : places.length > 40 ? "many" : "few"];

/** How large a place's symbol is, by how often it is named. */
function radius(place) {
  return LEAST_RADIUS + Math.min(3.5, Math.sqrt((place.times ?? 1) - 1));
}

function outline(kind, r) {
  if (kind === "nature") return svg("path", { d: `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z` });
  if (kind === "square") return svg("rect", { x: -r, y: -r, width: 2 * r, height: 2 * r, rx: 1 });
  return svg("circle", { r });
}

function leftHalf(kind, r) {
  if (kind === "nature") return svg("path", { d: `M0 ${-r * 1.25}L0 ${r * 1.25}L${-r * 1.25} 0Z` });
  return svg("path", { d: `M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z` });
}

/** The parts of a symbol about the point 0 0. */
function symbolParts(kind, belief, r) {
  const whole = outline(kind, r);
  whole.classList.add("shape");
  if (kind === "square" || belief === "ambiguous" || belief === "unsure" || belief === "missing") whole.classList.add("outlined");
  if (belief === "missing") whole.classList.add("dashed");
  const parts = [svg("circle", { class: "halo", r: r + 4 }), whole];
  if (belief === "unsure" && kind !== "square") {
    const half = leftHalf(kind, r);
    half.classList.add("shape");
    parts.push(half);
  }
  return parts;
}

/** The symbol of a dot on the map, with what it is hit by. */
function dotSymbol(kind, belief, r, size) {
  const drawing = symbol(kind, belief, r, size);
  drawing.append(svg("circle", { class: "hit", r: LEAST_TARGET }));
  return drawing;
}

/** A symbol as a drawing of its own, `size` pixels on each side. */
function symbol(kind, belief, r, size) {
  const half = size / 2;
  const box = { width: size, height: size, viewBox: `${-half} ${-half} ${size} ${size}`, "aria-hidden": "true" };
  return svg("svg", box, ...symbolParts(kind, belief, r));
}

/** The swatch of an area: an outline, dashed where it is approximate, dotted for the outer tier of a region. */
function swatch(kind, isApproximate, isOuter = false) {
  const style = `${kind === "area" ? "areas" : "regions"} ${isApproximate ? "approximate" : ""} ${isOuter ? "outer" : ""}`;
  const box = { viewBox: "0 0 24 18", width: 24, height: 18, "aria-hidden": "true" };
  return svg("svg", box, svg("path", { class: style, d: "M2 4L9 2L22 3L21 14L12 16L3 14Z" }));
}

/** The symbol that stands for a place in lists. */
function miniature(place) {
  if (!place.kind) return symbol("town", place.status === "ambiguous" ? "ambiguous" : "missing", 5, 18);
  if (place.kind === "area" || place.kind === "region") return swatch(place.kind, place.approximate, place.tier > 0);
  return symbol(place.kind, place.belief, 5.5, 18);
}

/** The classes that colour whatever stands for a place. */
function kindClass(place) {
  if (!place.kind) return place.status === "ambiguous" ? "ambiguous" : "missing";
  return `${place.kind}${place.is_region ? " is-region" : ""}`;
}
