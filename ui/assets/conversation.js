// One delegated listener: marks and passages open a clause, examples ask their question.
element.addEventListener("click", (event) => {
  const target = event.target.closest("a.mark, a.passage, button.example");
  if (!target) return;
  event.preventDefault();
  if (target.matches("button.example")) {
    trigger("suggest", { question: target.dataset.question });
    return;
  }
  document.querySelectorAll(".exchanges [aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  target.setAttribute("aria-current", "true");
  const { turn, mark, clause } = target.dataset;
  trigger("cite", { turn, mark: mark ? Number(mark) : null, clause: clause ?? "" });
});

// The newest question stays at the top of the view while its answer grows.
watch("value", () => {
  const exchanges = element.querySelectorAll(".exchange");
  const newest = exchanges[exchanges.length - 1];
  if (!newest) return;
  const scroller = element.closest("#conversation");
  if (scroller && scroller.scrollHeight > scroller.clientHeight + 1 && getComputedStyle(scroller).overflowY !== "visible") {
    scroller.scrollTop += newest.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
  } else if (getComputedStyle(scroller).overflowY === "visible") {
    newest.scrollIntoView({ block: "nearest" });
  }
});

// One question at a time: until its exchange is on the page, a second Enter or click would take its place.
let sending = 0;
const LOST = 3000;
const busy = () =>
  Date.now() - sending < LOST || element.querySelector(".thinking") || document.querySelector("#stop")?.offsetParent;
const held = (event) => {
  if (!busy()) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
};
watch("value", () => (sending = 0));
document.addEventListener("keypress", (event) => {
  const box = event.target.closest?.("#question textarea");
  if (!box || event.key !== "Enter" || event.shiftKey || event.isComposing || held(event)) return;
  if (box.value.trim()) sending = Date.now();
}, true);
document.addEventListener("click", (event) => {
  const send = event.target.closest?.("#send, button.example");
  if (!send || held(event)) return;
  if (send.matches(".example") || document.querySelector("#question textarea").value.trim()) sending = Date.now();
}, true);

// Enter that ends the composition of a Chinese word must not send the question.
for (const kind of ["keydown", "keypress"]) {
  document.addEventListener(kind, (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  }, true);
}
