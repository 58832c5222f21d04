// The list of conversations: a click opens one, ✎ turns its title into a box, ↓ shows its files, ✕ asks once more
// before it deletes.
const lineOf = (node) => node.closest("li[data-id]");

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const line = button && lineOf(button);
  if (!line) return;
  if (button.matches(".open")) {
    document.getElementById("desk").dataset.history = "";
    trigger("open", { id: line.dataset.id });
  } else if (button.matches(".rename")) rename(line);
  else if (button.matches(".take")) take(line, button.getAttribute("aria-expanded") !== "true");
  else if (button.matches(".remove")) remove(line, button);
});

const take = (line, on) => {
  element.querySelectorAll(".files:not([hidden])").forEach((files) => {
    files.hidden = true;
    lineOf(files).querySelector(".take").setAttribute("aria-expanded", "false");
  });
  line.querySelector(".files").hidden = !on;
  line.querySelector(".take").setAttribute("aria-expanded", String(on));
};

const rename = (line) => {
  const open = line.querySelector(".open");
  const box = document.createElement("input");
  box.value = open.textContent;
  box.maxLength = 60;
  box.className = "rename-box";
  box.setAttribute("aria-label", line.querySelector(".rename").getAttribute("aria-label"));
  open.replaceWith(box);
  box.focus();
  box.select();
  let done = false;
  const finish = (keep) => {
    if (done) return;
    done = true;
    if (keep && box.value.trim()) open.textContent = box.value.trim();
    box.replaceWith(open);
    open.focus();
    if (keep) trigger("rename", { id: line.dataset.id, title: box.value });
  };
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "Escape") {
      event.stopPropagation();
      finish(event.key === "Enter");
    }
  });
  box.addEventListener("blur", () => finish(true));
};

const remove = (line, button) => {
  if (button.dataset.asked) {
    const open = line.querySelector('[aria-current="page"]');
    trigger("remove", { id: line.dataset.id });
    line.remove();
    if (open) document.querySelector("#clear").click();
    return;
  }
  button.dataset.asked = "1";
  button.classList.add("sure");
  const sign = button.textContent;
  button.textContent = button.dataset.sure;
  const relent = () => {
    delete button.dataset.asked;
    button.classList.remove("sure");
    button.textContent = sign;
  };
  button.addEventListener("blur", relent, { once: true });
  setTimeout(() => button.isConnected && relent(), 4000);
};

// The address names the conversation, so that a reload comes back to it.
watch("value", () => {
  const open = element.querySelector("[data-current]");
  const url = new URL(location.href);
  if (!open) return;
  if (open.dataset.current) url.searchParams.set("c", open.dataset.current);
  else url.searchParams.delete("c");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
});
