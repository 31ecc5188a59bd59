// Placing by hand: a click on the map, or with the keys a cross that the arrows move and Enter sets.

const STEP_PX = 8;
const EDGE_PX = 24;
let placing = null;

/** Lets the reader say where a name lies. */
function startPlacing(target) {
  stopPlacing();
  map.closePopup(popup);
  const { name } = named(target);
  const hasKeys = !window.matchMedia("(pointer: coarse)").matches;
  const cross = el("div", { class: "cross", tabindex: "0", role: "application", "aria-label": say("placing", { name }) });
  cross.append(svg("svg", { viewBox: "-16 -16 32 32", "aria-hidden": "true" }, svg("path", { d: "M0 -15V-4M0 15V4M-15 0H-4M15 0H4" }), svg("circle", { r: 1.5 })));
  const bar = el("p", { class: "card hint" }, el("span", {}, say(hasKeys ? "placing" : "placing_tap", { name })), el("button", { class: "quiet", type: "button", onclick: () => stopPlacing(true) }, say("cancel")));
  L.DomEvent.disableClickPropagation(bar);
  const { x, y } = map.getSize();
  placing = { target, cross, bar, at: L.point(x / 2, y / 2), opener };
  map.getContainer().append(cross, bar);
  mapSide.classList.add("placing");
  cross.addEventListener("keydown", onCrossKey);
  map.on("click", onPlacingClick);
  moveCross(0, 0);
  if (isNarrow()) mapSide.scrollIntoView({ behavior: mayMove() ? "smooth" : "auto" });
  cross.focus({ preventScroll: true });
}

function stopPlacing(isCancelled = false) {
  if (!placing) return;
  const { cross, bar, opener: back } = placing;
  placing = null;
  cross.remove();
  bar.remove();
  mapSide.classList.remove("placing");
  map.off("click", onPlacingClick);
  if (isCancelled) {
    announce(say("cancelled"));
    if (back?.isConnected) back.focus({ preventScroll: true });
    else map.getContainer().focus({ preventScroll: true });
  }
}

/** Moves the cross; at the edge of the map the map moves instead. */
function moveCross(right, down) {
  const { cross } = placing;
  const size = map.getSize();
  const wanted = placing.at.add([right, down]);
  const within = L.point(
    Math.min(size.x - EDGE_PX, Math.max(EDGE_PX, wanted.x)),
    Math.min(size.y - EDGE_PX, Math.max(EDGE_PX, wanted.y)),
  );
  if (!wanted.equals(within)) map.panBy(wanted.subtract(within), { animate: false });
  placing.at = within;
  cross.style.left = `${within.x}px`;
  cross.style.top = `${within.y}px`;
}

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function onCrossKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const way = WAYS[event.key];
  const step = event.shiftKey ? 1 : STEP_PX;
  if (way) moveCross(way[0] * step, way[1] * step);
  else if (event.key === "Enter") setPlace(map.containerPointToLatLng(placing.at));
  else if (event.key === "Escape") stopPlacing(true);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function onPlacingClick({ latlng }) {
  setPlace(latlng);
}

/** Puts the name where the reader says, to the fifth decimal of a degree: a metre. */
function setPlace(latlng) {
  const { target } = placing;
  const round = (degrees) => Math.round(degrees * 1e5) / 1e5 + 0;
  const { lng, lat } = L.latLng(latlng).wrap();
  stopPlacing();
  correctAndShow(target, { action: "place", lonlat: [round(lng), round(Math.max(-90, Math.min(90, lat)))] });
}
