// Where a question is looked for: pressed choices become chips above the box, and go with every question.
const choices = () => [...element.querySelectorAll(".choice")];
const pressed = () => choices().filter((one) => one.getAttribute("aria-pressed") === "true");

const draw = () => {
  const list = element.querySelector(".chips");
  if (!list) return;
  const chips = pressed().map((choice) => {
    const item = document.createElement("li");
    const chip = document.createElement("button");
    const label = choice.querySelector(".choice-label").textContent;
    chip.type = "button";
    chip.className = "chip";
    chip.lang = choice.lang;
    chip.dataset.facet = choice.dataset.facet;
    chip.dataset.value = choice.dataset.value;
    chip.textContent = label;
    chip.title = label;
    item.append(chip);
    return item;
  });
  list.replaceChildren(...chips);
  element.querySelector(".scope-all").hidden = chips.length > 0;
};
// As long as the window is open, a reload keeps them too.
let chosen = new Set(JSON.parse(sessionStorage.getItem("wence-scope") ?? "[]"));
const key = ({ dataset }) => `${dataset.facet} ${dataset.value}`;
const told = () => {
  chosen = new Set(pressed().map(key));
  sessionStorage.setItem("wence-scope", JSON.stringify([...chosen]));
  draw();
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches(".choice")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
  } else if (button.matches(".chip")) {
    const same = ({ dataset }) => dataset.facet === button.dataset.facet && dataset.value === button.dataset.value;
    choices().filter(same).forEach((one) => one.setAttribute("aria-pressed", "false"));
  } else if (button.matches(".scope-clear")) choices().forEach((one) => one.setAttribute("aria-pressed", "false"));
  else return;
  told();
});
const sheet = () => element.querySelector("details.scope[open]");
// A toggle does not rise, but it can be caught on its way down.
let opened = false;
element.addEventListener("toggle", ({ target }) => {
  if (target.matches("details.scope")) opened = target.open;
}, true);
document.addEventListener("click", (event) => {
  if (!element.contains(event.target)) sheet()?.removeAttribute("open");
});
document.addEventListener("keydown", (event) => {
  const open = sheet();
  if (event.key !== "Escape" || !open) return;
  event.stopImmediatePropagation();
  open.removeAttribute("open");
  open.querySelector("summary").focus();
}, true);
// Made anew, in another language or over another library: what was chosen stays, as far as it is still there,
// and a sheet that was open stays open.
watch("value", () => {
  element.querySelector("details.scope")?.toggleAttribute("open", opened);
  choices().forEach((one) => one.setAttribute("aria-pressed", String(chosen.has(key(one)))));
  draw();
});
draw();
