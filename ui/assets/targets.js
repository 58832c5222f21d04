// The form above the table of targets: a choice narrows at once, words when they are sent.
const send = () => {
  const form = element.querySelector("form");
  if (form) trigger("narrow", Object.fromEntries(new FormData(form)));
};
element.addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
element.addEventListener("change", (event) => {
  if (event.target.matches("select")) send();
});
