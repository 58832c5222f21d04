// The open document: which clause it is at, what is looked for in it, and what leaves it.
const reader = () => element.querySelector(".reader");
const text = () => element.querySelector(".reader-text");
const narrow = () => window.matchMedia("(max-width: 860px)").matches;

// -- opening and closing -----------------------------------------------------

// One request after the other, and of those that wait the last: the framework may drop one that comes in between.
const PATIENCE = 4000; // an answer that changes nothing is not noticed: after this, the next request goes out all the same
let sent = 0;
let next = null;
const request = (detail) => {
  if (Date.now() - sent > PATIENCE) {
    [sent, next] = [Date.now(), null];
    trigger("read", detail);
    return;
  }
  next = detail;
  setTimeout(() => next === detail && answered(), PATIENCE);
};
const answered = () => {
  sent = 0;
  if (next) request(next);
};

// The words to be lit come with the link, and stay in the history of the browser: a reload lights them again.
let leaving = false;
const open = (id, clause, quote = "") => {
  const lit = !quote || (reader()?.dataset.at === `at-${clause}` && reader().dataset.lit === quote);
  if (lit && !leaving && reader()?.dataset.document === id && (!clause || clauseOf(clause))) {
    moved = false;
    return goTo(clause);
  }
  leaving = false;
  request({ document: id, clause, quote });
};
// The same event as for reading: of opening and leaving in quick succession, the last must hold.
const leave = () => {
  leaving = true;
  request({ document: "" });
};
const fromAddress = () => {
  const id = new URLSearchParams(location.search).get("doc");
  if (id) open(id, decodeURIComponent(location.hash.slice(1)), history.state?.quote);
  else if (reader()) leave();
};
window.addEventListener("wence:read", ({ detail }) => open(detail.document, detail.clause, detail.quote));
window.addEventListener("popstate", fromAddress);

let here = "";
const mark = (clause) => {
  element.querySelectorAll(".reader-clause.current").forEach((other) => other.classList.remove("current"));
  clause?.classList.add("current");
};
const clauseOf = (eid) => document.getElementById(`at-${eid}`);
const goTo = (eid) => {
  const clause = bring(eid);
  if (clause) (eid ? clause : text()).focus({ preventScroll: true });
};
const bring = (eid) => {
  const clause = eid ? clauseOf(eid) : text()?.firstElementChild;
  if (!clause) return null;
  here = eid;
  mark(eid ? clause : null);
  const lit = clause.querySelector("mark.wanted") ?? clause.querySelector("mark") ?? clause;
  lit.scrollIntoView({ block: clause.offsetHeight > window.innerHeight * 0.6 && lit === clause ? "start" : "center" });
  scrolled = text().scrollTop;
  return clause;
};

// Whoever goes back by keyboard stands on the line of the document again.
const cameFrom = (id, tries = 60) => {
  const line = document.querySelector(`.lib-table tr[data-document="${id}"] a`);
  if (line?.getClientRects().length) line.focus();
  else if (tries > 0) setTimeout(() => cameFrom(id, tries - 1), 50);
};

// -- beside the text ---------------------------------------------------------

let watcher = null;
const follow = () => {
  watcher?.disconnect();
  const links = new Map([...element.querySelectorAll(".reader-outline a")].map((link) => [link.dataset.eid, link]));
  const visible = new Set();
  watcher = new IntersectionObserver((seen) => {
    for (const each of seen) visible[each.isIntersecting ? "add" : "delete"](each.target);
    const chosen = element.querySelector(".reader-clause.current");
    const first = visible.has(chosen) ? chosen
      : [...visible].sort((a, b) => a.offsetTop - b.offsetTop)[0];
    if (!first) return;
    links.forEach((link) => link.removeAttribute("aria-current"));
    const link = links.get(first.dataset.eid);
    link?.setAttribute("aria-current", "location");
    const pane = link?.closest(".reader-outline");
    if (pane && pane.scrollHeight > pane.clientHeight) {
      const [at, frame] = [link.getBoundingClientRect(), pane.getBoundingClientRect()];
      if (at.top < frame.top || at.bottom > frame.bottom) pane.scrollTop += at.top - frame.top - frame.height / 3;
    }
  }, { root: narrow() ? null : text(), rootMargin: "-80px 0px -40% 0px" });
  element.querySelectorAll(".reader-clause").forEach((clause) => watcher.observe(clause));
};

// -- looking for words -------------------------------------------------------

let found = [];
let at = -1;
const highlights = () => (window.CSS?.highlights && window.Highlight ? CSS.highlights : null);

const occurrences = (wanted) => {
  const ranges = [];
  for (const words of element.querySelectorAll(".reader-words")) {
    const places = [];
    let flat = "";
    const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let node; (node = walk.nextNode()); ) {
      for (let offset = 0; offset < node.data.length; offset++) {
        if (/\s/.test(node.data[offset])) continue;
        flat += node.data[offset].toLowerCase();
        while (places.length < flat.length) places.push([node, offset]);
      }
    }
    for (let start = 0; (start = flat.indexOf(wanted, start)) >= 0; start += wanted.length) {
      const range = new Range();
      const [last, end] = places[start + wanted.length - 1];
      range.setStart(...places[start]);
      range.setEnd(last, end + 1);
      ranges.push(range);
    }
  }
  return ranges;
};
const look = (query) => {
  const wanted = query.replace(/\s+/g, "").toLowerCase();
  found = wanted ? occurrences(wanted) : [];
  at = -1;
  highlights()?.delete("wence-found");
  highlights()?.delete("wence-found-now");
  if (found.length) highlights()?.set("wence-found", new Highlight(...found));
  if (found.length) step(1);
  else tell(wanted ? reader().dataset.findNone : "");
};
const step = (by) => {
  if (!found.length) return;
  at = (at + by + found.length) % found.length;
  highlights()?.set("wence-found-now", new Highlight(found[at]));
  found[at].startContainer.parentElement.scrollIntoView({ block: "center" });
  tell(reader().dataset.findAt.replace("{at}", at + 1).replace("{count}", found.length));
};
const tell = (words) => (element.querySelector(".reader-found").textContent = words);

let typing = 0;
element.addEventListener("input", (event) => {
  if (!event.target.matches(".reader-find input")) return;
  clearTimeout(typing);
  typing = setTimeout(() => look(event.target.value), 150);
});
element.addEventListener("keydown", (event) => {
  if (!event.target.matches?.(".reader-find input") || event.isComposing) return;
  if (event.key === "Enter") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
});

// -- what leaves the document ------------------------------------------------

const copy = async (words) => {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Without https a browser has no clipboard for scripts, but still copies a selection.
    const box = document.createElement("textarea");
    box.value = words;
    element.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  element.querySelector(".reader-said").textContent = reader().dataset.copied + words;
  setTimeout(() => { const said = element.querySelector(".reader-said"); if (said) said.textContent = ""; }, 4000);
};

element.addEventListener("click", (event) => {
  const press = (name) => event.target.closest(`.reader-${name}`);
  if (press("back")) {
    cameFrom(reader()?.dataset.document);
    const url = new URL(location.href);
    url.searchParams.delete("doc");
    url.searchParams.set("tab", "library");
    url.hash = "";
    history.pushState(null, "", url);
    leave();
  } else if (press("next")) step(1);
  else if (press("previous")) step(-1);
  else if (press("print")) window.print();
  else if (press("copy")) copy(press("copy").dataset.copy);
  else if (press("ask")) {
    window.dispatchEvent(new CustomEvent("wence:ask", { detail: { question: press("ask").dataset.question } }));
  }
});

let shown = "";
let scrolled = 0;
let moved = false; // by whoever reads, since the document was opened at its clause
const STAY = ["wheel", "touchmove", "pointerdown", "keydown"];
STAY.forEach((each) => element.addEventListener(each, () => (moved = true), { passive: true, capture: true }));

const land = (eid, tries = 60) => {
  if (text()?.getClientRects().length || !tries) goTo(eid);
  else setTimeout(() => land(eid, tries - 1), 50);
};
// The page is laid out anew while it arrives, and the same document may come more than once: until whoever reads moves,
// the text stays at what it was opened at.
const held = new ResizeObserver(() => !moved && text()?.getClientRects().length && bring(here));
const hold = () => {
  held.disconnect();
  [text(), ...element.querySelectorAll(".reader-clause")].forEach((each) => each && held.observe(each));
};
const arrived = () => {
  highlights()?.clear();
  found = [];
  const open = reader();
  if (!open) { shown = ""; return; }
  if (narrow()) open.querySelector(".reader-outline details")?.removeAttribute("open");
  follow();
  const place = `${open.dataset.document ?? ""}#${open.dataset.at ?? ""}#${open.dataset.lit ?? ""}`;
  const eid = (open.dataset.at ?? "").slice(3);
  if (place !== shown) [moved, here] = [false, eid];
  if (!moved) requestAnimationFrame(() => land(here));
  else {
    // The same place in the other language: where one was reading stays in view.
    mark(here ? clauseOf(here) : null);
    text().scrollTop = scrolled;
  }
  shown = place;
  text()?.addEventListener("scroll", () => (scrolled = text()?.scrollTop ?? 0), { passive: true });
  hold();
};
watch("value", () => {
  arrived();
  setTimeout(answered, 100);
});
if (reader()) arrived();
fromAddress();
