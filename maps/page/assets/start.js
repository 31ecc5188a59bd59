// Putting it together.

let isStarted = false;

function start() {
  mapSide.setAttribute("aria-label", say("map"));
  map.getContainer().setAttribute("aria-label", say("map_help"));
  map.getContainer().setAttribute("role", "region");
  focusMapInPlace();
  putPanelButton();
  putSkips();
  putCredit(mapSide);
  rememberDrawn();
  restate();
  layOut();
  dressShades();
  if (facts.map.has_disputed) caseDisputed();
  putButtons(map, () => goHome({ animate: mayMove() }));
  putLegend(map);
  putScale();
  putInset(map);
  putLayers(map, layerRows());
  putCorrections();
  render();
  map.invalidateSize({ animate: false });
  boundMap();
  arrangePoints();
  map.on("moveend", () => {
    arrangePoints();
    putNames();
  });
  map.on("popupopen popupclose moveend", yieldToPopup);
  map.on("popupclose", onPopupClose);
  map.on("dragstart", () => { isTouched = true; });
  map.on("resize", () => {
    if (!isTouched) boundMap();
    regather();
    putNames();
  });
  document.addEventListener("keydown", onEscape);
  document.addEventListener("keydown", onMentionKey);
  document.addEventListener("focusin", onMentionFocus);
  window.matchMedia("print").addEventListener("change", ({ matches }) => refit(matches));
  isStarted = true;
  putNames();
}

/** Shows the places of the state: in the header, the text, the tables, on the map and in its furniture. */
function render() {
  mentions.length = 0;
  drawn.clear();
  clearPoints();
  putHeader(document.getElementById("head"), choose);
  putText(panel, choose);
  document.getElementById("sources").before(shadeTable());
  dressPlaces();
  dressAreas("areas");
  dressAreas("regions");
  fillLegend();
  fillCorrections();
  if (!isStarted) return;
  regather();
  putNames();
}

/** The layers that can be shown and hidden, those only that this map has. */
function layerRows() {
  const rows = [
    ["places", "layer_places", window.dateline_places],
    ["areas", "layer_areas", window.dateline_areas],
    ["regions", "layer_regions", window.dateline_regions],
    ["contenders", "layer_contenders", window.dateline_contenders],
    ["shades", "layer_shades", window.dateline_shades],
  ].filter(([, , layer]) => layer.getLayers().length);
  return [...rows, ["labels", "layer_labels"]].map(([kind, words]) => [words, (isOn) => show(kind, isOn)]);
}

function show(kind, isOn) {
  mapSide.classList.toggle(`without-${kind}`, !isOn);
  hidden[isOn ? "delete" : "add"](kind);
  map.closePopup(popup);
  regather();
  putNames();
}

start();
