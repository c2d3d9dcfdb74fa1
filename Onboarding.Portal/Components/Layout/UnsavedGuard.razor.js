// What is typed and not saved, read from the fields: a form whose fields differ from what they were when somebody first came
// into it. Forms that search, those that the browser itself sends, and those that save what is typed hold nothing that could be lost.

const forms = "main form, .rz-dialog form";
const harmless = "[role='search'], [method='post'], [data-saves-itself]";
const entering = ["focusin", "pointerdown", "keydown", "beforeinput"];
const typing = ["input", "change"];

/** @type {WeakMap<HTMLFormElement, string>} What the fields of a form held at first. */
let first = new WeakMap();

/** @type {{ invokeMethodAsync: (name: string) => Promise<void> } | null} */
let guard = null;

/** @type {WeakMap<HTMLFormElement, { field: Element, version: string, at: number, isLeft: boolean }>} The last field typed into, and what was kept before. */
let typed = new WeakMap();

// As long as a key may be on its way to the server.
const onTheWay = 1000;

let isTold = false;

/** Whether the page asks by now, before a link is followed. */
let isWatched = false;

/** @type {HTMLAnchorElement | null} A link that waits until the page asks. */
let held = null;

const valuesOf = (form) =>
  JSON.stringify([...form.elements].map((field) => [field.id, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value]));

const formOf = ({ target }) => {
  const form = target instanceof Element ? target.closest(forms) : null;
  return form?.matches(harmless) ? null : form;
};

function remember(event) {
  const form = formOf(event);
  if (form && !first.has(form)) {
    first.set(form, valuesOf(form));
  }
}

function note(event) {
  const form = formOf(event);
  const version = form?.querySelector("[data-kept-form]")?.dataset.keptVersion;
  if (version !== undefined) {
    const before = typed.get(form);
    const isGoingOn = before?.field === event.target && event.type === "input" && !before.isLeft;
    typed.set(form, { field: event.target, version: isGoingOn ? before.version : version, at: Date.now(), isLeft: event.type === "change" });
  }
}

// Whether everything in the form is on the server by now. What is typed while nobody hears it, or into a field that is told of only
// when it is left, is not.
function isKept(form) {
  const mark = form.querySelector("[data-kept-form]");
  const last = typed.get(form);
  return mark !== null && last !== undefined && ["Saved", "Restored"].includes(mark.dataset.keptState) && mark.dataset.keptPending === undefined
    && (last.isLeft || mark.dataset.keptVersion !== last.version) && Date.now() - last.at > onTheWay
    && !document.querySelector(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected");
}

function tell(event) {
  note(event);
  if (!isTold && formOf(event)) {
    isTold = true;
    guard?.invokeMethodAsync("Typed");
  }
}

// The page asks only once it was told, and that takes as long as the network does: a link that is followed meanwhile would leave
// without a question. It is held until then.
function hold(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey;
  if (link && isPlain && !link.target && !link.hasAttribute("download") && isTold && !isWatched && isThere()) {
    event.preventDefault();
    event.stopImmediatePropagation();
    held = link;
  }
}

function release() {
  const link = held;
  held = null;
  link?.click();
}

// A form that has gone took what was typed with it. It is said at once, so that leaving the page later needs no question to the
// browser on the way, in which a click could be lost.
function settle() {
  if (isTold && !isThere()) {
    isTold = false;
    isWatched = false;
    guard?.invokeMethodAsync("Settled");
    release();
  }
}

const goings = new MutationObserver((records) => {
  if (isTold && records.some(({ removedNodes }) => [...removedNodes].some((node) => node instanceof Element && (node.matches("form") || node.querySelector("form"))))) {
    settle();
  }
});

const lost = () => [...document.querySelectorAll(forms)].filter((form) => first.has(form) && first.get(form) !== valuesOf(form));

function ask(event) {
  if (lost().some((form) => !isKept(form))) {
    event.preventDefault();
  }
}

/** Whether a form on the page holds something that would be lost; those of these names are kept on the server. */
export function isThere(kept = []) {
  return lost().some((form) => !kept.includes(form.querySelector("[data-kept-form]")?.dataset.keptForm));
}

/** The page asks from now on. */
export function watch() {
  isWatched = isTold;
  release();
}

/** What the fields hold now is saved, or given up. */
export function forget() {
  first = new WeakMap();
  typed = new WeakMap();
  isTold = false;
  isWatched = false;
}

export function start(caller) {
  guard = caller;
  forget();
  for (const event of entering) {
    document.addEventListener(event, remember, { capture: true });
  }

  for (const event of typing) {
    document.addEventListener(event, tell, { capture: true });
  }

  document.addEventListener("click", hold, { capture: true });
  goings.observe(document.body, { childList: true, subtree: true });
  globalThis.addEventListener("beforeunload", ask);
}

export function stop() {
  guard = null;
  goings.disconnect();
  for (const event of entering) {
    document.removeEventListener(event, remember, { capture: true });
  }

  for (const event of typing) {
    document.removeEventListener(event, tell, { capture: true });
  }

  document.removeEventListener("click", hold, { capture: true });
  globalThis.removeEventListener("beforeunload", ask);
}
