// The keys of a queue: moving between rows needs no answer from the server, so it is done here. The actions press the
// row's own buttons, and what a row does not offer cannot be done by a key either.

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog, .rz-dialog, details[open]") !== null;

function move(list, step) {
  const links = [...list.querySelectorAll("[data-open]")];
  const current = links.indexOf(document.activeElement?.closest("[data-queue-row]")?.querySelector("[data-open]"));
  const next = current < 0 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: "nearest" });
}

const press = (kind) => document.activeElement?.closest("[data-queue-row]")?.querySelector(`[data-${kind}]`)?.click();

document.addEventListener("keydown", (event) => {
  const list = document.querySelector("[data-queue-list]");
  if (!document.querySelector("[data-queue-bar]") || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || isTyping(event.target)) {
    return;
  }

  const isInList = list?.contains(event.target);
  const actions = {
    j: list ? () => move(list, 1) : undefined,
    k: list ? () => move(list, -1) : undefined,
    "/": () => {
      const search = document.querySelector("[data-queue-search]");
      search?.focus();
      search?.select();
    },
    c: () => press("claim"),
    r: () => press("release"),
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
document.documentElement.dataset.queueKeys = "ready";
