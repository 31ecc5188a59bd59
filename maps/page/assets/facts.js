// The facts of the page, and the only ways in which words get into it.
// The files of this folder are joined in one function; each declares what the later ones use.

const facts = JSON.parse(document.getElementById("facts").textContent);
const { words } = facts;

/** The places that the page shows now, and the names without one. */
let { places, unplaced } = facts;

const plurals = new Intl.PluralRules(facts.language);
const numbers = new Intl.NumberFormat(facts.language);

/** Words of the page with numbers and names put in; of two forms the first is for one. */
function say(key, values = {}) {
  const form = Array.isArray(words[key]) ? words[key][plurals.select(values.n) === "one" ? 0 : 1] : words[key];
  const shown = (name) => (typeof values[name] === "number" ? numbers.format(values[name]) : values[name]);
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(name) : whole));
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== ""));
  return node;
}

/** An element of the page; children that are strings become text, never markup. */
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Words of a document or a gazetteer: set apart so that their direction does not turn the words around them. */
function quote(text, attributes = {}) {
  return el("bdi", attributes, text);
}

/** What a number on the page stands for: a place, or below zero a name without one. */
function named(target) {
  return target >= 0 ? places[target] : unplaced[-1 - target];
}

/** Whether what is drawn may move. */
function mayMove() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function isNarrow() {
  return window.matchMedia("(max-width: 899px)").matches;
}

/** Lights everything on the page that stands for a place: its mentions, its row, its symbol, its label. */
function light(target, isLit) {
  for (const node of document.querySelectorAll(`[data-target="${target}"]`)) node.classList.toggle("lit", isLit);
  lightOnMap(target, isLit);
}

/** Makes an element light its place while the pointer or the focus is on it. */
function lights(node, target) {
  node.dataset.target = target;
  for (const [event, isLit] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
    node.addEventListener(event, () => light(target, isLit));
  }
  return node;
}
