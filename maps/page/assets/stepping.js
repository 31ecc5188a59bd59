// Stepping through the mentions of a place, from its popup: by buttons and by the arrow keys.

/** The words in the text that the reader was led to. */
let shownWords = null;

function mentionsOf(target) {
  return mentions.filter((node) => node.dataset.target === String(target) && !node.classList.contains("demonym"));
}

/** Marks the words that the reader is at; null for none. */
function standAt(node) {
  shownWords?.classList.remove("current");
  shownWords = node;
  node?.classList.add("current");
}

/** Leads the reader to words in the text. */
function leadTo(node) {
  openPanel();
  standAt(node);
  bringIntoSight(node);
  flash(node);
  if (isEmbedded()) {
    if (!node.matches(".mention")) node.tabIndex = -1;
    node.focus({ preventScroll: true });
  }
}

function showFigure(number) {
  leadTo(panel.querySelector(`[data-figure="${number}"]`));
}

/** The control in a popup that steps through the mentions in the text; null where the text is not there. */
function stepper(target, from) {
  const own = mentionsOf(target);
  if (!own.length) return null;
  if (own.length === 1 || isEmbedded()) {
    const show = () => leadTo(own[0]);
    return el("p", { class: "steps" }, el("button", { class: "link", type: "button", onclick: show }, say("show_in_text")));
  }
  let index = own.indexOf(from);
  const count = el("span", { class: "count" });
  const tell = () => { count.textContent = index < 0 ? say("in_text", { n: own.length }) : say("step", { at: index + 1, of: own.length }); };
  const step = (by) => {
    index = index < 0 && by < 0 ? own.length - 1 : (index + by + own.length) % own.length;
    tell();
    leadTo(own[index]);
    announce(say("step", { at: index + 1, of: own.length }));
  };
  const button = (key, path, by) => el("button", { type: "button", "aria-label": say(key), title: say(key), onclick: () => step(by) }, icon(path));
  const node = el("p", { class: "steps" }, button("previous_mention", "M10 3L5 8L10 13", -1), count, button("next_mention", "M6 3L11 8L6 13", 1));
  node.step = step;
  tell();
  return node;
}

/** Arrow keys in a popup step through the mentions of its place. */
function onPopupKey(event) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const node = event.currentTarget.querySelector(".steps");
  if (!by || !node?.step || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  node.step(by);
}

/**
 * Leads to the first mention of a place that was chosen on the map. A text beside the map stays where it is if the place
 * was chosen there; one below it moves only as far as the map would hide those words.
 */
function followOnText(target, from) {
  const isFromPanel = panel.contains(from);
  const node = from.matches(".mention") ? from : isFromPanel ? null : mentionsOf(target)[0];
  if (isFolded() || isEmbedded()) return;
  standAt(node ?? null);
  if (isBelow() ? mapStays() : !isFromPanel) bringIntoSight(isFromPanel ? from : (node ?? mapSide));
}
