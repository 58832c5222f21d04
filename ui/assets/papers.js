// The forms of briefings and comparisons: documents go in the order in which they were ticked.
let ticked = [];
let typed = {};
let begun = 0; // when what is under way was asked for; 0 while nothing is
let halted = false;
let timer = 0;
const busy = (on) => {
  begun = on ? Date.now() : 0;
  halted = false;
  element.closest(".papers")?.toggleAttribute("aria-busy", on);
  tick();
};
// A moment passes before anything is said: most papers are there by then.
const tick = () => {
  clearTimeout(timer);
  const [go, line] = [element.querySelector(".papers-go"), element.querySelector(".papers-working")];
  if (!line) return;
  go.disabled = begun > 0;
  const seconds = begun ? Math.floor((Date.now() - begun) / 1000) : 0;
  line.hidden = seconds < 1;
  line.querySelector("button").disabled = halted;
  line.querySelector("span").textContent = halted ? line.dataset.stopping
    : line.dataset.words.replace("{seconds}", seconds);
  if (begun) timer = setTimeout(tick, 500);
};
// What was asked stands in the address, so that a reload and a link that is passed on ask it again.
const place = element.closest(".papers")?.id;
const keep = (data, documents) => {
  const url = new URL(location.href);
  url.searchParams.set(place, new URLSearchParams([...Object.entries(data), ...documents.map((id) => ["documents", id])]));
  history.replaceState(history.state, "", url);
};
let asked = new URLSearchParams(location.search).get(place);
const recall = () => {
  const form = element.querySelector("form");
  if (!asked || !form) return;
  const said = new URLSearchParams(asked);
  const documents = said.getAll("documents");
  asked = null;
  ticked = [...documents];
  typed = Object.fromEntries([...said].filter(([name]) => name !== "documents"));
  // Documents that have gone since are asked for all the same: the answer says that they are gone.
  return () => send(form, documents);
};
const chosen = (form) => {
  const checked = [...form.querySelectorAll('[name="documents"]:checked')].map((box) => box.value);
  return [...new Set([...ticked.filter((id) => checked.includes(id)), ...checked])];
};
const send = (form, documents = chosen(form)) => {
  const data = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "documents"));
  busy(true);
  keep(data, documents);
  trigger("write", { ...data, documents });
};
element.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target);
});
element.addEventListener("input", (event) => {
  if (event.target.name && event.target.name !== "documents") typed[event.target.name] = event.target.value;
});
element.addEventListener("change", (event) => {
  if (!event.target.matches('[name="documents"]')) return;
  ticked = ticked.filter((id) => id !== event.target.value);
  if (event.target.checked) ticked.push(event.target.value);
});
element.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches("textarea")) {
    event.preventDefault();
    send(event.target.form);
  }
});
element.addEventListener("click", (event) => {
  if (event.target.closest?.(".papers-stop")) {
    halted = true;
    trigger("stop", {});
    tick();
    return;
  }
  const text = event.target.closest?.(".try")?.dataset.text;
  if (!text) return;
  const box = element.querySelector("textarea");
  box.value = typed.text = text;
  send(box.form);
});
// A form made anew, for a library or a language that has changed, takes over what was typed and ticked.
const arrived = () => {
  const again = recall();
  for (const [name, value] of Object.entries(typed)) {
    const field = element.querySelector(`form [name="${name}"]`);
    if (field) field.value = value;
  }
  const boxes = [...element.querySelectorAll('[name="documents"]')];
  ticked = ticked.filter((id) => boxes.some((box) => box.value === id));
  for (const box of boxes) box.checked = ticked.includes(box.value);
  if (ticked.length) element.querySelector(".papers-documents")?.setAttribute("open", "");
  again?.();
};
watch("value", () => {
  arrived();
  tick();
});
arrived();
// The answer of the server fills the neighbour: that is when the form may be sent again. Each has a mark of its own; the
// framework stirs there too.
const section = element.closest(".papers");
if (section) {
  const result = section.querySelector('[id$="-result"]') ?? section;
  let seen = "";
  new MutationObserver(() => {
    const made = result.querySelector("[data-made]")?.dataset.made ?? "";
    if (made && made !== seen) busy(false);
    seen = made || seen;
  }).observe(result, { childList: true, subtree: true });
}
