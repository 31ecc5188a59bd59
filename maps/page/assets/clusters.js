// Where there are many places: those that would lie on one another stand as one ring with their number, until one looks closer.
// And wherever two dots would hide each other, they stand side by side.

/** From so many dots on they may gather; below that each is always there. */
const MANY = 120;
/** Dots within so many pixels of a more important one gather round it, if there are enough of them. */
const REACH = 28;
const LEAST_MEMBERS = 3;
/** Dots nearer than this would look like one. */
const ONE_SPOT = 7;
const NAMES_SHOWN = 8;

/** The rings on the map now, each with the dots it stands for. */
const clusters = [];
/** How the dots gather at a zoom, kept until a dot is moved or hidden. */
const gathered = new Map();

/** Cells of a plane, to find what is near without looking at everything. */
class Cells {
  constructor(size) {
    this.size = size;
    this.cells = new Map();
  }

  add(item, { x, y }) {
    const key = `${Math.floor(x / this.size)} ${Math.floor(y / this.size)}`;
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push({ item, x, y });
  }

  /** What lies within a distance, which is at most the size of a cell. */
  * near({ x, y }, reach) {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)];
    for (let right = column - 1; right <= column + 1; right += 1) {
      for (let down = row - 1; down <= row + 1; down += 1) {
        for (const other of this.cells.get(`${right} ${down}`) ?? []) {
          const distance = Math.hypot(other.x - x, other.y - y);
          if (distance <= reach) yield { item: other.item, distance };
        }
      }
    }
  }
}

/** The dots that may gather: those of the story's places, if there are many. */
function gathering() {
  const own = points.filter(({ group }) => group === "places" && !hidden.has(group));
  return own.length > MANY ? own : [];
}

/** How the dots gather at a zoom: each ring's dots, the most often named first, and the dots that stand alone. */
function gather(zoom) {
  if (gathered.has(zoom)) return gathered.get(zoom);
  const times = ({ target }) => named(target).times ?? 1;
  const ordered = [...gathering()].sort((one, other) => times(other) - times(one) || one.target - other.target);
  const [cells, free] = [new Cells(REACH), new Set(ordered)];
  for (const point of ordered) {
    point.px = map.project(point.at, zoom);
    cells.add(point, point.px);
  }
  const rings = zoom >= map.getMaxZoom() ? [] : ordered.flatMap((point) => {
    const members = free.has(point) ? [...cells.near(point.px, REACH)].map(({ item }) => item).filter((item) => free.has(item)) : [];
    if (members.length < LEAST_MEMBERS) return [];
    for (const member of members) free.delete(member);
    return [[point, ...members.filter((member) => member !== point)]];
  });
  gathered.set(zoom, { rings, alone: free });
  return gathered.get(zoom);
}

/** Shows the dots and rings of this zoom; of many only those in view or near it. */
function arrangePoints() {
  const { rings, alone } = gather(map.getZoom());
  const isDense = rings.length + alone.size > 0;
  const nearby = map.getBounds().pad(0.4);
  const keepsFocus = (point) => point.layer.getElement() === document.activeElement;
  const isOn = (point) => !isDense || point.group !== "places" || (alone.has(point) && (nearby.contains(point.at) || keepsFocus(point)));
  for (const point of points) {
    if (map.hasLayer(point.layer) !== isOn(point)) point.layer[isOn(point) ? "addTo" : "remove"](map);
  }
  putClusters(rings.filter(([first]) => nearby.contains(first.at)));
  spreadPoints(points.filter((point) => map.hasLayer(point.layer)));
}

function putClusters(rings) {
  const wanted = new Map(rings.map((members) => [`${members[0].target} ${members.length} ${map.getZoom()}`, members]));
  for (let index = clusters.length - 1; index >= 0; index -= 1) {
    if (wanted.delete(clusters[index].key)) continue;
    clusters[index].layer.remove();
    clusters.splice(index, 1);
  }
  for (const [key, members] of wanted) clusters.push(makeCluster(key, members));
}

/** The words that stand for a ring: how many places and which. */
function clusterName(members) {
  const names = members.slice(0, NAMES_SHOWN).map(({ target }) => named(target).name).join(", ");
  return `${say("places", { n: members.length })}: ${names}${members.length > NAMES_SHOWN ? ", …" : ""}`;
}

/** A ring as the legend shows it. */
function ringSample() {
  const box = { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" };
  return svg("svg", { ...box, class: "cluster" }, svg("circle", { class: "ring", r: 8 }), svg("text", { "text-anchor": "middle", y: 3.5 }, "9"));
}

function makeCluster(key, members) {
  const r = 8 + 1.3 * Math.log2(members.length);
  const size = Math.ceil(2 * r + 8);
  const drawing = svg(
    "svg",
    { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, "aria-hidden": "true" },
    svg("circle", { class: "halo", r: r + 2 }),
    svg("circle", { class: "ring hit", r }),
    svg("text", { "text-anchor": "middle", y: 4 }, numbers.format(members.length)),
  );
  const layer = L.marker(members[0].at, { icon: L.divIcon({ className: "symbol cluster", html: drawing, iconSize: [size, size] }) });
  const cluster = { key, members, layer, r, at: members[0].at, shift: [0, 0] };
  layer.on("add", () => {
    const node = layer.getElement();
    for (const [name, value] of Object.entries({ tabindex: "0", role: "button", "aria-label": clusterName(members) })) node.setAttribute(name, value);
    onPress(node, () => openCluster(cluster));
    for (const [event, isLit] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
      node.addEventListener(event, () => lightCluster(cluster, isLit));
    }
  });
  layer.on("click", () => openCluster(cluster));
  layer.addTo(map);
  return cluster;
}

function lightCluster(cluster, isLit) {
  cluster.layer.getElement()?.classList.toggle("lit", isLit);
  showHiddenName(cluster, clusterName(cluster.members), isLit);
}

/** The ring that a target's dot is in now. */
function clusterOf(target) {
  return clusters.find(({ members }) => members.some((member) => member.target === target));
}

/** Looks closer, until the dots of a ring part; the focus goes on to the first of them. */
function openCluster({ members }) {
  isTouched = true;
  const bounds = L.latLngBounds(members.map(({ at }) => at));
  const closer = Math.max(map.getBoundsZoom(bounds, false, L.point(120, 120)), map.getZoom() + 1);
  map.setView(bounds.getCenter(), Math.min(closer, map.getMaxZoom()), { animate: false });
  const first = members[0];
  (clusterOf(first.target)?.layer ?? first.layer).getElement()?.focus({ preventScroll: true });
}

/** Looks so close that a dot stands alone, if it is in a ring now; tells whether it was. */
function partCluster(point) {
  let zoom = map.getZoom();
  const isAlone = () => !gather(zoom).rings.length || gather(zoom).alone.has(point);
  if (point.group !== "places" || isAlone()) return false;
  while (zoom < map.getMaxZoom() && !isAlone()) zoom = Math.min(zoom + 0.5, map.getMaxZoom());
  map.setView(point.at, zoom, { animate: false });
  return true;
}

/** Takes every dot and ring off the map. */
function clearPoints() {
  for (const { layer } of [...points, ...clusters]) layer.remove();
  points.length = 0;
  clusters.length = 0;
  gathered.clear();
}

/** Forgets how the dots gather, after one was moved, added or hidden. */
function regather() {
  gathered.clear();
  arrangePoints();
}

/** Parts dots that would hide each other, and makes each as easy to hit as its neighbours allow. */
function spreadPoints(shown) {
  const cells = new Cells(ONE_SPOT);
  const spots = [];
  for (const point of shown) {
    point.px = map.project(point.at, map.getZoom());
    const [found] = [...cells.near(point.px, ONE_SPOT)];
    if (found) found.item.push(point);
    else {
      spots.push([point]);
      cells.add(spots.at(-1), point.px);
    }
  }
  for (const spot of spots) spot.forEach((point, index) => shiftPoint(point, index, spot));
  sizeTargets([...shown, ...clusters]);
}

/** Puts a dot beside the others of its spot, which stand round it in a ring. */
function shiftPoint(point, index, spot) {
  const count = spot.length;
  const step = 2 * Math.max(...spot.map(({ r }) => r)) + 1;
  const away = count > 1 ? Math.max(step / 2, (step * count) / (2 * Math.PI)) : 0;
  const angle = Math.PI + (2 * Math.PI * index) / count;
  const origin = spot[0].px;
  point.shift = away ? [origin.x - point.px.x + away * Math.cos(angle), origin.y - point.px.y + away * Math.sin(angle)] : [0, 0];
  const node = point.layer.getElement();
  const half = point.layer.options.icon.options.iconSize[0] / 2;
  node.style.marginLeft = `${(point.shift[0] - half).toFixed(1)}px`;
  node.style.marginTop = `${(point.shift[1] - half).toFixed(1)}px`;
}

/** Gives each dot a target of 24 px, or as much of it as does not reach over its neighbour's. */
function sizeTargets(shown) {
  const cells = new Cells(2 * LEAST_TARGET);
  const middle = ({ at, shift }) => map.project(at, map.getZoom()).add(shift);
  for (const point of shown) cells.add(point, middle(point));
  for (const point of shown) {
    if (!point.kind) continue;
    const others = [...cells.near(middle(point), 2 * LEAST_TARGET)].filter(({ item }) => item !== point);
    const nearest = Math.min(...others.map(({ item, distance }) => (item.kind ? distance / 2 : distance - item.r)), LEAST_TARGET);
    point.layer.getElement().querySelector(".hit").setAttribute("r", Math.max(nearest, Math.min(point.r, 4)).toFixed(1));
  }
}
