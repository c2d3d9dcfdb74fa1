// What the house does in the browser, for static and interactive pages alike: menus, drawer, theme, copying, and coming
// back after the connection was lost. Everything hangs on data attributes, so no page needs a script of its own.

const root = document.documentElement;

/* ---- Theme: at once, without a reload; the cookie lets the server send the next page in it. ---- */

const themeCookie = "onboarding.theme";
const oneYear = 365 * 24 * 60 * 60;

function showTheme() {
  const theme = root.dataset.theme ?? "system";
  for (const button of document.querySelectorAll("[data-preferences] button[name='theme']")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

function chooseTheme(theme) {
  root.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYear}; samesite=lax${secure}`;
  showTheme();
}

/* ---- Menus and the drawer ---- */

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) {
      menu.open = false;
    }
  }
}

function setDrawer(isOpen) {
  root.toggleAttribute("data-drawer-open", isOpen);
  const toggle = document.querySelector("[data-drawer-toggle]");
  toggle?.setAttribute("aria-expanded", String(isOpen));
  if (isOpen) {
    document.querySelector("[data-drawer] a")?.focus();
  } else if (document.activeElement?.closest("[data-drawer]")) {
    toggle?.focus();
  }
}

/* ---- Copying ---- */

const copiedFor = 2000;

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.querySelector("[data-copy-label]");
  const before = label.textContent;
  if (before !== button.dataset.copied) {
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = before), copiedFor);
  }
}

/* ---- A link on the page opens what a phone has folded ---- */

function unfold(link) {
  if (link && link.pathname === location.pathname && link.hash) {
    document
      .getElementById(decodeURIComponent(link.hash.slice(1)))
      ?.querySelectorAll("[data-fold][aria-expanded=false]")
      .forEach((button) => button.click());
  }
}

/* ---- One listener for all clicks ---- */

document.addEventListener(
  "click",
  (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) {
      return;
    }

    // A link in a menu leads away from it; the house stays where it is.
    closeMenus(target.closest("a[href]") ? null : target.closest("details[data-menu]"));
    unfold(target.closest("a[href]"));
    if (target.closest("[data-drawer-toggle]")) {
      setDrawer(!root.hasAttribute("data-drawer-open"));
    } else if (target.closest("[data-drawer-close], [data-drawer] a")) {
      setDrawer(false);
    }

    const theme = target.closest("[data-preferences] button[name='theme']");
    const copyButton = target.closest("[data-copy]");
    const fill = target.closest("[data-fill]");
    const skip = target.closest("[data-skip]");
    if (skip) {
      // The router of an interactive page would take the fragment for a navigation and leave the focus where it is.
      event.preventDefault();
      document.getElementById(skip.dataset.skip).focus();
    } else if (theme) {
      event.preventDefault();
      chooseTheme(theme.value);
    } else if (copyButton) {
      copy(copyButton);
    } else if (fill) {
      fillIn(JSON.parse(fill.dataset.fill));
    } else if (target.closest("[data-reload]")) {
      location.reload();
    } else if (target.closest("[data-print]")) {
      window.print();
    }
  },
  // Before the router of the interactive pages, which listens here too.
  { capture: true },
);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }

  const menu = document.querySelector("details[data-menu][open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (root.hasAttribute("data-drawer-open")) {
    setDrawer(false);
  }
});

// A box with a list of matches keeps Enter and the arrows: they choose from the list, and send no form.
document.addEventListener(
  "keydown",
  (event) => {
    if (["Enter", "ArrowUp", "ArrowDown"].includes(event.key) && event.target.matches?.("[data-combobox]")) {
      event.preventDefault();
    }
  },
  { capture: true },
);

/* ---- Shortcuts: data-shortcut="Control+Enter" on a button presses it, on anything else goes to its first control ---- */

const controls = "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled]), a[href], summary";

function keysOf(event) {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [event.ctrlKey && "Control", event.altKey && "Alt", name].filter(Boolean).join("+");
}

document.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.altKey) {
    return;
  }

  const target = document.querySelector(`[data-shortcut="${CSS.escape(keysOf(event))}"]`);
  if (!target) {
    return;
  }

  event.preventDefault();
  if (target.matches("button")) {
    // What is being typed counts: leaving the field hands it over before the button is pressed.
    const typing = document.activeElement;
    typing?.blur();
    target.click();
    typing?.focus({ preventScroll: true });
  } else if (target.matches("details")) {
    target.querySelector("summary").click();
  } else {
    target.querySelector(controls)?.focus();
    target.scrollIntoView({ block: "nearest" });
  }
});

// A menu that has just been rendered does not know the theme yet.
document.addEventListener("toggle", (event) => event.target.matches?.("details[data-menu]") && showTheme(), true);

/* ---- A row of the demo's list of accounts fills the sign-in form ---- */

function fillIn(values) {
  for (const [id, value] of Object.entries(values)) {
    const input = document.getElementById(id);
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/* ---- The circuit: keep trying, and reload when the portal is back without it ---- */

const healthTimeout = 3000;
const healthPause = 1000;
const quickestRetry = 500;
const slowestRetry = 3000;

async function isPortalUp(address) {
  try {
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(healthTimeout) });
    return answer.ok;
  } catch {
    return false;
  }
}

function watchConnection(dialog) {
  let isWaiting = false;

  async function reloadWhenUp() {
    if (isWaiting) {
      return;
    }

    isWaiting = true;
    while (!(await isPortalUp(dialog.dataset.health))) {
      await new Promise((resume) => setTimeout(resume, healthPause));
    }

    // Files that are on their way need no circuit: they arrive first, and the page shows them when it comes back.
    // So does what was typed while nobody heard it (kept.js).
    while (root.hasAttribute("data-uploading") || root.hasAttribute("data-handing-over")) {
      await new Promise((resume) => setTimeout(resume, healthPause));
    }

    location.reload();
  }

  new MutationObserver(() => {
    const { classList } = dialog;
    if (classList.contains("components-reconnect-failed") || classList.contains("components-reconnect-rejected")) {
      reloadWhenUp();
    }
  }).observe(dialog, { attributes: true, attributeFilter: ["class"] });
}

const dialog = document.getElementById("components-reconnect-modal");
if (dialog) {
  watchConnection(dialog);
}

showTheme();
globalThis.Blazor.start({
  circuit: {
    reconnectionOptions: {
      maxRetries: 1000,
      retryIntervalMilliseconds: (attempt) => Math.min(quickestRetry * (attempt + 1), slowestRetry),
    },
  },
});
