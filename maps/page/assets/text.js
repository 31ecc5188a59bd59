// The side of the text: the documents with their mentions marked, then the tables and the sources.

/** Every marked mention in the order of the text. */
const mentions = [];

function mentionNode(text, target, how, choose) {
  const place = named(target);
  const style = how === "demonym" ? "demonym" : "";
  const approximate = place.approximate ? "approximate" : "";
  const isUnsure = place.belief === "unsure" && how !== "demonym";
  const node = el(
    "span",
    { class: `mention ${kindClass(place)} ${style} ${approximate}`, role: "button", tabindex: -1 },
    text,
  );
  if (isUnsure) node.title = say("legend_unsure");
  node.addEventListener("click", () => choose(target, node));
  lights(node, target);
  mentions.push(node);
  return node;
}

/** Puts text into an element, its mentions marked. */
function putSegments(node, segments, choose) {
  for (const segment of segments) {
    node.append(typeof segment === "string" ? segment : mentionNode(...segment, choose));
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
const titleParagraph = facts.documents.length === 1 ? titleIn(facts.documents[0], facts.title) : undefined;

function documentPart(doc, choose) {
  const isOne = facts.documents.length === 1;
  const title = isOne ? titleParagraph : titleIn(doc, doc.title);
  const heading = isOne ? "" : putSegments(el("h2", { dir: "auto" }), title?.segments ?? [doc.title || doc.name], choose);
  const body = doc.paragraphs.filter((part) => part !== title).map((part) => paragraph(part, choose));
  return el("article", { class: "document", lang: doc.language }, heading, ...body);
}

/** Moves the focus to another mention, as arrow keys do. */
function stepMention(from, by) {
  const next = mentions[mentions.indexOf(from) + by];
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
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

/** Scrolls to a place's mention and lets it flash. */
function showMention(target, index) {
  const node = mentions.filter((mention) => mention.dataset.target === String(target))[index];
  node?.scrollIntoView({ block: "center", behavior: mayMove() ? "smooth" : "auto" });
  flash(node);
}

function flash(node) {
  if (!node) return;
  node.classList.remove("flash");
  void node.offsetWidth; // lets the animation start again
  node.classList.add("flash");
}

function part(id, title, ...children) {
  return el("section", { class: "part", id, "aria-labelledby": `${id}-title` }, el("h2", { id: `${id}-title` }, title), ...children);
}

function placeRow(place, target, choose) {
  const go = el("button", { class: "go", type: "button" }, miniature(place), quote(place.name, { class: "name" }));
  go.addEventListener("click", () => choose(target, go));
  return lights(
    el(
      "tr",
      { class: kindClass(place) },
      el("td", {}, go),
      el("td", {}, quote(place.where || featureWord(place.feature))),
      el("td", { class: "few" }, say("times_short", { n: place.times })),
      el("td", { class: "confidence" }, confidence(place)),
    ),
    target,
  );
}

function placeTable(choose) {
  const heads = ["name", "where", "times", "confidence"].map((name) => el("th", { scope: "col" }, say(`column_${name}`)));
  const rows = places.map((place, target) => placeRow(place, target, choose));
  const table = el("table", { class: "facts" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
  return part("places", say("table"), table);
}

function unplacedList(choose) {
  const items = unplaced.flatMap((name, index) => {
    const term = lights(el("dt", { class: kindClass(name) }, quote(name.name)), -1 - index);
    const others = name.contenders.map((other) => alternativeItem(other, "populated place"));
    const could = others.length ? [el("p", {}, `${say("could_be")}:`), el("ul", {}, ...others)] : [];
    const status = el("p", { class: "muted" }, say(name.status), name.reason ? [": ", quote(name.reason)] : "");
    return [term, el("dd", { class: kindClass(name) }, status, ...sentenceList(name.evidence), ...could)];
  });
  return part("unplaced", say("unplaced"), el("dl", { class: "unplaced" }, ...items));
}

function evidencePart() {
  const items = places.flatMap((place) => [
    el("dt", {}, quote(place.name)),
    el("dd", { class: kindClass(place) }, ...sentenceList(place.evidence)),
  ]);
  return part("evidence", say("evidence"), el("p", { class: "muted" }, say("text_left_out")), el("dl", { class: "unplaced" }, ...items));
}

/** A link where the address is one that a browser opens; else only its words. */
function address(url, ...children) {
  const isWeb = /^https?:\/\//i.test(url);
  return isWeb ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children) : el("span", {}, ...children);
}

function sourceItem(source) {
  const licence = source.licence && !source.attribution.includes(source.licence) ? `, ${source.licence}` : "";
  const link = source.url ? [" ", address(source.url, quote(source.url))] : [];
  return el("li", {}, quote(source.attribution), licence, ...link);
}

/** Fills the side of the text. */
function putText(side, choose) {
  side.setAttribute("aria-label", say("text"));
  const withText = facts.documents.every((doc) => doc.paragraphs);
  side.append(...(withText ? facts.documents.map((doc) => documentPart(doc, choose)) : []));
  if (places.length) side.append(placeTable(choose));
  if (unplaced.length) side.append(unplacedList(choose));
  if (!withText) side.append(evidencePart());
  if (facts.notices.length) {
    const items = facts.notices.map((notice) => el("li", {}, quote(notice)));
    side.append(part("notices", say("notices"), el("ul", { class: "plain" }, ...items)));
  }
  const sources = part("sources", say("sources"), el("ul", { class: "plain" }, el("li", {}, facts.map.borders), ...facts.sources.map(sourceItem)));
  sources.classList.add("notes");
  side.append(sources);
  if (mentions.length) mentions[0].tabIndex = 0;
  document.addEventListener("keydown", onMentionKey);
}
