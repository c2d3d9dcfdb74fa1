// The keys of the verification form. They press what is on the page: what a line does not offer cannot be done by a key.

const isTyping = (target) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, .rz-dialog, details.menu[open]") !== null;

const openLine = (list) => list.querySelector("[data-line][data-open]");

function move(list, step) {
  const heads = [...list.querySelectorAll("[data-line-head]")];
  const focused = heads.indexOf(document.activeElement?.closest("[data-line]")?.querySelector("[data-line-head]"));
  const current = focused >= 0 ? focused : heads.indexOf(openLine(list)?.querySelector("[data-line-head]"));
  const head = heads[Math.min(Math.max(current + step, 0), heads.length - 1)];
  head?.focus();
  if (head?.getAttribute("aria-expanded") === "false") {
    head.click();
  }
  head?.scrollIntoView({ block: "nearest" });
}

function choose(list, index) {
  openLine(list)?.querySelector("[data-again]")?.click();
  openLine(list)?.querySelectorAll("[data-result]")[index]?.click();
}

function write(list) {
  openLine(list)?.querySelector("[data-write]")?.focus();
}

document.addEventListener("keydown", (event) => {
  const list = document.querySelector("[data-check-list=true]");
  if (!list || event.altKey || !(event.target instanceof Element)) {
    return;
  }

  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    openLine(list)?.querySelector("[data-save]")?.click();
    return;
  }

  if (event.ctrlKey || event.metaKey || isTyping(event.target)) {
    return;
  }

  const actions = {
    j: () => move(list, 1),
    k: () => move(list, -1),
    1: () => choose(list, 0),
    2: () => choose(list, 1),
    3: () => choose(list, 2),
    e: () => write(list),
    d: () => openLine(list)?.querySelector("[data-show-document]")?.click(),
  };
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

// Says that the keys work from now on.
document.documentElement.dataset.checkKeys = "ready";
