// The texts: the documents with their mentions marked, each a button, and their figures marked lightly.
// Of all mentions one is in the order of the tab key and arrow keys go on from there: a text of two hundred names has
// one stop, not two hundred, and what comes after it stays near.

/** Every marked mention in the order of the text. */
const mentions = [];

function mentionNode(text, target, how, choose) {
  const place = named(target);
  const style = how === "demonym" ? "demonym" : "";
  const approximate = place.approximate ? "approximate" : "";
  const isUnsure = place.belief === "unsure" && how !== "demonym";
  const node = el(
    "span",
    {
      class: `mention ${kindClass(place)} ${style} ${approximate} ${isUnsure ? "unsure" : ""}`,
      role: "button",
      tabindex: -1,
      "aria-haspopup": target >= 0 ? "dialog" : null,
    },
    text,
  );
  if (isUnsure) node.title = say("legend_unsure");
  else if (place.status) node.title = say(place.status);
  node.addEventListener("click", () => choose(target, node));
  lights(node, target);
  mentions.push(node);
  return node;
}

function figureNode(text, number) {
  return el("span", { class: "figure", "data-figure": number }, text);
}

/** Puts text into an element, its mentions and its figures marked. */
function putSegments(node, segments, choose) {
  for (const segment of segments) {
    if (typeof segment === "string") node.append(segment);
    else if (segment[2] === "figure") node.append(figureNode(segment[0], segment[1]));
    else node.append(mentionNode(...segment, choose));
  }
  return node;
}

function paragraph({ style, segments }, choose) {
  return putSegments(el("p", { class: style, dir: "auto" }), segments, choose);
}

/** The paragraph that only repeats a title, which stands above the text and not twice. */
function titleIn(doc, title) {
  return doc.paragraphs?.slice(0, 3).find(({ segments }) => {
    const text = segments.map((segment) => (typeof segment === "string" ? segment : segment[0])).join("");
    return text.trim() === title;
  });
}

/** The title of the page as its only document writes it. */
function titleParagraph() {
  return facts.documents.length === 1 ? titleIn(facts.documents[0], facts.title) : undefined;
}

function documentPart(doc, choose) {
  const isOne = facts.documents.length === 1;
  const title = isOne ? titleParagraph() : titleIn(doc, doc.title);
  const heading = isOne ? "" : putSegments(el("h2", { dir: "auto" }), title?.segments ?? [doc.title || doc.name], choose);
  const body = doc.paragraphs.filter((part) => part !== title).map((part) => paragraph(part, choose));
  return el("article", { class: "document", lang: doc.language }, heading, ...body);
}

/** Moves the focus to another mention, as arrow keys do. */
function stepMention(from, by) {
  const next = mentions[mentions.indexOf(from) + by];
  if (!next) return;
  becomeStop(next);
  next.focus();
}

/** Makes a mention the one that the tab key stops at. */
function becomeStop(node) {
  for (const mention of mentions) mention.tabIndex = mention === node ? 0 : -1;
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function onMentionKey(event) {
  const node = event.target.closest?.(".mention");
  if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key in STEPS) stepMention(node, STEPS[event.key]);
  else if (event.key === "Enter" || event.key === " ") node.click();
  else return;
  event.preventDefault();
}

function onMentionFocus({ target }) {
  if (target.matches(".mention")) becomeStop(target);
}

function flash(node) {
  if (!node) return;
  node.classList.remove("flash");
  void node.offsetWidth; // lets the animation start again
  node.classList.add("flash");
}

function part(id, title, ...children) {
  const heading = el("h2", { id: `${id}-title` }, title);
  return el("section", { class: "part", id, "aria-labelledby": `${id}-title`, tabindex: -1 }, heading, ...children);
}

/** A link where the address is one that a browser opens; else only its words. */
function address(url, ...children) {
  const isWeb = /^https?:\/\//i.test(url);
  return isWeb ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children) : el("span", {}, ...children);
}

/** A source: the words it asks for, its licence and edition, what the licence asks, and what came from it. */
function sourceItem({ attribution, licence, version, terms, gives, url }) {
  const isDefinition = gives.join() === "definitions";
  const told = (isDefinition ? [] : [licence, version]).filter((text) => text !== say("unsaid") && !attribution.includes(text));
  const shown = told.map((text) => (text === version ? say("edition", { version }) : text));
  const rest = [...terms, isDefinition ? "" : gives.map((gift) => say(`gives_${gift}`)).join(", ")].filter(Boolean);
  const link = url ? [" ", address(url, quote(url))] : [];
  const more = rest.length ? [" ", el("span", { class: "muted" }, `(${rest.join("; ")})`)] : [];
  return el("li", {}, quote(attribution), ...shown.flatMap((text) => [", ", quote(text)]), ...more, ...link);
}

/** What stands in the place of a text that the page does not hold, and why it does not. */
function absence() {
  return el("p", { class: "absence" }, say(facts.text === "left out" ? "text_left_out" : "text_too_long"));
}

/** Fills the panel: the texts, then the tables, the notes and the sources; it stays where the reader scrolled it. */
function putText(side, choose) {
  const { scrollTop } = side;
  side.replaceChildren();
  side.setAttribute("aria-label", say("panel"));
  const withText = facts.text === "whole";
  side.append(...(withText ? facts.documents.map((doc) => documentPart(doc, choose)) : [absence()]));
  if (places.length) side.append(placeTable(choose));
  if (unplaced.length) side.append(unplacedList());
  if (!withText && places.length) side.append(evidencePart());
  if (facts.notices.length) {
    const items = facts.notices.map((notice) => el("li", {}, quote(notice)));
    side.append(part("notices", say("notices"), el("ul", { class: "plain" }, ...items)));
  }
  const sources = part("sources", say("sources"), el("ul", { class: "plain" }, el("li", {}, facts.map.borders), ...facts.sources.map(sourceItem)));
  sources.classList.add("notes");
  side.append(sources);
  if (mentions.length) becomeStop(mentions[0]);
  side.scrollTop = scrollTop;
}
