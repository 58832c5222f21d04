// One delegated listener for both halves of the conversation: marks and passages open a clause, buttons do what they say.
const room = document.getElementById("conversation");
const exchangeOf = (node) => node.closest(".exchange");

const copy = async (text) => {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed";
  document.body.append(box);
  box.select();
  document.execCommand("copy");
  box.remove();
};
const tell = (button, said) => {
  const before = button.textContent;
  button.textContent = said;
  setTimeout(() => (button.textContent = before), 1600);
};
const edit = (question) => window.dispatchEvent(new CustomEvent("wence:ask", { detail: { question } }));

const open = (target) => {
  hide();
  document.querySelectorAll("#conversation [aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  target.setAttribute("aria-current", "true");
  const { turn, mark, clause } = target.dataset;
  window.dispatchEvent(new CustomEvent("wence:evidence", { detail: { turn, mark } }));
  trigger("cite", { turn, mark: mark ? Number(mark) : null, clause: clause ?? "" });
};

const acts = {
  copy: async (button) => {
    const printed = exchangeOf(button).querySelector(".printed");
    await copy(printed.value);
    tell(button, printed.dataset.copied);
  },
  retry: () => trigger("suggest", { again: true }),
  edit: (button) => edit(button.dataset.question),
  up: (button) => rate(button, { verdict: button.getAttribute("aria-pressed") === "true" ? "" : "up" }),
  down: (button) => {
    const form = button.closest(".actions").querySelector(".why");
    if (button.getAttribute("aria-pressed") === "true" && form.hidden === false) return rate(button, { verdict: "" });
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (form.hidden) return;
    form.querySelector("button").focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  },
};
const rate = (node, rating) => {
  const actions = node.closest(".actions");
  for (const verdict of ["up", "down"]) {
    actions.querySelector(`[data-act="${verdict}"]`).setAttribute("aria-pressed", String(rating.verdict === verdict));
  }
  actions.querySelector(".why").hidden = true;
  actions.querySelector('[data-act="down"]').setAttribute("aria-expanded", "false");
  const thanks = actions.querySelector(".thanks");
  thanks.textContent = rating.verdict ? thanks.dataset.said : "";
  trigger("rate", { key: exchangeOf(node).dataset.key, ...rating });
};

room.addEventListener("click", (event) => {
  const target = event.target.closest("a.mark, a.passage, button");
  if (!target) return;
  if (target.matches("a.mark, a.passage")) {
    event.preventDefault();
    open(target);
  } else if (target.matches(".example")) trigger("suggest", { question: target.dataset.question });
  else if (target.matches(".rewritten")) edit(target.dataset.question);
  else if (target.matches(".earlier")) trigger("earlier", {});
  else if (target.matches(".reason")) {
    target.setAttribute("aria-pressed", String(target.getAttribute("aria-pressed") !== "true"));
  } else acts[target.dataset.act]?.(target);
});
room.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const reasons = [...form.querySelectorAll('.reason[aria-pressed="true"]')].map((one) => one.dataset.reason);
  rate(form, { verdict: "down", reasons, note: form.querySelector("textarea").value });
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.('#side [data-act="reference"]');
  if (!button) return;
  await copy(button.dataset.text);
  tell(button, button.dataset.copied);
});

// The newest question stays at the top of the view while its answer grows.
watch("value", () => {
  const newest = element.querySelector(".exchange");
  if (!newest) return;
  const size = getComputedStyle(room);
  if (size.overflowY !== "visible") {
    room.scrollTop += newest.getBoundingClientRect().top - room.getBoundingClientRect().top - 12;
  } else newest.scrollIntoView({ block: "nearest" });
});

// One question at a time: until its exchange is on the page, a second Enter or click would take its place.
let sending = 0;
const LOST = 3000;
const busy = () =>
  Date.now() - sending < LOST || element.querySelector(".thinking") || document.querySelector("#stop")?.offsetParent;
const held = (event) => {
  if (!busy()) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
};
watch("value", () => (sending = 0));
document.addEventListener("keypress", (event) => {
  const box = event.target.closest?.("#question textarea");
  if (!box || event.key !== "Enter" || event.shiftKey || event.isComposing || held(event)) return;
  if (box.value.trim()) sending = Date.now();
}, true);
document.addEventListener("click", (event) => {
  const send = event.target.closest?.('#send, button.example, [data-act="retry"]');
  if (!send || held(event)) return;
  if (!send.matches("#send") || document.querySelector("#question textarea").value.trim()) sending = Date.now();
}, true);

// A call to stop can be lost with the stream of events that it cuts off: while the button stays, it is pressed again.
const UNHEARD = 2000;
const LOOK = 250;
document.addEventListener("click", (event) => {
  const stop = event.target.closest?.("#stop");
  if (!stop || !event.isTrusted) return;
  const pressed = Date.now();
  let again = 0;
  const timer = setInterval(() => {
    const waiting = document.querySelector("#stop");
    if (!waiting?.offsetParent || again > 2) return clearInterval(timer);
    if (Date.now() - pressed < UNHEARD * (again + 1)) return;
    again += 1;
    waiting.click();
  }, LOOK);
}, true);

// Enter that ends the composition of a Chinese word must not send the question.
for (const kind of ["keydown", "keypress"]) {
  document.addEventListener(kind, (event) => {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  }, true);
}

// Resting on a mark shows the words that it quotes. A finger cannot rest: its touch opens the clause, and nothing lies over it.
const hovers = window.matchMedia("(hover: hover)");
const popover = document.createElement("div");
popover.id = "popover";
popover.setAttribute("role", "tooltip");
popover.hidden = true;
document.querySelector(".gradio-container").append(popover);
const line = (kind, text) => {
  const made = document.createElement("p");
  made.className = kind;
  made.textContent = text;
  return made;
};
const show = (mark) => {
  const source = exchangeOf(mark)?.querySelector(`.citations li[data-mark="${mark.dataset.mark}"]`);
  if (!source) return;
  const badge = source.querySelector(".badge").cloneNode(true);
  const head = line("place", source.querySelector(".reference").textContent);
  head.append(badge);
  const quote = line("quote", source.dataset.quote);
  quote.lang = head.lang = "zh-CN";
  popover.replaceChildren(quote, head);
  popover.hidden = false;
  const at = mark.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const left = Math.min(Math.max(8, at.left - 24), window.innerWidth - size.width - 8);
  const above = at.top - size.height - 8;
  popover.style.left = `${left}px`;
  popover.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  mark.setAttribute("aria-describedby", "popover");
};
const hide = () => {
  popover.hidden = true;
  document.querySelector('[aria-describedby="popover"]')?.removeAttribute("aria-describedby");
};
for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  room.addEventListener(begin, (event) => {
    const mark = event.target.closest("a.mark");
    if (mark && (begin === "mouseover" ? hovers.matches : mark.matches(":focus-visible"))) show(mark);
  });
  room.addEventListener(end, (event) => event.target.closest("a.mark") && hide());
}
room.addEventListener("scroll", hide);
watch("value", hide);

// The question box, from whichever tab: once it is on the page.
const toBox = (tries = 60) => {
  window.dispatchEvent(new CustomEvent("wence:tab", { detail: { id: "chat" } }));
  const box = document.querySelector("#question textarea");
  if (box?.offsetParent) box.focus();
  else if (tries > 0) setTimeout(() => toBox(tries - 1), 50);
};

// Keys: / to the box and Alt+N a new chat, from every tab; Alt+arrows along the marks.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  if (document.querySelector("dialog[open]")) return;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    toBox();
  } else if (event.altKey && (event.code === "KeyN")) {
    event.preventDefault();
    document.querySelector("#clear").click();
    toBox();
  } else if (room.offsetParent && event.altKey && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    const marks = [...room.querySelectorAll(".answer a.mark")];
    if (!marks.length) return;
    event.preventDefault();
    const newest = marks.findIndex((mark) => element.contains(mark));
    const here = marks.findIndex((mark) => mark === document.activeElement);
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = here < 0 ? (newest < 0 ? marks.length - 1 : newest) : (here + step + marks.length) % marks.length;
    marks[next].focus();
    marks[next].scrollIntoView({ block: "nearest" });
    show(marks[next]);
  }
});
