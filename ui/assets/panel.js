const side = document.getElementById("side");
const narrow = () => window.matchMedia("(max-width: 860px)").matches;
const desk = document.getElementById("desk"); // its data say what lies open, for the style sheet
let came = null; // where the reader was before the panel

const close = () => {
  desk.dataset.evidence = "closed";
  (came?.isConnected ? came : document.querySelector("#question textarea"))?.focus();
};
const current = (card) => {
  element.querySelectorAll(".card[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  card.setAttribute("aria-current", "true");
};
const bring = (body, target, third = true) => {
  const frame = body.getBoundingClientRect();
  body.scrollTop += target.getBoundingClientRect().top - frame.top - (third ? 18 : frame.height / 3);
};
const lit = (node) => node.querySelector("mark");

// A mark whose card is here already: it comes into view at once, before the server has answered.
window.addEventListener("wence:evidence", (event) => {
  desk.dataset.evidence = "open";
  came = document.activeElement;
  const { turn, mark } = event.detail;
  const card = mark && document.getElementById(`card-${turn}-${mark}`);
  if (!card) return;
  current(card);
  bring(element.querySelector(".panel-body"), card);
});

element.addEventListener("click", (event) => {
  if (event.target.closest(".close")) return close();
  const link = event.target.closest("a.neighbour, a.passage");
  const back = event.target.closest("a.back");
  if (!back && !link) return;
  event.preventDefault();
  if (link) {
    trigger("cite", { turn: link.dataset.turn, mark: null, clause: link.dataset.clause });
    return;
  }
  const exchange = document.getElementById(back.getAttribute("href").slice(1));
  const mark = exchange?.querySelector("[aria-current]") ?? exchange?.querySelector("a.mark, a.passage");
  if (narrow()) desk.dataset.evidence = "closed";
  (mark ?? exchange)?.scrollIntoView({ block: "center" });
  mark?.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !side.getClientRects().length || document.querySelector("dialog[open]")) return;
  if (narrow() ? desk.dataset.evidence === "open" : !event.target.closest("#question")) close();
});

// What was opened comes into view inside the panel; the focus follows only a reader who asked by key.
let visit = "";
watch("value", () => {
  const panel = element.querySelector("#evidence");
  if (!panel?.dataset.visit || panel.dataset.visit === visit) return;
  visit = panel.dataset.visit;
  const body = panel.querySelector(".panel-body");
  const card = panel.querySelector(".card[aria-current]");
  body.scrollTop = 0;
  if (card) bring(body, card);
  const words = lit(card ?? panel);
  if (words && words.getBoundingClientRect().bottom > body.getBoundingClientRect().bottom) bring(body, words, false);
  if (panel.dataset.chosen !== "1") return;
  if (document.activeElement?.matches("a:focus-visible")) panel.focus({ preventScroll: true });
});
