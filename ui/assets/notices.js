// Failures that only the framework notices, the server being gone above all, are told by it in English: here in the
// words of the page.
const words = () => element.querySelector(".masthead").dataset;
const told = (text) => {
  if (/connection|network|fetch|server was lost/i.test(text)) return words().lost;
  return /busy|queue/i.test(text) ? words().busy : words().failed;
};
new MutationObserver(() => {
  document.querySelectorAll('[data-testid="toast-body"]:not([data-told])').forEach((toast) => {
    toast.dataset.told = "1";
    toast.querySelector(".toast-title").textContent = words().problem;
    toast.querySelector('[data-testid="toast-close"]').setAttribute("aria-label", words().close);
    toast.querySelectorAll('[data-testid="toast-text"]').forEach((one) => (one.textContent = told(one.textContent)));
  });
}).observe(document.body, { childList: true, subtree: true });
