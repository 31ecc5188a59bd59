// The scale bar: lengths along the parallel through the middle of the map, on the WGS 84 ellipsoid. A Mercator map has another
// scale at each latitude: where that shows, the bar says for which it holds, and where no bar could be right there is none.

const EQUATOR_RADIUS_M = 6378137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
const [MILE_M, FOOT_M] = [1609.344, 0.3048];
/** The bar names its latitude where the scale differs by so much between top and bottom, and goes where by so much. */
const [NAMED_FROM, LAST_TRUE] = [1.2, 3];

/** How many metres a pixel is wide at a latitude in degrees. */
function metresPerPixel(lat, zoom) {
  const angle = (lat * Math.PI) / 180;
  const radius = (EQUATOR_RADIUS_M * Math.cos(angle)) / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(angle) ** 2);
  return (2 * Math.PI * radius) / (256 * 2 ** zoom);
}

/** The largest of 1, 2, 3, 5 and their tens that is not above a number. */
function roundLength(most) {
  const ten = 10 ** Math.floor(Math.log10(most));
  return [5, 3, 2, 1].find((times) => times * ten <= most * 1.000001) * ten;
}

function latitudeWords(lat) {
  const whole = Math.round(Math.abs(lat));
  if (!whole) return say("scale_equator");
  return say(lat < 0 ? "scale_south" : "scale_north", { n: whole });
}

/** By how much the scale differs between the top and the bottom of the map. */
function scaleSpread() {
  const bounds = map.getBounds();
  const sides = [bounds.getSouth(), bounds.getNorth(), ...(bounds.getSouth() < 0 && bounds.getNorth() > 0 ? [0] : [])];
  const scales = sides.map((lat) => metresPerPixel(lat, 0));
  return Math.max(...scales) / Math.min(...scales);
}

function putScale() {
  const most = isNarrow() ? 100 : 120;
  const lines = [0, 1].map(() => el("div", { class: "leaflet-control-scale-line" }));
  const where = el("div", { class: "scale-at" });
  const bar = putInCorner(map, isNarrow() ? "bottomleft" : "bottomright", el("div", { class: "leaflet-control-scale" }, where, ...lines));
  const show = (line, metres, unitM, unit, perPixel) => {
    const length = roundLength(metres / unitM);
    line.textContent = `${numbers.format(length)} ${unit}`;
    line.style.width = `${Math.round((length * unitM) / perPixel)}px`;
  };
  const follow = () => {
    const { y } = map.getSize();
    const { lat } = map.containerPointToLatLng([0, y / 2]);
    const spread = scaleSpread();
    const perPixel = metresPerPixel(lat, map.getZoom());
    const metres = most * perPixel;
    show(lines[0], metres, metres < 1000 ? 1 : 1000, metres < 1000 ? "m" : "km", perPixel);
    show(lines[1], metres, metres < MILE_M ? FOOT_M : MILE_M, metres < MILE_M ? "ft" : "mi", perPixel);
    where.textContent = spread > NAMED_FROM ? latitudeWords(lat) : "";
    bar.hidden = spread > LAST_TRUE;
  };
  map.on("moveend", follow);
  follow();
}
