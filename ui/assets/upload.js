// Files dropped or chosen go to the server one by one, each with its progress; what is left can be called off.
let files = [];
let running = null;
let dragged = 0;
const box = () => element.querySelector(".lib-add");
const said = (name) => box()?.dataset[name] ?? "";

// A line that says the same as before stays where it is: its button keeps the focus, and nothing is read out again.
const draw = () => {
  const queue = element.querySelector(".lib-queue");
  if (!queue) return;
  const there = [...queue.children];
  const lines = files.map((file) => there.find((each) => each.file === file && each.state === file.state) ?? row(file));
  const left = files.filter((file) => file.state === "waiting").length;
  const all = left > 1 ? [there.find((each) => each.matches(".lib-all")) ?? everything()] : [];
  const wanted = [...lines, ...all];
  if (wanted.length !== there.length || wanted.some((line, at) => line !== there[at])) queue.replaceChildren(...wanted);
  files.forEach((file, at) => advance(lines[at], file));
};

const everything = () => {
  const item = document.createElement("li");
  item.className = "lib-all";
  item.append(button("lib-cancel-all", said("cancelAll"), () => files.slice().forEach(cancel)));
  return item;
};

const row = (file) => {
  const item = document.createElement("li");
  Object.assign(item, { file, state: file.state });
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const state = document.createElement("span");
  state.className = `lib-state ${file.state}`;
  state.textContent = said(file.state);
  item.append(name, state);
  if (file.state === "sending" || file.state === "working") {
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", file.name);
    const far = document.createElement("span");
    far.className = "lib-far";
    far.setAttribute("aria-hidden", "true");
    item.append(far, bar);
  }
  if (["waiting", "sending", "working"].includes(file.state)) {
    item.append(button("lib-cancel", said("cancel"), () => cancel(file)));
  }
  return item;
};

const advance = (line, file) => {
  const bar = line.querySelector("progress");
  if (!bar) return;
  const { done, total, stage } = file.state === "sending" ? { done: file.percent, total: 100 } : file.step ?? {};
  if (total) [bar.max, bar.value] = [total, done];
  else bar.removeAttribute("value");
  const words = said(stage ?? "");
  line.querySelector(".lib-far").textContent = words
    ? words.replace("{done}", done).replace("{total}", total)
    : total ? `${done}%` : "";
};

const button = (name, text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

const cancel = (file) => {
  if (!["waiting", "sending", "working"].includes(file.state)) return;
  file.state = "stopped";
  file.request?.abort();
  draw();
};

const take = (list) => {
  for (const content of list) files.push({ name: content.name, content, state: "waiting", percent: 0 });
  draw();
  running ??= work().finally(() => (running = null));
};

const work = async () => {
  const done = [];
  for (let file; (file = files.find((each) => each.state === "waiting")); ) {
    await send(file);
    done.push({ name: file.name, state: file.state, document: file.document ?? "", zh: file.zh ?? "", en: file.en ?? "" });
    draw();
  }
  // Those that got in or failed have their report; only what was called off stays in the queue.
  files = files.filter((file) => file.state === "stopped");
  draw();
  files = [];
  trigger("received", { files: done.filter((file) => file.state !== "stopped") });
};

// While a file is read and indexed, the server is asked how far it is.
const follow = async (file) => {
  while (file.state === "working") {
    await new Promise((resolve) => setTimeout(resolve, 400));
    if (file.state !== "working") return;
    try {
      file.step = await (await fetch(`/api/documents/${encodeURIComponent(file.name)}/progress`)).json();
    } catch {
      file.step = null; // The upload itself will say that the server is gone.
    }
    if (file.state === "working") draw();
  }
};

const send = (file) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  file.request = request;
  file.state = "sending";
  draw();
  request.upload.addEventListener("progress", (event) => {
    file.percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
    draw();
  });
  request.upload.addEventListener("load", () => {
    if (file.state === "sending") file.state = "working";
    draw();
    follow(file);
  });
  request.addEventListener("load", () => {
    let reply = {};
    try { reply = JSON.parse(request.responseText); } catch { reply = {}; }
    if (reply.document) {
      file.state = reply.outcome;
      file.document = reply.document.id;
    } else {
      file.state = "failed";
      file.zh = reply.error?.zh ?? said("unreachable");
      file.en = reply.error?.en ?? said("unreachable");
    }
    resolve();
  });
  request.addEventListener("error", () => {
    file.state = "failed";
    file.zh = file.en = said("unreachable");
    resolve();
  });
  request.addEventListener("abort", () => resolve());
  request.open("PUT", `/api/documents/${encodeURIComponent(file.name)}?quiet=true`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file.content);
});

element.addEventListener("change", (event) => {
  if (!event.target.matches(".lib-choose input")) return;
  take([...event.target.files]);
  event.target.value = "";
});
const over = (event) => box()?.dataset.waiting && [...(event.dataTransfer?.types ?? [])].includes("Files");
const shade = (on) => element.querySelector(".lib-drop")?.classList.toggle("over", on);
document.addEventListener("dragenter", (event) => { if (over(event)) shade(++dragged > 0); });
document.addEventListener("dragleave", (event) => { if (over(event)) shade(--dragged > 0); });
document.addEventListener("dragover", (event) => { if (over(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  if (!over(event)) return;
  // Anywhere on the page: a file that misses the box must not take its place.
  event.preventDefault();
  dragged = 0;
  shade(false);
  if (element.offsetParent) take([...event.dataTransfer.files]);
});
watch("value", draw);
