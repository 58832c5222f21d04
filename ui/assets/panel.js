const narrow = () => window.matchMedia("(max-width: 860px)").matches;

element.addEventListener("click", (event) => {
  const back = event.target.closest("a.back");
  const neighbour = event.target.closest("a.neighbour");
  if (!back && !neighbour) return;
  event.preventDefault();
  if (neighbour) {
    trigger("cite", { turn: neighbour.dataset.turn, mark: null, clause: neighbour.dataset.clause });
    return;
  }
  const exchange = document.getElementById(back.getAttribute("href").slice(1));
  const mark = exchange?.querySelector("[aria-current]") ?? exchange?.querySelector("a.mark, a.passage");
  (mark ?? exchange)?.scrollIntoView({ block: "center" });
  mark?.focus();
});

// What was opened comes into view: inside the panel always, the panel itself only if the reader asked for it.
let visit = "";
watch("value", () => {
  const panel = element.querySelector("#evidence");
  if (!panel?.dataset.visit || panel.dataset.visit === visit) return;
  visit = panel.dataset.visit;
  const chosen = panel.dataset.chosen === "1";
  const lit = panel.querySelector("mark");
  const body = panel.querySelector(".panel-body");
  body.scrollTop = 0;
  const frame = body.getBoundingClientRect();
  if (lit && lit.getBoundingClientRect().bottom > frame.bottom) {
    body.scrollTop = lit.getBoundingClientRect().top - frame.top - frame.height / 3;
  }
  if (!chosen) return;
  if (document.activeElement?.matches("a:focus-visible")) panel.focus({ preventScroll: true });
  if (!narrow()) return;
  if (lit) lit.scrollIntoView({ block: "center" });
  else panel.scrollIntoView({ block: "start" });
});
