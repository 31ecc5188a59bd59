// Choosing a place: the map moves to it, its popup opens, its mentions can be stepped through.

const POPUP_MARGIN = 14;
const popup = L.popup({ minWidth: 220, autoPan: false, closeButton: false });
let opener = null;

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
  const [right, down] = spot.points?.[0].shift ?? [0, 0];
  popup.options.offset = [right, spot.isArea ? 0 : down - (spot.r ?? 6) + 4];
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
