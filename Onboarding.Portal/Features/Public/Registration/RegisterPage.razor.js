// What is typed reaches the portal while it is typed, not only when a field is left. Until the portal says that it is kept, it
// stays in the tab's session storage: a lost connection, a reload or a restarted portal costs nothing. It stays there together with
// the version of the form over which it was typed, so that it never goes unasked over what another device typed since.

const storageKey = "registration-form";
const openKey = "registration-open";
const pause = 700;
const retryAfter = 2500;
const noticeHeight = 160;

let page = null;
let token = null;
let unkept = [];
let pending = {};
let version = 0;
let timer = 0;
let isSending = false;
let observer = null;

/** @type {Set<HTMLElement>} What was changed while nobody listened on the other side. */
let unheard = new Set();

// Back again, the dialog has a class of its own: components-reconnect-hide.
const isConnected = () => !/components-reconnect-(?!modal|hide)/.test(document.getElementById("components-reconnect-modal")?.className ?? "");

// What the page shows now is based on this version.
const shownVersion = () => Number(document.querySelector("form[data-step]")?.dataset.version ?? 0);

function load() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    return stored?.token === token ? [stored.fields, stored.version ?? 0] : [{}, 0];
  } catch {
    return [{}, 0];
  }
}

function store() {
  try {
    if (Object.keys(pending).length === 0) {
      sessionStorage.removeItem(storageKey);
    } else {
      sessionStorage.setItem(storageKey, JSON.stringify({ token, version, fields: pending }));
    }
  } catch {
    // A browser without storage: the page itself still holds what was typed.
  }
}

// Whether this tab has the form open for the first time; a reload is the same visit.
function visit() {
  try {
    const isFirst = token !== sessionStorage.getItem(openKey);
    sessionStorage.setItem(openKey, token ?? "");
    return isFirst;
  } catch {
    return false;
  }
}

function showConnection() {
  const isAway = !navigator.onLine || !isConnected();
  for (const element of document.querySelectorAll("[data-saving], form[data-step]")) {
    element.toggleAttribute("data-offline", isAway);
  }

  // The notice at the bottom must not lie on the field in which somebody types.
  const field = document.activeElement?.closest("form[data-step] .field");
  if (isAway && field && field.getBoundingClientRect().bottom > innerHeight - noticeHeight) {
    field.scrollIntoView({ block: "center" });
  }
}

function schedule(delay) {
  clearTimeout(timer);
  timer = setTimeout(() => send(false), delay);
}

async function send(isSettled) {
  if (isSending || !page || Object.keys(pending).length === 0) {
    return;
  }

  if (!navigator.onLine || !isConnected()) {
    schedule(retryAfter);
    return;
  }

  isSending = true;
  const sent = { ...pending };
  let isKept = false;
  try {
    isKept = await page.invokeMethodAsync("TypedAsync", sent, isSettled);
  } catch {
    // The connection went while it was on its way: it is sent again.
  } finally {
    isSending = false;
  }

  if (isKept) {
    for (const [id, value] of Object.entries(sent)) {
      if (pending[id] === value) {
        delete pending[id];
      }
    }

    version = shownVersion();
    store();
  }

  if (Object.keys(pending).length > 0) {
    schedule(isKept ? pause : retryAfter);
  }
}

function take({ target, type }) {
  if (!(target instanceof HTMLElement) || !target.closest("form[data-step]") || target.type === "file") {
    return;
  }

  if (type === "change" && !isConnected()) {
    unheard.add(target);
  }

  const id = target.type === "radio" ? target.name : target.id;
  if (!id.startsWith("field-") || unkept.includes(id)) {
    return;
  }

  if (Object.keys(pending).length === 0) {
    version = shownVersion();
  }

  pending[id] = target.type === "checkbox" ? (target.checked ? "True" : "") : target.value;
  store();
  schedule(pause);
}

function look() {
  if (document.visibilityState === "visible" && isConnected() && Object.keys(pending).length === 0) {
    page?.invokeMethodAsync("LookAsync").catch(() => {});
  }
}

// What was left or chosen while the connection was away never reached its field on the other side: it is said again.
async function reconnected() {
  showConnection();
  if (!navigator.onLine || !isConnected()) {
    return;
  }

  const repeated = [...unheard];
  unheard.clear();
  await send(true);
  for (const element of repeated.filter((item) => item.isConnected)) {
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** Begins to listen; answers what this tab still holds of the form, over which version that was typed, and whether it is new here. */
export function start(caller, draft, unkeptIds) {
  page = caller;
  token = draft;
  unkept = unkeptIds;
  [pending, version] = load();
  document.addEventListener("input", take);
  document.addEventListener("change", take);
  document.addEventListener("visibilitychange", look);
  globalThis.addEventListener("online", reconnected);
  globalThis.addEventListener("offline", showConnection);
  const dialog = document.getElementById("components-reconnect-modal");
  if (dialog) {
    observer = new MutationObserver(reconnected);
    observer.observe(dialog, { attributes: true, attributeFilter: ["class"] });
  }

  return { version, fields: pending, isFirst: visit() };
}

/** The form is kept under a link from now on: only the address changes, so that nobody loses the field they type in. */
export function begun(draft, address) {
  token = draft;
  version = shownVersion();
  store();
  visit();
  history.replaceState(history.state, "", address);
}

/** What this tab holds is not wanted any more. */
export function forget(draft) {
  clearTimeout(timer);
  token = draft;
  pending = {};
  unheard.clear();
  store();
}

export function stop() {
  clearTimeout(timer);
  page = null;
  observer?.disconnect();
  document.removeEventListener("input", take);
  document.removeEventListener("change", take);
  document.removeEventListener("visibilitychange", look);
  globalThis.removeEventListener("online", reconnected);
  globalThis.removeEventListener("offline", showConnection);
}
