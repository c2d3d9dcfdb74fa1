// The keys of the register: moving between rows and going to the search need no answer from the server.

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog, .rz-dialog, details[open]") !== null;

function move(list, step) {
  const links = [...list.querySelectorAll("[data-open]")];
  const current = links.indexOf(document.activeElement?.closest("[data-customer-row]")?.querySelector("[data-open]"));
  const next = current < 0 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const search = document.querySelector("[data-register-search]");
  if (!search || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || isTyping(event.target)) {
    return;
  }

  const list = document.querySelector("[data-register-list]");
  const isInList = list?.contains(event.target);
  const actions = {
    "/": () => {
      search.focus();
      search.select();
    },
    j: list ? () => move(list, 1) : undefined,
    k: list ? () => move(list, -1) : undefined,
    ArrowDown: isInList ? () => move(list, 1) : undefined,
    ArrowUp: isInList ? () => move(list, -1) : undefined,
  };
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

// Says that the keys work from now on.
document.documentElement.dataset.registerKeys = "ready";
