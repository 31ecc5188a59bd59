// The first view: the whole story, nothing of it under the furniture; and what paper shows of it.

const { fit, closest_zoom: closestZoom } = facts.map;
let isTouched = false;
let homeZoom = 0;
let homeBounds = null;
let homePadding = null;
let shownOnScreen = null;
let legendOnScreen = null;

/** Paddings that keep 12 % of the map free on each side and, tried in turn, the corners that its furniture covers. */
function paddings() {
  const { x, y } = map.getSize();
  const [right, down] = [x * 0.12, y * 0.12];
  const frame = map.getContainer().getBoundingClientRect();
  const corners = [...mapSide.querySelectorAll(".leaflet-bottom .leaflet-control")].map((node) => node.getBoundingClientRect()).filter((box) => box.width);
  const lower = Math.max(down, ...corners.map((box) => frame.bottom - box.top + 12));
  const onLeft = corners.filter((box) => box.left < frame.left + x / 2).map((box) => box.right - frame.left + 12);
  const onRight = corners.filter((box) => box.left >= frame.left + x / 2).map((box) => frame.right - box.left + 12);
  const [left, toRight] = [Math.max(right, ...onLeft), Math.max(right, ...onRight)];
  const pad = (west, east, south) => ({ paddingTopLeft: [west, down], paddingBottomRight: [east, south] });
  return [pad(right, right, down), pad(right, toRight, down), pad(left, right, down), pad(right, right, lower), pad(left, toRight, down)];
}

/** Where the map would stand, and how large, with a padding. */
function fitWith(padding) {
  const { center, zoom } = map._getBoundsCenterZoom(storyBounds(), { ...padding, maxZoom: closestZoom });
  return { padding, zoom, corner: map.project(center, zoom).subtract(map.getSize().divideBy(2)) };
}

/** All that has to be seen: what the story was fitted to, and what was put elsewhere since. */
function storyBounds() {
  const bounds = L.latLngBounds(fit);
  for (const [target, { at }] of drawn) if (named(target).by_hand) bounds.extend(at());
  return bounds;
}

/** Whether a point of the story would lie under the furniture. */
function isCovered({ zoom, corner }, cards) {
  return points.some(({ group, at }) => {
    if (group === "contenders") return false;
    const { x, y } = map.project(at, zoom).subtract(corner);
    return cards.some((box) => x > box[0] - 10 && x < box[2] + 10 && y > box[1] - 10 && y < box[3] + 10);
  });
}

/** Finds the padding with which the whole story shows at the largest scale, nothing of it under the furniture. */
function findHome() {
  const cards = coveredBoxes(L.point(0, 0));
  const tried = paddings().map(fitWith);
  const clear = tried.filter((home) => !isCovered(home, cards)).sort((one, other) => other.zoom - one.zoom);
  homePadding = (clear[0] ?? tried[0]).padding;
}

function goHome(options = {}) {
  map.fitBounds(storyBounds(), { ...homePadding, maxZoom: closestZoom, animate: false, ...options });
}

/** Bounds the map to the drawn world and keeps it from becoming smaller than its frame. */
function boundMap() {
  const size = map.getSize();
  const least = Math.ceil(Math.log2(Math.max(size.x, size.y * 0.8) / 256) * 4) / 4;
  map.setMinZoom(Math.max(0.5, least));
  map.setMaxBounds([[-82, west], [83.9, west + 360]]);
  findHome();
  goHome();
  homeZoom = map.getZoom();
  homeBounds = map.getBounds();
  map.setMaxZoom(Math.min(15, Math.max(9, Math.ceil(map.getZoom()) + 4)));
}

/** Puts the legend below the map, open, for paper; afterwards it is again as the reader had it. */
function moveLegend(isPrinting) {
  const legend = document.querySelector(".key");
  if (!legend) return;
  if (isPrinting) {
    legendOnScreen = { corner: legend.parentNode, next: legend.nextSibling, isOpen: legend.open };
    legend.open = true;
    mapSide.after(legend);
  } else {
    legend.open = legendOnScreen.isOpen;
    legendOnScreen.corner.insertBefore(legend, legendOnScreen.next);
  }
}

/** Fits what the reader sees into the frame that paper has, and back again. */
function refit(isPrinting) {
  if (isPrinting) shownOnScreen = map.getBounds();
  moveLegend(isPrinting);
  map.closePopup(popup);
  map.invalidateSize({ animate: false });
  if (isTouched) map.fitBounds(shownOnScreen, { animate: false });
  else boundMap();
  putNames();
}
