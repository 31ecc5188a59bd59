// The state of the page: the facts as they came, what the reader corrected, and the places that follow from both.
// Everything that shows places is drawn anew from this state; what follows here is what the command line makes of the
// same corrections.

const { limits } = facts;

/** The names as the page came with them, in order of the text: places by their numbers, names without one below zero. */
const origins = [
  ...facts.places.map((fact, index) => ({ target: index, fact, isPlaced: true, mentions: facts.mentions.places[index] })),
  ...facts.unplaced.map((fact, index) => ({ target: -1 - index, fact, isPlaced: false, mentions: facts.mentions.unplaced[index] })),
].sort((one, other) => inOrder(one.mentions[0], other.mentions[0]));
const came = { documents: facts.documents, anchors: facts.map.anchors, notices: facts.notices, drawn: new Map() };

/** What the reader corrected, the oldest first: an action, what it does, and the numbers of the names it is about. */
let corrections = [];

/** What the names that the page shows now come from, by their numbers now. */
let sources = new Map();

/** The numbers that names have now, by those that they came with; null for what names no place. */
let targets = new Map();

function inOrder(one, other) {
  return (one?.[0] ?? 0) - (other?.[0] ?? 0) || (one?.[1] ?? 0) - (other?.[1] ?? 0);
}

/** A candidate by its number, with its share of belief. */
function candidateOf([number, share]) {
  return { ...facts.candidates[number], outline: facts.map.outlines[number], share };
}

function candidatesOf(fact) {
  return (fact.alternatives ?? fact.contenders).map((option) => (Array.isArray(option) ? candidateOf(option) : option));
}

/** Words without the white space that a line end put among them. */
function plainWords(text) {
  return text.trim().split(/\s+/).join(" ");
}

function lengthOf(text) {
  return [...text].length;
}

/** The words beside a place on the map: its name, or the document's shorter one for a long name. */
function labelOf(name, itsMentions) {
  if (lengthOf(name) <= limits.label) return name;
  return [name, ...itsMentions.map(([, , text]) => text)].reduce((least, text) => (lengthOf(text) < lengthOf(least) ? text : least));
}

/** What a place that is put on the map by hand is drawn as: an area without its outline is a square. */
function kindByHand(old) {
  if (!old) return "town";
  if (old.kind === "area" || (old.kind === "region" && old.is_region)) return "square";
  return old.kind === "region" ? "nature" : old.kind;
}

/** The place that a correction makes of the names it is about. */
function decide({ action, option, lonlat, about }) {
  const names = origins.filter(({ target }) => about.includes(target));
  const best = names.reduce((most, name) => (name.fact.confidence > most.fact.confidence ? name : most));
  const old = best.isPlaced ? best.fact : null;
  const chosen = action === "move" ? option : placeByHand(lonlat, plainWords(names[0].mentions[0][2]), old);
  const before = old ? [{ ...old, share: old.percent, outline: outlineOf(best.target) }] : [];
  const alternatives = [...before, ...candidatesOf(best.fact)].filter(({ id }) => id !== chosen.id);
  const isAre = (fact) => fact.kind === "area" || fact.kind === "region";
  const kind = isAre(chosen) && !chosen.outline ? "square" : chosen.kind;
  return {
    ...chosen,
    kind,
    note: kind === chosen.kind ? chosen.note : "",
    approximate: kind === chosen.kind && chosen.approximate,
    alternatives: alternatives.slice(0, limits.alternatives),
    confidence: 1,
    percent: 100,
    belief: "sure",
    by_hand: true,
  };
}

function placeByHand([lon, lat], name, old) {
  return {
    id: `hand:${lon.toFixed(5)},${lat.toFixed(5)}`,
    name,
    kind: kindByHand(old),
    feature: old?.feature ?? "populated place",
    chain: name,
    where: "",
    lon,
    lat,
    regions: [],
    is_region: old?.feature === "region",
    approximate: false,
    note: "",
  };
}

/** How the outline of a place that came with the page is drawn; undefined for a point. */
function outlineOf(target) {
  const feature = came.drawn.get(target);
  const anchor = came.anchors[target]?.at(-1);
  return feature && anchor ? { geometry: feature.geometry, anchor } : undefined;
}

/** The sentences of several names as those of one: each once, in order, all the names marked. */
function joinEvidence(parts) {
  if (parts.length === 1) return parts[0];
  const found = new Map();
  for (const { sentences, at } of parts) {
    sentences.forEach((segments, index) => {
      const key = at[index].join(" ");
      found.set(key, found.has(key) ? joinMarks(found.get(key), { at: at[index], segments }) : { at: at[index], segments });
    });
  }
  const all = [...found.values()].sort((one, other) => inOrder(one.at, other.at));
  const shown = all.slice(0, limits.sentences);
  const unshown = parts.reduce((sum, part) => sum + part.unshown, 0) + all.length - shown.length;
  return { sentences: shown.map(({ segments }) => segments), at: shown.map(({ at }) => at), unshown };
}

function textOf(segments) {
  return segments.map((segment) => (typeof segment === "string" ? segment : segment[0])).join("");
}

function marksOf(segments) {
  let offset = 0;
  return segments.flatMap((segment) => {
    const start = offset;
    offset += (typeof segment === "string" ? segment : segment[0]).length;
    return typeof segment === "string" ? [] : [[start, offset, segment]];
  });
}

/** One sentence with the marks of two. */
function joinMarks(one, other) {
  const text = textOf(one.segments);
  if (text !== textOf(other.segments)) return one;
  const segments = [];
  let offset = 0;
  for (const [start, end, segment] of [...marksOf(one.segments), ...marksOf(other.segments)].sort(([a], [b]) => a - b)) {
    if (start < offset) continue;
    if (start > offset) segments.push(text.slice(offset, start));
    segments.push(segment);
    offset = end;
  }
  if (offset < text.length) segments.push(text.slice(offset));
  return { at: one.at, segments };
}

function alone(origin) {
  return { fact: origin.fact, isPlaced: origin.isPlaced, from: [origin] };
}

/** The names by what they mean now, in order of the text: of one meaning the surest says what it is. */
function gatherNames() {
  if (!corrections.length) return [...origins].sort((one, other) => Math.abs(one.target) - Math.abs(other.target)).map(alone);
  const decided = new Map(corrections.filter(({ action }) => action !== "remove").map((one) => [one, decide(one)]));
  const groups = new Map();
  for (const origin of origins) {
    const correction = corrections.find(({ about }) => about.includes(origin.target));
    if (correction?.action === "remove") continue;
    const fact = decided.get(correction) ?? origin.fact;
    const isPlaced = origin.isPlaced || Boolean(correction);
    const key = isPlaced ? `at ${fact.id}` : `without ${origin.target}`;
    const group = groups.get(key) ?? { fact, isPlaced, from: [] };
    if (fact.confidence > group.fact.confidence) group.fact = fact;
    group.from.push(origin);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function describeGroup({ fact, from }, said) {
  const own = from.flatMap(({ mentions: some }) => some).sort(inOrder);
  const joined = from.length > 1 || fact.by_hand ? { label: fact.kind ? labelOf(fact.name, own) : undefined, times: own.length } : {};
  const figures = joinFigures(from);
  return { ...fact, ...joined, evidence: shownEvidence(from, said), figures, own };
}

function shownEvidence(from, said) {
  const evidence = joinEvidence(from.map((origin) => origin.fact.evidence));
  return { ...evidence, sentences: evidence.sentences.map((segments) => dropFigures(segments, said)) };
}

/** The figures of several names as those of one, in order of the text. */
function joinFigures(from) {
  const found = new Map(from.flatMap(({ fact }) => fact.figures.map((figure) => [figure.number, figure])));
  return [...found.values()].sort((one, other) => one.number - other.number);
}

/** What is said of no name any more is no figure of the page. */
function dropFigures(segments, said) {
  return segments.map((segment) => (segment[2] === "figure" && !said.has(segment[1]) ? segment[0] : segment));
}

/** The text with its marks leading to the names as they are numbered now. */
function remark(segments, byId) {
  return segments.map((segment) => {
    if (typeof segment === "string" || segment[2] === "figure") return segment;
    const [text, target, how, id] = segment;
    const now = how === "demonym" ? byId.get(id) : targets.get(target);
    return now == null ? text : [text, now, how];
  });
}

/** How a place is drawn now: as it came, or where its correction puts it. */
function featureOf(place, target, { fact, from }) {
  const old = from.find((origin) => origin.fact === fact);
  const properties = { place: target };
  if (old && came.drawn.has(old.target)) return { ...came.drawn.get(old.target), properties };
  const geometry = place.outline?.geometry ?? { type: "Point", coordinates: [wrapLon(place.lon), place.lat] };
  return { type: "Feature", geometry, properties };
}

/** A longitude as it lies in the world of this map, which may be cut open at another meridian than 180. */
function wrapLon(lon) {
  return ((((lon - west) % 360) + 360) % 360) + west;
}

/** Makes the places of the page follow from what came and what was corrected. */
function restate() {
  const groups = gatherNames();
  const placed = groups.filter(({ isPlaced }) => isPlaced);
  const rest = groups.filter(({ isPlaced }) => !isPlaced);
  const said = new Set(groups.flatMap(({ from }) => joinFigures(from).map(({ number }) => number)));
  places = placed.map((group) => describeGroup(group, said));
  unplaced = rest.map((group) => describeGroup(group, said));
  sources = new Map([...placed.map((group, index) => [index, group]), ...rest.map((group, index) => [-1 - index, group])]);
  targets = new Map([...sources].flatMap(([target, { from }]) => from.map((origin) => [origin.target, target])));
  const byId = new Map(places.map(({ id }, target) => [id, target]));
  facts.documents = came.documents.map((doc) => ({
    ...doc,
    paragraphs: doc.paragraphs?.map((part) => ({ ...part, segments: dropFigures(remark(part.segments, byId), said) })),
  }));
  facts.notices = [...came.notices, ...takenOut()];
  anchors = Object.fromEntries(
    [...sources].filter(([target]) => target >= 0).map(([target, { fact, from }]) => [target, anchorsOf(places[target], fact, from)]),
  );
}

function anchorsOf(place, fact, from) {
  const old = from.find((origin) => origin.fact === fact);
  return (old && came.anchors[old.target]) ?? (place.outline ? [place.outline.anchor] : undefined);
}

/** A sentence on the names that were taken out, by the file that the page was made with and by its reader. */
function takenOut() {
  const filed = facts.corrections.filter(({ action }) => action === "remove").flatMap(({ mentions: some }) => some.map(({ text }) => text));
  const own = origins
    .filter(({ target }) => corrections.some(({ action, about }) => action === "remove" && about.includes(target)))
    .flatMap(({ mentions: some }) => some.map(([, , text]) => text));
  const names = [...new Set([...filed, ...own].map(plainWords))];
  return names.length ? [say("taken_out", { n: names.length, names: names.join(", ") })] : [];
}

/** Remembers what folium drew of the places, by the numbers that they came with. */
function rememberDrawn() {
  for (const layers of [window.dateline_places, window.dateline_areas, window.dateline_regions]) {
    layers.eachLayer(({ feature }) => came.drawn.set(feature.properties.place, feature));
  }
  came.contenders = [];
  window.dateline_contenders.eachLayer(({ feature }) => came.contenders.push(feature));
}

/** Draws the places of the state in the layers that folium made. */
function redrawLayers() {
  const features = { places: [], areas: [], regions: [] };
  places.forEach((place, target) => {
    const group = { area: "areas", region: "regions" }[place.kind] ?? "places";
    features[group].push(featureOf(place, target, sources.get(target)));
  });
  for (const [group, some] of Object.entries(features)) refill(window[`dateline_${group}`], some);
  refill(
    window.dateline_contenders,
    came.contenders.flatMap((feature) => {
      const target = targets.get(-1 - feature.properties.unplaced);
      return target < 0 ? [{ ...feature, properties: { ...feature.properties, unplaced: -1 - target } }] : [];
    }),
  );
}

function refill(layer, features) {
  layer.clearLayers();
  layer.addData({ type: "FeatureCollection", features });
}

/** Corrects what a number stands for now: `what` is an action with a candidate (`option`) or a point (`lonlat`). */
function correct(target, what) {
  const about = sources.get(target).from.map((origin) => origin.target);
  corrections = withoutNames(about);
  corrections.push({ ...what, about });
  changed();
  return targets.get(about[0]) ?? null;
}

/** The corrections without these names; what is then about none is dropped. */
function withoutNames(about) {
  return corrections
    .map((one) => ({ ...one, about: one.about.filter((target) => !about.includes(target)) }))
    .filter((one) => one.about.length);
}

function undo(correction) {
  corrections = corrections.filter((one) => one !== correction);
  changed();
}

function undoAll() {
  corrections = [];
  changed();
}

/** Draws everything that shows places anew. */
function changed() {
  restate();
  redrawLayers();
  render();
}
