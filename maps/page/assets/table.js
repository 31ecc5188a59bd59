// The table of all places, which says all that the map shows; the names without a place; the sentences.

function degrees(value, positive, negative) {
  const number = Math.abs(value).toLocaleString(facts.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${number}°\u00a0${say(value < 0 ? negative : positive)}`;
}

/** A point as people write it: latitude, then longitude. */
function pointText({ lon, lat }) {
  return `${degrees(lat, "north", "south")},\u00a0${degrees(lon, "east", "west")}`;
}

/** What kind of place it is and how it is known, in small type below where it is. */
function kindLine(place) {
  const isArea = place.kind === "area" || place.kind === "region";
  const known = [
    place.where ? featureWord(place.feature) : null,
    isArea || place.lon == null ? null : pointText(place),
    place.approximate ? say("approximate_boundary") : null,
    place.kind === "square" ? say("centre_only") : null,
  ].filter(Boolean);
  return known.length ? el("span", { class: "kind muted" }, known.join(" · ")) : null;
}

/** The button that shows and hides what the text says of a place, in a row of its own below. */
function rowToggle(place, target, columns) {
  const label = say("said_of", { name: place.name });
  const button = el("button", { class: "toggle", type: "button", "aria-expanded": "false", "aria-label": label, title: label });
  let said = null;
  button.append(icon("M4 6L8 10L12 6"));
  button.addEventListener("click", () => {
    said ??= saidRow(target, columns);
    const isOpen = !said.isConnected;
    if (isOpen) button.closest("tr").after(said);
    else said.remove();
    button.setAttribute("aria-expanded", String(isOpen));
  });
  return button;
}

function saidRow(target, columns) {
  return el("tr", { class: `said ${kindClass(places[target])}`, role: "row" }, el("td", { colspan: columns, role: "cell" }, ...placeBody(target)));
}

// Roles are said once more because a narrow page lays the rows out anew, and a browser may then forget the table.
function cell(style, ...children) {
  return el("td", { class: style, role: "cell" }, ...children);
}

function placeRow(place, target, choose) {
  const go = el("button", { class: "go", type: "button" }, miniature(place), quote(place.name, { class: "name" }));
  go.addEventListener("click", () => choose(target, go));
  return lights(
    el(
      "tr",
      { class: kindClass(place), role: "row" },
      el("th", { scope: "row", role: "rowheader" }, go),
      cell("where", quote(place.where || featureWord(place.feature)), kindLine(place)),
      cell("few", say("times_short", { n: place.times })),
      cell("confidence", confidence(place)),
      cell("end", rowToggle(place, target, COLUMNS.length + 1)),
    ),
    target,
  );
}

const COLUMNS = ["name", "where", "times", "confidence"];

function placeTable(choose) {
  const styles = ["", "where", "few", "confidence"];
  const heads = COLUMNS.map((name, index) => el("th", { scope: "col", role: "columnheader", class: styles[index] }, say(`column_${name}`)));
  const last = el("th", { scope: "col", role: "columnheader", class: "end" }, el("span", { class: "unseen" }, say("column_said")));
  const rows = places.map((place, target) => placeRow(place, target, choose));
  const table = el(
    "table",
    { class: "facts", role: "table" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads, last)),
    el("tbody", { role: "rowgroup" }, ...rows),
  );
  return part("places", say("table"), table);
}

function unplacedList() {
  const items = unplaced.flatMap((name, index) => {
    const term = lights(el("dt", { class: kindClass(name), tabindex: -1 }, miniature(name), quote(name.name, { class: "name" })), -1 - index);
    const others = candidateList(-1 - index);
    const could = others ? [el("p", {}, `${say("could_be")}:`), others] : [];
    const status = el("p", { class: "muted" }, say(name.status), name.reason ? [": ", quote(name.reason)] : "");
    return [term, el("dd", { class: kindClass(name) }, status, ...sentenceList(name.evidence), ...figureList(name), ...could, acts(-1 - index))];
  });
  return part("unplaced", say("unplaced"), el("dl", { class: "unplaced" }, ...items));
}

/** Every place's sentences, on a page without the text. */
function evidencePart() {
  const items = places.flatMap((place) => [
    el("dt", {}, quote(place.name)),
    el("dd", { class: kindClass(place) }, ...sentenceList(place.evidence)),
  ]);
  return part("evidence", say("evidence"), el("dl", { class: "unplaced" }, ...items));
}
