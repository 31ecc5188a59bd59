// Disputed borders: a strip of land under each dashed line hides the outline of a country that runs along it.

function caseDisputed() {
  for (const layer of [window.dateline_far_disputed, window.dateline_disputed]) {
    const casing = { pane: "disputed", interactive: false, className: "casing", smoothFactor: 0.7 };
    L.geoJSON(layer.toGeoJSON(false), { style: casing, ...casing }).addTo(map).bringToBack();
  }
}
