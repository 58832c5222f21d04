// Files dropped or chosen go to the server one by one, each with its progress; what is left can be called off.
let files = [];
let running = null;
let dragged = 0;
const box = () => element.querySelector(".lib-add");
const said = (name) => box()?.dataset[name] ?? "";

const draw = () => {
  const queue = element.querySelector(".lib-queue");
  if (!queue) return;
  queue.replaceChildren(...files.map(row));
  const left = files.filter((file) => file.state === "waiting").length;
  if (left > 1) {
    const item = document.createElement("li");
    item.append(button("lib-cancel-all", said("cancelAll"), () => files.slice().forEach(cancel)));
    queue.append(item);
  }
};

const row = (file) => {
  const item = document.createElement("li");
  const name = document.createElement("bdi");
  name.textContent = file.name;
  const state = document.createElement("span");
  state.className = `lib-state ${file.state}`;
  state.textContent = said(file.state).replace("{percent}", file.percent);
  item.append(name, state);
  if (file.state === "sending" || file.state === "working") {
    const bar = document.createElement("progress");
    bar.max = 100;
    if (file.state === "sending") bar.value = file.percent;
    bar.setAttribute("aria-label", file.name);
    item.append(bar);
  }
  if (["waiting", "sending", "working"].includes(file.state)) {
    item.append(button("lib-cancel", said("cancel"), () => cancel(file)));
  }
  return item;
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
