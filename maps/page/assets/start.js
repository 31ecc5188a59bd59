// Putting it together.

let isStarted = false;

function start() {
  mapSide.setAttribute("aria-label", say("map"));
  map.getContainer().setAttribute("aria-label", say("map_help"));
  map.getContainer().setAttribute("role", "region");
  putCredit(mapSide);
  putSkips();
  rememberDrawn();
  restate();
  putLegend(map);
  putButtons(map, () => goHome({ animate: mayMove() }));
  putScale(map);
  putInset(map);
  putLayers(map, layerRows());
  putCorrections();
  render();
  map.invalidateSize({ animate: false });
  boundMap();
  map.on("moveend zoomend resize", putNames);
  map.on("popupopen popupclose moveend", yieldToPopup);
  map.on("dragstart", () => { isTouched = true; });
  map.on("resize", () => { if (!isTouched) boundMap(); });
  document.addEventListener("keydown", onEscape);
  document.addEventListener("keydown", onMentionKey);
  window.matchMedia("print").addEventListener("change", ({ matches }) => refit(matches));
  isStarted = true;
  putNames();
}

/** Shows the places of the state: in the header, the text, the tables, on the map and in its furniture. */
function render() {
  mentions.length = 0;
  drawn.clear();
  putHeader(document.getElementById("head"), choose);
  putText(document.getElementById("text-side"), choose);
  dressPlaces();
  dressAreas("areas");
  dressAreas("regions");
  nameStory();
  fillLegend();
  fillCorrections();
  if (isStarted) putNames();
}

/** The layers that can be shown and hidden, those only that this map has. */
function layerRows() {
  const rows = [
    ["places", "layer_places", window.dateline_places],
    ["areas", "layer_areas", window.dateline_areas],
    ["regions", "layer_regions", window.dateline_regions],
    ["contenders", "layer_contenders", window.dateline_contenders],
  ].filter(([, , layer]) => layer.getLayers().length);
  return [...rows, ["labels", "layer_labels"]].map(([kind, words]) => [words, (isOn) => show(kind, isOn)]);
}

function show(kind, isOn) {
  mapSide.classList.toggle(`without-${kind}`, !isOn);
  hidden[isOn ? "delete" : "add"](kind);
  map.closePopup(popup);
  putNames();
}

start();
