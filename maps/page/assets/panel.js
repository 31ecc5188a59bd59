// The panel of the text and the tables: beside the map, on a narrow page below it, in a small frame behind a button.
// Nothing is stored and the page around a frame is never looked into: a sandboxed frame may do neither.

const root = document.documentElement;
const panel = document.getElementById("text-side");
const isAskedToEmbed = location.hash === "#embed" || "embed" in document.documentElement.dataset;
const smallFrame = window.matchMedia("(max-width: 899px), (max-height: 499px)");
const isOpenIn = { whole: true, embedded: false };
let panelScroll = 0;

/** Whether the map stands alone in the frame of another page. */
function isEmbedded() {
  return isAskedToEmbed || (window.self !== window.top && smallFrame.matches);
}

function isFolded() {
  return !isOpenIn[isEmbedded() ? "embedded" : "whole"];
}

/** Whether the text stands below the map. */
function isBelow() {
  return isNarrow() && !isEmbedded() && !isFolded();
}

/** Whether the map stays in sight while the text below it goes on, as it does while a popup is open on a high page. */
function mapStays() {
  return getComputedStyle(mapSide).position === "sticky";
}

/** Lays the page out for the frame that it has and for what the reader folded away. */
function layOut() {
  root.classList.toggle("embedded", isEmbedded());
  root.classList.toggle("folded", isFolded());
  document.getElementById("panel-button").setAttribute("aria-expanded", String(!isFolded()));
  map.invalidateSize({ animate: false });
}

function turnPanel(isOpen) {
  if (isOpen !== isFolded()) return;
  if (!isOpen) panelScroll = panel.scrollTop;
  isOpenIn[isEmbedded() ? "embedded" : "whole"] = isOpen;
  layOut();
  if (isOpen) panel.scrollTop = panelScroll;
  if (map.hasLayer(popup)) showWhole(popup.getElement());
}

function openPanel() {
  turnPanel(true);
}

/** In a small frame the panel lies over the map and makes room for it. */
function uncoverMap() {
  if (isEmbedded()) turnPanel(false);
}

function putPanelButton() {
  const button = el(
    "button",
    { class: "fold", id: "panel-button", type: "button", title: say("panel"), "aria-controls": "text-side", onclick: () => turnPanel(isFolded()) },
    icon("M2 3H14V13H2ZM7 3V13M3.5 6H5.5M3.5 8.5H5.5"),
    el("span", {}, say("panel")),
  );
  document.getElementById("header").append(button);
  window.addEventListener("resize", layOut);
}

/** Goes to a part of the page, as a link that skips what is before it. */
function skipTo(id) {
  if (panel.contains(document.getElementById(id))) openPanel();
  else uncoverMap();
  const node = document.getElementById(id);
  node.focus({ preventScroll: true });
  scrollNear(node, node.getBoundingClientRect().top - sight(node).top);
}

/** What scrolls an element, and between which heights it is seen. */
function sight(node) {
  if (panel.contains(node) && !isBelow()) {
    const { top, bottom } = panel.getBoundingClientRect();
    return { scroller: panel, top, bottom };
  }
  const top = mapStays() && panel.contains(node) ? mapSide.offsetHeight : 0;
  return { scroller: document.scrollingElement, top, bottom: window.innerHeight };
}

function scrollNear(node, top) {
  sight(node).scroller.scrollBy({ top, behavior: mayMove() ? "smooth" : "auto" });
}

/** Scrolls to an element that is out of sight; never the page around a frame, as scrollIntoView would. */
function bringIntoSight(node) {
  const { top, bottom } = sight(node);
  const box = node.getBoundingClientRect();
  if (box.top < top + 8 || box.bottom > bottom - 8) scrollNear(node, box.top - top - (bottom - top) / 3);
}

/** Lets a press on the map give it the focus, as Leaflet does, without scrolling the page around a frame. */
function focusMapInPlace() {
  const container = map.getContainer();
  container.focus = (options) => HTMLElement.prototype.focus.call(container, { preventScroll: true, ...options });
}

function isSeen(node) {
  return Boolean(node?.isConnected && node.getClientRects().length && getComputedStyle(node).visibility !== "hidden");
}

/** Says something to readers who hear the page, though it be what was said last. */
function announce(text) {
  const status = document.getElementById("status");
  status.textContent = "";
  status.textContent = text;
}
