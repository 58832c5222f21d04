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
  const [to, url] = [new URL(link.href), new URL(location.href)];
  url.searchParams.set("doc", to.searchParams.get("doc"));
  url.searchParams.delete("tab");
  url.hash = to.hash;
  const quote = link.dataset.quote ?? "";
  history.pushState({ quote }, "", url);
  openTab("library");
  const detail = { document: url.searchParams.get("doc"), clause: decodeURIComponent(url.hash.slice(1)), quote };
  window.dispatchEvent(new CustomEvent("wence:read", { detail }));
});

// The address names the tab that is open, and in the library the document: a reload and the way back come to them.
document.addEventListener("click", (event) => {
  const id = event.target.closest?.('#tabs > .tab-wrapper [role="tab"]')?.dataset.tabId;
  if (!id) return;
  const url = new URL(location.href);
  const read = id === "library" ? document.querySelector("#reader .reader[data-document]") : null;
  if (id !== "library") {
    url.searchParams.delete("doc");
    url.hash = "";
  } else if (read && !url.searchParams.has("doc")) {
    url.searchParams.set("doc", read.dataset.document);
    url.hash = (read.dataset.at ?? "").slice(3);
  }
  if (id === "chat" || url.searchParams.has("doc")) url.searchParams.delete("tab");
  else url.searchParams.set("tab", id);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
});
const addressed = () => {
  const said = new URLSearchParams(location.search);
  return said.has("doc") ? "library" : said.get("tab") ?? "chat";
};
window.addEventListener("popstate", () => openTab(addressed()));

// The tab of the address opens as soon as there are tabs; what is on it then reads the address itself.
const openAddress = (tries) => {
  if (tabButton("library")) openTab(addressed());
  else if (tries > 0) setTimeout(() => openAddress(tries - 1), 50);
};
if (addressed() !== "chat") openAddress(200);
