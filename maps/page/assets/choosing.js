// Choosing a place: the map moves to it, its popup opens, its mentions can be stepped through.

const POPUP_MARGIN = 14;
/** What lies so many first views beside the first view is far off. */
const FAR_VIEWS = 0.5;
const popup = L.popup({ minWidth: 220, autoPan: false, closeButton: false });
let opener = null;
let chosen = null;
let pageScroll = 0;

/** Opens the popup of a place; `from` gets the focus back when it closes. */
function choose(target, from, latlng) {
  const spot = drawn.get(target);
  if (!spot) {
    showRow(target);
    return;
  }
  opener = from ?? (spot.layer ?? spot.layers[0]).getElement() ?? map.getContainer();
  isTouched = true;
  pageScroll = window.scrollY;
  uncoverMap();
  if (!latlng) moveTo(spot);
  openPopup(target, spot, popupPoint(spot, latlng), opener);
  markChosen(target);
  root.classList.add("opened");
  if (isBelow() && !mapStays()) scrollNear(mapSide, mapSide.getBoundingClientRect().top);
  followOnText(target, opener);
  showWhole(popup.getElement());
  announce(target >= 0 ? placeName(places[target]) : `${named(target).name}, ${say("ambiguous")}`);
}

function openPopup(target, spot, latlng, from) {
  const { x, y } = map.getSize();
  popup.options.maxHeight = Math.round(Math.min(408, Math.max(y * 0.6, Math.min(y - 72, 268))));
  popup.options.maxWidth = Math.min(352, x - 2 * POPUP_MARGIN);
  const [right, down] = spot.points?.[0].shift ?? [0, 0];
  popup.options.offset = [right, spot.isArea ? 0 : down - (spot.r ?? 6) + 4];
  popup.setLatLng(latlng).setContent(popupOf(target, from)).openOn(map);
  const content = popup.getElement().querySelector(".leaflet-popup-content");
  for (const [key, value] of Object.entries({ role: "dialog", "aria-label": named(target).name, tabindex: "-1" })) content.setAttribute(key, value);
  content.onkeydown = onPopupKey;
  content.focus({ preventScroll: true });
}

/** Where the popup points: above an area that leaves room for it, so that it covers none of it; else where it was clicked. */
function popupPoint(spot, latlng) {
  if (!spot.isArea) return spot.at();
  const bounds = spot.layer.getBounds();
  const height = map.latLngToLayerPoint(bounds.getSouthWest()).y - map.latLngToLayerPoint(bounds.getNorthEast()).y;
  const hasRoom = map.getBounds().contains(bounds) && height < map.getSize().y * 0.4;
  if (!hasRoom) return latlng ?? spot.at();
  return spot.layer.getLatLngs().flat(2).reduce((top, one) => (one.lat > top.lat ? one : top));
}

function popupOf(target, from) {
  const onGrow = () => {
    popup.update();
    showWhole(popup.getElement());
  };
  const options = { onGrow, onClose: closePopup, steps: stepper(target, startOf(target, from)) };
  return target >= 0 ? placeFacts(target, options) : contenderFacts(target, options);
}

/** The mention at which stepping starts: the one that was clicked, or the first for a click on the map. */
function startOf(target, from) {
  if (from.matches(".mention")) return from;
  return panel.contains(from) || isFolded() ? null : mentionsOf(target)[0];
}

/** Keeps what stands for a place lit as long as its popup is open; null for none. */
function markChosen(target) {
  for (const [one, isChosen] of [[chosen, false], [target, true]]) {
    for (const node of document.querySelectorAll(`[data-target="${one}"]`)) node.classList.toggle("chosen", isChosen);
  }
  chosen = target;
}

/** Hides the furniture that an open popup lies under. */
function yieldToPopup() {
  const box = map.hasLayer(popup) ? popup.getElement().getBoundingClientRect() : null;
  for (const node of mapSide.querySelectorAll(".leaflet-control")) {
    const own = node.getBoundingClientRect();
    const isUnder = box && own.left < box.right && box.left < own.right && own.top < box.bottom && box.top < own.bottom;
    node.classList.toggle("yields", Boolean(isUnder));
  }
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
  if (spot.points?.length === 1 && partCluster(spot.points[0])) return;
  const options = { animate: mayMove(), duration: 0.4 };
  if (spot.layers) {
    map.fitBounds(L.latLngBounds(spot.layers.map((layer) => layer.getLatLng())), { padding: [48, 48], maxZoom: closestZoom, ...options });
  } else if (spot.isArea) {
    const bounds = spot.layer.getBounds();
    if (!map.getBounds().intersects(bounds) || map.getBounds().contains(bounds) === false) map.fitBounds(bounds, { padding: [24, 24], ...options });
  } else if (!homeBounds.pad(FAR_VIEWS).contains(spot.at())) {
    // So far off the basemap is coarse, and a reader is lost without a look at what lies around.
    map.setView(spot.at(), Math.min(map.getZoom(), homeZoom - 2), options);
  } else if (!map.getBounds().pad(-0.08).contains(spot.at())) map.panTo(spot.at(), options);
}

/** Shows the entry of a name that has no place on the map. */
function showRow(target) {
  const row = document.querySelector(`.unplaced dt[data-target="${target}"]`);
  if (!row) return;
  openPanel();
  bringIntoSight(row);
  flash(row);
  row.focus({ preventScroll: true });
}

/** Closes the popup; the focus goes back to where it was opened from. */
function closePopup() {
  const isFromMap = mapSide.contains(opener);
  const wasBelow = isBelow();
  map.closePopup(popup);
  if (isFromMap && wasBelow) window.scrollTo({ top: pageScroll, behavior: "auto" });
  const next = isSeen(opener) ? opener : document.getElementById("panel-button");
  next.focus({ preventScroll: true });
}

/** What an open popup changed on the page goes back when it closes, however it was closed. */
function onPopupClose() {
  root.classList.remove("opened");
  markChosen(null);
  standAt(null);
}

function onEscape(event) {
  if (event.key !== "Escape") return;
  if (placing) stopPlacing(true);
  else if (map.hasLayer(popup)) closePopup();
  else uncoverMap();
}
