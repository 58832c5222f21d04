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

// Enter that ends the composition of a Chinese word must not send the question.
for (const kind of ["keydown", "keypress"]) {
  document.addEventListener(kind, (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  }, true);
}
