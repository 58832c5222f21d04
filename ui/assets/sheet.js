// A sheet that has come from the server opens at once.
watch("value", () => {
  const sheet = element.querySelector("dialog");
  if (sheet && !sheet.open) sheet.showModal();
});
element.addEventListener("click", (event) => {
  const sheet = element.querySelector("dialog");
  if (event.target === sheet || event.target.closest(".close-sheet")) sheet.close();
});
