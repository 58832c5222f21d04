// What the tabs share in the browser: dark or light, links that open another tab, questions handed to the chat.
const stored = localStorage.getItem("wence-theme");
const dark = () => document.body.classList.contains("dark");
if (stored) document.body.classList.toggle("dark", stored === "dark");

element.addEventListener("click", (event) => {
  const tool = event.target.closest("button.tool");
  if (tool?.dataset.tool !== "theme") return;
  document.body.classList.toggle("dark");
  localStorage.setItem("wence-theme", dark() ? "dark" : "light");
});

const openTab = (id) => {
  const button = document.querySelector(`#tabs > .tab-wrapper [role="tab"][data-tab-id="${id}"]`);
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

// A link into a document opens the library tab of this page, unless the reader wants a new window.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="/?doc="]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || !document.querySelector("#tab-library")) return;
  event.preventDefault();
  const url = new URL(link.href);
  history.pushState(null, "", url);
  openTab("library");
  const detail = { document: url.searchParams.get("doc"), clause: decodeURIComponent(url.hash.slice(1)) };
  window.dispatchEvent(new CustomEvent("wence:read", { detail }));
});
