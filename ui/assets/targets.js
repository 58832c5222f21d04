// The form above the table of targets: a choice narrows at once, words when they are sent.
const send = () => {
  const form = element.querySelector("form");
  if (!form) return;
  const said = [...new FormData(form)];
  const url = new URL(location.href);
  url.searchParams.set("targets", new URLSearchParams(said.filter(([, value]) => value)));
  history.replaceState(history.state, "", url);
  trigger("narrow", Object.fromEntries(said));
};
// How the table was narrowed stands in the address: a reload narrows it again.
let asked = new URLSearchParams(location.search).get("targets");
const recall = () => {
  const form = element.querySelector("form");
  if (!asked || !form) return;
  for (const [name, value] of new URLSearchParams(asked)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  asked = null;
  send();
};
watch("value", recall);
recall();
element.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
element.addEventListener("change", (event) => {
  if (event.target.matches("select")) send();
});
