// What a reader may do about a name: choose another place for it, say that it is none, put it on the map by hand.

const ALTERNATIVES_SHOWN = 3;

/** What a candidate is: its name and where, then what kind of thing where that differs, how far off, how likely. */
function candidateText(other, { feature, lon, lat }) {
  const rest = [
    !other.feature || other.feature === feature ? null : featureWord(other.feature).toLowerCase(),
    lon == null ? null : say("away", { n: Math.round(distanceKm({ lon, lat }, other)) }),
    other.share ? `${other.share}\u00a0%` : null,
  ].filter(Boolean);
  const where = other.where ? [", ", quote(other.where)] : [];
  return [quote(other.name), ...where, rest.length ? [" ", el("span", { class: "few" }, `(${rest.join(", ")})`)] : ""].flat();
}

function candidateName({ chain, feature, where }) {
  return where ? chain : `${chain} (${featureWord(feature).toLowerCase()})`;
}

/** A candidate with the button that chooses it. */
function candidateItem(other, target) {
  const button = el("button", { class: "quiet", type: "button", "aria-label": say("choose_this_of", { name: candidateName(other) }) }, say("choose_this"));
  button.addEventListener("click", () => correctAndShow(target, { action: "move", option: other }));
  return el("li", {}, el("span", {}, ...candidateText(other, named(target))), button);
}

/** The candidates of a name: the likeliest, the others behind a button. */
function candidateList(target, onGrow) {
  const items = candidatesOf(named(target)).map((other) => candidateItem(other, target));
  if (!items.length) return null;
  const list = el("ul", { class: "candidates" }, ...items.slice(0, ALTERNATIVES_SHOWN));
  const rest = items.slice(ALTERNATIVES_SHOWN);
  if (!rest.length) return list;
  const more = el("button", { class: "link", type: "button" }, say("more_candidates", { n: rest.length }));
  const line = el("li", {}, more);
  more.addEventListener("click", () => {
    line.replaceWith(...rest);
    rest[0].querySelector("button").focus({ preventScroll: true });
    onGrow?.();
  });
  list.append(line);
  return list;
}

/** The two things that can always be said of a name. */
function acts(target) {
  const act = (key, onclick) => el("button", { class: "quiet", type: "button", "aria-label": `${say(key)}: ${named(target).name}`, onclick }, say(key));
  return el(
    "p",
    { class: "acts" },
    act("not_a_place", () => correctAndShow(target, { action: "remove" })),
    act("place_here", () => startPlacing(target)),
  );
}

/** Corrects a name, says so, and shows where it is now. */
function correctAndShow(target, what) {
  const { name } = named(target);
  map.closePopup(popup);
  const now = correct(target, what);
  if (now === null) document.getElementById("corrections")?.querySelector("summary").focus({ preventScroll: true });
  else choose(now, mentions.find((node) => node.dataset.target === String(now)));
  announce(tell({ ...what, name }));
}

/** What a correction does, in a sentence. */
function tell({ action, option, lonlat, name }) {
  if (action === "remove") return say("now_none", { name });
  if (action === "move") return say("now_means", { name, place: candidateName(option) });
  return say("now_placed", { name, at: pointText({ lon: lonlat[0], lat: lonlat[1] }) });
}

/** Why a place is where it is. */
function reasonOf(place) {
  if (!place.by_hand) return place.reason;
  return place.id.startsWith("hand:") ? say("placed_by_hand", { at: pointText(place) }) : say("chosen_by_hand");
}
