// What a popup says of a place: name, where it is, the sentences, then in small type why this place.

const SENTENCES_SHOWN = 3;

/** Puts a sentence into an element, the name marked. */
function putSentence(node, segments) {
  for (const segment of segments) {
    node.append(typeof segment === "string" ? segment : el("mark", {}, segment[0]));
  }
  return node;
}

/** The sentences that name something: the first few, the others behind a button. */
function sentenceList(evidence, onGrow) {
  const items = evidence.sentences.map((segments) => putSentence(el("li", { dir: "auto" }), segments));
  const list = el("ol", { class: "sentences" }, ...items.slice(0, SENTENCES_SHOWN));
  const hidden = items.slice(SENTENCES_SHOWN);
  const parts = [list];
  const rest = evidence.unshown ? el("p", { class: "more muted" }, say("also_in_text", { n: evidence.unshown })) : null;
  if (hidden.length) {
    const more = el("button", { class: "link", type: "button" }, say("also_more", { n: hidden.length }));
    const line = el("p", { class: "more" }, more);
    more.addEventListener("click", () => {
      list.append(...hidden);
      line.replaceWith(rest ?? "");
      hidden[0].tabIndex = -1;
      hidden[0].focus({ preventScroll: true });
      onGrow?.();
    });
    parts.push(line);
  } else if (rest) parts.push(rest);
  return parts;
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

function regionLine(place) {
  if (!place.regions.length) return null;
  const list = place.regions.map((region) =>
    el("span", {}, quote(region.name), region.approximate ? ` (${say("approximate_boundary")})` : ""),
  );
  return el("p", {}, `${say(place.is_region ? "touches" : "inside")} `, ...joined(list));
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
  const alternatives = candidateList(target, onGrow);
  const reason = reasonOf(place);
  return el(
    "div",
    { class: `fact ${kindClass(place)}`, onclick: keepOpen },
    closer(onClose),
    el("h2", {}, quote(place.name)),
    place.where ? el("p", { class: "chain" }, quote(place.chain)) : el("p", { class: "chain" }, featureWord(place.feature)),
    ...sentenceList(place.evidence, onGrow),
    steps ?? "",
    el(
      "div",
      { class: "small" },
      el("p", {}, `${featureWord(place.feature)} · ${confidence(place)}`),
      reason ? el("p", { class: "reason" }, quote(reason)) : null,
      regionLine(place),
      place.note ? el("p", {}, quote(place.note)) : null,
      alternatives ? el("p", {}, `${say("might_be")}:`) : null,
      alternatives,
      acts(target),
    ),
  );
}

/** The popup of a name that could mean several places. */
function contenderFacts(target, { onGrow, onClose }) {
  const name = named(target);
  return el(
    "div",
    { class: "fact ambiguous", onclick: keepOpen },
    closer(onClose),
    el("h2", {}, quote(name.name)),
    el("p", { class: "chain" }, say(name.status)),
    ...sentenceList(name.evidence, onGrow),
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
