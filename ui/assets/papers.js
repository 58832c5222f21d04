// The forms of briefings and comparisons: documents go in the order in which they were ticked.
let ticked = [];
let typed = {};
const busy = (on) => {
  const button = element.querySelector(".papers-go");
  if (button) button.disabled = on;
  element.closest(".papers")?.toggleAttribute("aria-busy", on);
};
const send = (form) => {
  const data = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "documents"));
  const checked = [...form.querySelectorAll('[name="documents"]:checked')].map((box) => box.value);
  const first = ticked.filter((id) => checked.includes(id));
  busy(true);
  trigger("write", { ...data, documents: [...new Set([...first, ...checked])] });
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
  const text = event.target.closest?.(".try")?.dataset.text;
  if (!text) return;
  const box = element.querySelector("textarea");
  box.value = typed.text = text;
  send(box.form);
});
// A form made anew, for a library or a language that has changed, takes over what was typed and ticked.
watch("value", () => {
  for (const [name, value] of Object.entries(typed)) {
    const field = element.querySelector(`form [name="${name}"]`);
    if (field) field.value = value;
  }
  const boxes = [...element.querySelectorAll('[name="documents"]')];
  ticked = ticked.filter((id) => boxes.some((box) => box.value === id));
  for (const box of boxes) box.checked = ticked.includes(box.value);
  if (ticked.length) element.querySelector(".papers-documents")?.setAttribute("open", "");
});
// The answer of the server fills the neighbour: that is when the form may be sent again.
const section = element.closest(".papers");
if (section) {
  const result = section.querySelector('[id$="-result"]');
  new MutationObserver(() => busy(false)).observe(result ?? section, { childList: true, subtree: true });
}
