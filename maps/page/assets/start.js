// Putting it together.

function start() {
  mapSide.setAttribute("aria-label", say("map"));
  map.getContainer().setAttribute("aria-label", say("map_help"));
  map.getContainer().setAttribute("role", "region");
  putHeader(document.getElementById("head"), choose);
  focusMapInPlace();
  putPanelButton();
  putSkips();
  putText(panel, choose);
  document.getElementById("sources").before(shadeTable());
  putCredit(mapSide);
  layOut();
  dressPlaces();
  dressAreas("areas");
  dressAreas("regions");
  dressShades();
  if (facts.map.has_disputed) caseDisputed();
  putButtons(map, () => goHome({ animate: mayMove() }));
  putLegend(map);
  putScale();
  putInset(map);
  putLayers(map, layerRows());
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
