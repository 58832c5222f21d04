// The sheet of one document: opened when it arrives, saved or removed at the press of a button.
const sheet = () => element.querySelector("dialog.lib-sheet");
let asked = "";

const show = () => {
  const dialog = sheet();
  if (!dialog || dialog.open) return;
  asked = dialog.dataset.document;
  dialog.showModal();
};
const close = () => {
  sheet()?.close();
  trigger("closed", {});
  document.querySelector(`.lib-table tr[data-document="${asked}"] .lib-manage`)?.focus();
};
const confirming = (on) => {
  const dialog = sheet();
  dialog.querySelector("form").hidden = on;
  dialog.querySelector(".lib-confirm").hidden = !on;
  dialog.querySelector(on ? ".lib-keep" : ".lib-remove").focus();
};

element.addEventListener("click", (event) => {
  if (event.target.closest(".lib-close") || event.target.matches("dialog")) close();
  else if (event.target.closest(".lib-remove")) confirming(true);
  else if (event.target.closest(".lib-keep")) confirming(false);
  else if (event.target.closest(".lib-remove-yes")) trigger("remove", { document: sheet().dataset.document });
});
element.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  trigger("save", {
    document: sheet().dataset.document,
    validity: form.elements.validity.value,
    effective_from: form.elements.effective_from.value,
    effective_until: form.elements.effective_until.value,
    enabled: form.elements.enabled.checked,
    local_only: form.elements.local_only.disabled ? null : form.elements.local_only.checked,
  });
});
element.addEventListener("cancel", (event) => { event.preventDefault(); close(); }, true);
watch("value", show);
show();
