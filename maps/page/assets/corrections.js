// The card of corrections: what was changed, with a way back from each, and the file that keeps them.

/** A mention as the file of corrections anchors it. */
function anchorOf([index, start, text, before, after]) {
  return { document: facts.documents[index].name, start, text, before, after };
}

function mentionsAbout(about) {
  return origins.filter(({ target }) => about.includes(target)).flatMap(({ mentions: some }) => some).sort(inOrder);
}

/** A correction as the file has it. */
function recordOf({ action, option, lonlat, about }) {
  const some = mentionsAbout(about).map(anchorOf);
  const what = {
    move: () => ({ id: option.id, name: option.name, lon: option.lon, lat: option.lat }),
    place: () => ({ name: plainWords(some[0].text), lon: lonlat[0], lat: lonlat[1] }),
    remove: () => ({}),
  }[action]();
  return { action, ...what, mentions: some };
}

/** The corrections that the page was made with, without what its reader corrected again. */
function keptRecords() {
  const again = new Set(mentionsAbout(corrections.flatMap(({ about }) => about)).map(anchorOf).map(({ document: name, start }) => `${start} ${name}`));
  return facts.corrections
    .map((record) => ({ ...record, mentions: record.mentions.filter(({ document: name, start }) => !again.has(`${start} ${name}`)) }))
    .filter((record) => record.mentions.length);
}

/** The file of all corrections. */
function correctionsFile() {
  const file = { dateline_corrections: 1, title: facts.title, corrections: [...keptRecords(), ...corrections.map(recordOf)] };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What the file is called: as the report, without what some system's names cannot have. */
function correctionsName() {
  const stem = facts.documents.length ? facts.documents[0].name.replace(/\.[^.]*$/, "") : "";
  const plain = stem.replace(/[^\p{L}\p{N}._ -]+/gu, "-").replace(/^[.\s-]+/, "").slice(0, 80);
  return `${plain || "report"}.corrections.json`;
}

/** Puts a text on the clipboard; where that is not allowed, it is shown to be copied by hand. */
async function copyText(text, card) {
  try {
    await navigator.clipboard.writeText(text);
    tellDone(card, say("copied"));
    return;
  } catch {
    // The way of old, below.
  }
  card.querySelector("textarea")?.remove();
  const area = el("textarea", { readonly: true, rows: "4", "aria-label": say("copy_by_hand") });
  area.value = text;
  card.querySelector(".keep").append(area);
  area.select();
  if (document.execCommand("copy")) {
    area.remove();
    tellDone(card, say("copied"));
  } else tellDone(card, say("copy_by_hand"));
}

/** Says in the card, for the eye and the ear, what became of the file. */
function tellDone(card, text) {
  const line = card.querySelector(".done");
  line.hidden = false;
  line.textContent = text;
  announce(text);
}

function download(text, card) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = el("a", { href: url, download: correctionsName() });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  tellDone(card, say("downloaded", { name: correctionsName() }));
}

function correctionItem(correction) {
  const names = [...new Set(mentionsAbout(correction.about).map(([, , text]) => plainWords(text)))];
  const name = names[0];
  const what = { remove: () => say("not_a_place"), move: () => candidateName(correction.option), place: () => pointText({ lon: correction.lonlat[0], lat: correction.lonlat[1] }) }[correction.action]();
  const back = el("button", { class: "quiet", type: "button", "aria-label": say("undo_of", { name }) }, say("undo"));
  back.addEventListener("click", () => {
    map.closePopup(popup);
    undo(correction);
    announce(say("undone", { name }));
    (document.querySelector("#corrections .undo-list button") ?? mapSide.querySelector("#corrections summary"))?.focus({ preventScroll: true });
  });
  return el("li", {}, el("span", {}, quote(name, { class: "name" }), " → ", quote(what)), back);
}

/** Fills the card anew; it is there when there is something to keep. */
function fillCorrections() {
  const card = document.getElementById("corrections");
  const kept = keptRecords().length;
  const count = corrections.length + kept;
  card.hidden = !count;
  const button = (key, onclick) => el("button", { class: "quiet", type: "button", onclick }, say(key));
  const all = corrections.length > 1 ? button("undo_all", () => {
    map.closePopup(popup);
    undoAll();
    announce(say("all_undone"));
  }) : "";
  card.querySelector("summary").textContent = say("corrections", { n: count });
  card.querySelector(".body").replaceChildren(
    el("ul", { class: "undo-list" }, ...corrections.map(correctionItem)),
    kept ? el("p", { class: "muted" }, say("kept_corrections", { n: kept })) : "",
    el("p", { class: "acts" }, button("download", () => download(correctionsFile(), card)), button("copy", () => copyText(correctionsFile(), card)), all),
    el("p", { class: "done", hidden: true }),
    el("p", { class: "keep muted" }, say("apply_with"), " ", el("code", {}, "dateline map REPORT --corrections FILE")),
  );
}

/** Puts the card into its corner of the map. */
function putCorrections() {
  const card = el("details", { class: "card corrections", id: "corrections", hidden: true }, el("summary", {}), el("div", { class: "body" }));
  putInCorner(map, "topright", card);
  // Names keep clear of the furniture.
  card.addEventListener("toggle", putNames);
}
