// What a page of pictures does beside standing there: a tip for each mark, a filter for time, and one selection for all pictures.
"use strict";
const tip = document.getElementById("tip");
const from = document.getElementById("from");
const to = document.getElementById("to");
const pick = document.getElementById("pick");
const marks = [...document.querySelectorAll("a.mark")];
const rows = [...document.querySelectorAll("tr[data-keys]")];
const keys = (element) => element.dataset.keys.split("|");

function show(mark) {
  const row = document.getElementById(mark.getAttribute("href").slice(1));
  const cells = [...row.cells].map((cell) => cell.textContent.trim());
  const words = cells.pop();
  tip.replaceChildren(Object.assign(document.createElement("b"), { textContent: cells.filter(Boolean).join(" · ") }), words);
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
  const below = box.bottom + 8;
  tip.style.top = (below + tip.offsetHeight > innerHeight ? Math.max(8, box.top - tip.offsetHeight - 8) : below) + "px";
}

function filter() {
  const first = from.value === "" ? -Infinity : Number(from.value);
  const last = to.value === "" ? Infinity : Number(to.value);
  for (const one of [...marks, ...rows]) {
    const year = one.dataset.year;
    one.classList.toggle("away", year !== undefined && (Number(year) < first || Number(year) > last));
  }
}

function choose(key) {
  document.body.classList.toggle("choosing", key !== "");
  for (const one of [...marks, ...rows]) one.classList.toggle("chosen", key !== "" && keys(one).includes(key));
  pick.value = key;
}

function open(row) {
  const table = row.closest("details");
  if (table) table.open = true;
}

for (const mark of marks) {
  for (const event of ["pointerenter", "focus"]) mark.addEventListener(event, () => show(mark));
  for (const event of ["pointerleave", "blur"]) mark.addEventListener(event, () => { tip.hidden = true; });
  mark.addEventListener("click", () => {
    choose(keys(mark)[0]);
    open(document.getElementById(mark.getAttribute("href").slice(1)));
  });
}
for (const input of [from, to]) input.addEventListener("input", filter);
pick.addEventListener("change", () => choose(pick.value));
document.getElementById("all").addEventListener("click", () => { from.value = to.value = ""; filter(); choose(""); });
addEventListener("keydown", (event) => { if (event.key === "Escape") { tip.hidden = true; choose(""); } });
const kinds = new Map();
for (const one of [...marks, ...rows]) for (const key of keys(one)) {
  const kind = key.split(" ", 1)[0];
  if (!kinds.has(kind)) kinds.set(kind, new Set());
  kinds.get(kind).add(key);
}
const order = new Intl.Collator("en", { numeric: true });
for (const [kind, found] of kinds) {
  const group = Object.assign(document.createElement("optgroup"), { label: kind });
  for (const key of [...found].sort(order.compare)) group.append(new Option(key.slice(kind.length + 1), key));
  pick.append(group);
}
document.getElementById("controls").hidden = false;
