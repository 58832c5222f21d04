// What the tabs share in the browser: dark or light, links that open another tab, questions handed to the chat.
const stored = localStorage.getItem("wence-theme");
const dark = () => document.body.classList.contains("dark");
if (stored) document.body.classList.toggle("dark", stored === "dark");

const shut = () => document.getElementById("desk") && (document.getElementById("desk").dataset.history = "");
const help = () => element.querySelector("#help-sheet");
const tools = {
  theme: () => {
    document.body.classList.toggle("dark");
    localStorage.setItem("wence-theme", dark() ? "dark" : "light");
  },
  help: () => help().showModal(),
  history: () => {
    openTab("chat");
    const desk = document.getElementById("desk");
    desk.dataset.history = desk.dataset.history === "open" ? "" : "open";
  },
};
element.addEventListener("click", (event) => {
  const tool = event.target.closest("button.tool");
  tools[tool?.dataset.tool]?.();
  if (event.target === help() || tool?.matches(".close-sheet")) help().close();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "?" && !typing && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    help().showModal();
  } else if (event.key === "Escape") shut();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest?.('#history, [data-tool="history"]')) shut();
});

const tabButton = (id) => document.querySelector(`#tabs > .tab-wrapper [role="tab"][data-tab-id="${id}"]`);
const openTab = (id) => {
  const button = tabButton(id);
  if (button && button.getAttribute("aria-selected") !== "true") button.click();
};
window.addEventListener("wence:tab", (event) => openTab(event.detail.id));

const type = (box, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
  box.setSelectionRange(text.length, text.length);
};
window.addEventListener("wence:ask", (event) => {
  openTab("chat");
  const put = (tries) => {
    const box = document.querySelector("#question textarea");
    if (box?.offsetParent) type(box, event.detail.question);
    else if (tries > 0) setTimeout(() => put(tries - 1), 50);
  };
  put(60);
});

// A link into a document opens the library tab of this page, unless the reader wants a new window. A tab that was never
// open reads the address when it first appears; one that is there already is told.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="/?doc="]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !tabButton("library")) return;
  event.preventDefault();
  const url = new URL(link.href);
  const conversation = new URLSearchParams(location.search).get("c");
  if (conversation) url.searchParams.set("c", conversation);
  const quote = link.dataset.quote ?? "";
  history.pushState({ quote }, "", url);
  openTab("library");
  const detail = { document: url.searchParams.get("doc"), clause: decodeURIComponent(url.hash.slice(1)), quote };
  window.dispatchEvent(new CustomEvent("wence:read", { detail }));
});

// Whoever leaves the library tab leaves the document: a reload comes back to the tab that is open.
document.addEventListener("click", (event) => {
  const tab = event.target.closest?.('#tabs > .tab-wrapper [role="tab"]');
  const url = new URL(location.href);
  if (!tab || tab.dataset.tabId === "library" || !url.searchParams.has("doc")) return;
  url.searchParams.delete("doc");
  url.hash = "";
  history.replaceState(history.state, "", url);
});

// The address of a clause opens the library tab as soon as there are tabs; the reader then reads the address itself.
const openAddress = (tries) => {
  if (tabButton("library")) openTab("library");
  else if (tries > 0) setTimeout(() => openAddress(tries - 1), 50);
};
if (new URLSearchParams(location.search).has("doc")) openAddress(200);
