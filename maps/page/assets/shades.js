// Areas shaded by how often places in them are named: each tells its name and count when it is pointed at or focused.

const { shading } = facts.map;

function shadeWords({ name, count }) {
  return `${name}: ${say("mentions", { n: count })}`;
}

/** Dresses the shaded areas; of all of them one is in the order of Tab, and arrow keys go to the others. */
function dressShades() {
  if (!shading) return;
  mapSide.classList.add("with-shades"); // a tint of the story's areas would be taken for another shade
  const nodes = [];
  window.dateline_shades.eachLayer((layer) => {
    const { area: index, shade } = layer.feature.properties;
    const area = shading.areas[index];
    const node = layer.getElement();
    node.classList.add(`shade-${shade}`);
    fill(node, { role: "img", tabindex: index ? -1 : 0, "aria-label": shadeWords(area) }, []);
    const tip = el("span", {}, quote(area.name), `: ${say("mentions", { n: area.count })}`);
    layer.bindTooltip(tip, { sticky: true, direction: "top", opacity: 1 });
    node.addEventListener("focus", () => layer.openTooltip(area.at));
    node.addEventListener("blur", () => layer.closeTooltip());
    node.addEventListener("keydown", (event) => stepShade(event, nodes, index));
    nodes[index] = node;
  });
}

function stepShade(event, nodes, index) {
  if (event.key === "Escape") window.dateline_shades.eachLayer((layer) => layer.closeTooltip());
  const next = nodes[index + (STEPS[event.key] ?? 0)];
  if (!next || next === nodes[index]) return;
  event.preventDefault();
  event.stopPropagation();
  nodes[index].tabIndex = -1;
  next.tabIndex = 0;
  next.focus({ preventScroll: true });
}

/** The rows of the legend: each shade with its range of counts in words. */
function shadeRows() {
  if (!shading) return [];
  const box = { viewBox: "0 0 24 18", width: 24, height: 18, "aria-hidden": "true" };
  const patch = (shade) => svg("svg", box, svg("rect", { class: `shade shade-${shade}`, x: 2, y: 3, width: 20, height: 12, rx: 1 }));
  const rows = shading.labels.map((label, shade) => el("li", {}, patch(shade), el("span", {}, label)));
  return [el("li", { class: "over" }, say(`shaded_${shading.level}`)), ...rows];
}

/** The same counts as a table. */
function shadeTable() {
  if (!shading) return "";
  const heads = [say(`column_${shading.level}`), say("column_mentions")].map((text) => el("th", { scope: "col" }, text));
  const rows = shading.areas.map((area) =>
    el("tr", {}, el("td", {}, quote(area.name)), el("td", { class: "few" }, area.count.toLocaleString(facts.language))),
  );
  const table = el("table", { class: "facts" }, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
  return part("shaded", say(`shaded_${shading.level}`), table);
}
