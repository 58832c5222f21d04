// The list of documents: sorted by any column, filtered while one types, kept so when the list comes anew.
let order = { column: -1, falling: false };
let wanted = "";

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const cell = (row, column) => row.cells[column].textContent.trim();

const arrange = () => {
  const table = element.querySelector(".lib-table");
  if (!table) return;
  const rows = [...table.tBodies[0].rows];
  table.querySelectorAll("th[data-kind]").forEach((head, at) => {
    head.setAttribute("aria-sort", at !== order.column ? "none" : order.falling ? "descending" : "ascending");
  });
  if (order.column >= 0) {
    const numeric = table.tHead.rows[0].cells[order.column].dataset.kind === "number";
    const compare = (a, b) =>
      numeric ? Number(cell(a, order.column)) - Number(cell(b, order.column))
        : cell(a, order.column).localeCompare(cell(b, order.column), "zh-CN", { numeric: true });
    rows.sort((a, b) => (order.falling ? -1 : 1) * compare(a, b));
    table.tBodies[0].append(...rows);
  }
  const words = wanted.split(/\s+/).map(folded).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const text = folded(row.textContent);
    row.hidden = !words.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  const count = element.querySelector(".lib-count");
  count.textContent = count.dataset.text.replace("{shown}", shown);
  element.querySelector(".lib-none").hidden = shown > 0;
};

element.addEventListener("click", (event) => {
  const sort = event.target.closest(".lib-sort");
  if (sort) {
    const column = sort.closest("th").cellIndex;
    order = { column, falling: order.column === column && !order.falling };
    arrange();
    return;
  }
  const manage = event.target.closest(".lib-manage");
  if (manage) trigger("manage", { document: manage.closest("tr").dataset.document });
});
element.addEventListener("input", (event) => {
  if (!event.target.matches(".lib-filter")) return;
  wanted = event.target.value;
  arrange();
});
watch("value", () => {
  const filter = element.querySelector(".lib-filter");
  if (filter && filter.value !== wanted) filter.value = wanted;
  arrange();
});
arrange();
