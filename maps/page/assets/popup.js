// What is said of a place: name, where it is, the sentences and their figures, then in small type why this place.

const SENTENCES_SHOWN = 3;
const FIGURES_SHOWN = 4;

/** Puts a sentence into an element, the name and the figures marked. */
function putSentence(node, segments) {
  for (const segment of segments) {
    if (typeof segment === "string") node.append(segment);
    else if (segment[2] === "figure") node.append(el("span", { class: "figure" }, segment[0]));
    else node.append(el("mark", {}, segment[0]));
  }
  return node;
}

/** The first few items of a list, the others behind a button that says how many they are. */
function growingList(list, items, { shown, key, rest = null, onGrow }) {
  const hidden = items.slice(shown);
  list.append(...items.slice(0, shown));
  if (!hidden.length) return rest ? [list, rest] : [list];
  const more = el("button", { class: "link", type: "button" }, say(key, { n: hidden.length }));
  const line = el("p", { class: "more" }, more);
  more.addEventListener("click", () => {
    list.append(...hidden);
    line.replaceWith(rest ?? "");
    hidden[0].tabIndex = -1;
    hidden[0].focus({ preventScroll: true });
    onGrow?.();
  });
  return [list, line];
}

/** The sentences that name something: the first few, the others behind a button. */
function sentenceList(evidence, onGrow) {
  const languageOf = (index) => facts.documents[evidence.at[index][0]].language;
  const items = evidence.sentences.map((segments, index) => putSentence(el("li", { dir: "auto", lang: languageOf(index) }), segments));
  const rest = evidence.unshown ? el("p", { class: "more muted" }, say("also_in_text", { n: evidence.unshown })) : null;
  return growingList(el("ol", { class: "sentences" }), items, { shown: SENTENCES_SHOWN, key: "also_more", rest, onGrow });
}

/** The words of a figure; where the text is there, a way to them. */
function figureItem({ text, number }) {
  const isThere = mentions.length && document.querySelector(`#text-side [data-figure="${number}"]`);
  const words = quote(text, { class: "figure" });
  return el("li", {}, isThere ? el("button", { class: "link", type: "button", onclick: () => showFigure(number) }, words) : words);
}

/** The numbers and dates that the sentences say of a place. */
function figureList(place, onGrow) {
  const { figures } = place;
  if (!figures.length) return [];
  const list = el("ul", { class: "figures" });
  const parts = growingList(list, figures.map(figureItem), { shown: FIGURES_SHOWN, key: "more_figures", onGrow });
  return [el("h3", {}, say("figures")), ...parts];
}

function confidence(place) {
  if (place.by_hand) return say("by_hand");
  return say("confidence_of", { word: say(place.belief), n: place.percent });
}

function featureWord(feature) {
  return words[`feature_${feature}`] ?? feature;
}

function joined(names) {
  return names.flatMap((name, index) => (index ? [" · ", name] : [name]));
}

/** How many regions a popup names: the European Union reaches into 27 countries. */
const MOST_REGIONS = 10;

function regionLine(place) {
  if (!place.regions.length) return null;
  const list = place.regions.slice(0, MOST_REGIONS).map((region) =>
    el("span", {}, quote(region.name), region.approximate ? ` (${say("approximate_boundary")})` : ""),
  );
  const rest = place.regions.length - list.length;
  if (rest > 0) list.push(say("more_candidates", { n: rest }));
  return el("p", {}, `${say(place.is_region ? "touches" : "inside")} `, ...joined(list));
}

/** Where a place comes from, and its outline where it is drawn as an area. */
function originLine(place) {
  const isDrawn = place.kind === "area" || place.kind === "region";
  const [at, around] = place.from ?? [];
  const parts = [["from_place", place.from ? facts.origins[at] : say("from_hand")]];
  if (isDrawn && around != null) parts.push(["from_outline", facts.origins[around]]);
  const told = parts.map(([key, text]) => el("span", {}, `${say(key)}: `, quote(text)));
  return el("p", { class: "origin" }, ...joined(told));
}

/** In small type: what kind of place, how sure and why, what holds it, and what else it might be. */
function reasonPart(target, onGrow) {
  const place = places[target];
  const alternatives = candidateList(target, onGrow);
  const reason = reasonOf(place);
  return el(
    "div",
    { class: "small" },
    el("p", {}, `${featureWord(place.feature)} · ${confidence(place)}`),
    reason ? el("p", { class: "reason" }, quote(reason)) : null,
    regionLine(place),
    place.note ? el("p", {}, quote(place.note)) : null,
    alternatives ? el("p", {}, `${say("might_be")}:`) : null,
    alternatives,
    originLine(place),
    acts(target),
  );
}

/** All that is said of a place, as its popup and its row in the table show it. */
function placeBody(target, onGrow) {
  const place = places[target];
  return [...sentenceList(place.evidence, onGrow), ...figureList(place, onGrow), reasonPart(target, onGrow)];
}

/** A click that removes what was clicked would count as one beside the popup, and close it. */
function keepOpen(event) {
  event.stopPropagation();
}

function closer(onClose) {
  return el("button", { class: "close", type: "button", "aria-label": say("close"), onclick: onClose }, "×");
}

/** The whole popup of a place. */
function placeFacts(target, { onGrow, onClose, steps }) {
  const place = places[target];
  return el(
    "div",
    { class: `fact ${kindClass(place)}`, onclick: keepOpen },
    closer(onClose),
    el("h2", {}, quote(place.name)),
    place.where ? el("p", { class: "chain" }, quote(place.chain)) : el("p", { class: "chain" }, featureWord(place.feature)),
    steps ?? "",
    ...placeBody(target, onGrow),
  );
}

/** The popup of a name that could mean several places. */
function contenderFacts(target, { onGrow, onClose, steps }) {
  const name = named(target);
  return el(
    "div",
    { class: "fact ambiguous", onclick: keepOpen },
    closer(onClose),
    el("h2", {}, quote(name.name)),
    el("p", { class: "chain" }, say(name.status)),
    steps ?? "",
    ...sentenceList(name.evidence, onGrow),
    ...figureList(name, onGrow),
    el(
      "div",
      { class: "small" },
      name.reason ? el("p", {}, quote(name.reason)) : null,
      name.contenders.length ? el("p", {}, `${say("could_be")}:`) : null,
      candidateList(target, onGrow),
      acts(target),
    ),
  );
}
