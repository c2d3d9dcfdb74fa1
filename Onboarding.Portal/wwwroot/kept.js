// What is typed into a kept form (data-kept-form) while the server cannot hear it. When the circuit comes back, the fields say again what
// they hold; when it does not, their words are handed over to the draft before the page is loaded anew, and stand there again.

const root = document.documentElement;
const dialog = document.getElementById("components-reconnect-modal");

// A connection dies some time before anybody notices. Saying what was heard already again does no harm.
const unnoticed = 60_000;
const retryPause = 1000;

/** @type {Map<HTMLElement, number>} When somebody last typed into a field. */
const typed = new Map();

const is = (...states) => states.some((state) => dialog.classList.contains(`components-reconnect-${state}`));

function remember({ target }) {
  if (target instanceof HTMLElement && target.matches("input, textarea, select") && markOf(target)) {
    typed.set(target, is("show", "failed", "rejected") ? Number.POSITIVE_INFINITY : Date.now());
  }
}

// The mark stands inside its form, beside the fields: the nearest one is theirs.
function markOf(field) {
  for (let around = field.parentElement; around && around.tagName !== "MAIN"; around = around.parentElement) {
    const mark = around.querySelector("[data-kept-form]");
    if (mark) {
      return mark;
    }
  }

  return null;
}

function unheard() {
  const since = Date.now() - unnoticed;
  const fields = [...typed].filter(([field, at]) => field.isConnected && at >= since).map(([field]) => field);
  typed.clear();
  return fields;
}

function sayAgain() {
  for (const field of unheard()) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

async function handOver() {
  if (root.hasAttribute("data-handing-over")) {
    return;
  }

  const forms = new Map();
  for (const field of unheard().filter((one) => one.dataset.kept)) {
    const { keptKind, keptNumber, keptForm } = markOf(field).dataset;
    const form = forms.get(keptForm) ?? { kind: keptKind, number: keptNumber, form: keptForm, texts: {} };
    form.texts[field.dataset.kept] = field.value;
    forms.set(keptForm, form);
  }

  if (forms.size === 0) {
    return;
  }

  root.setAttribute("data-handing-over", "");
  for (const form of forms.values()) {
    await send(JSON.stringify(form));
  }

  root.removeAttribute("data-handing-over");
}

// Until the portal answers, whatever it says: a session that has ended takes nothing, and waiting would not change that.
async function send(body) {
  for (;;) {
    try {
      await fetch("/drafts", { method: "POST", headers: { "Content-Type": "application/json" }, body });
      return;
    } catch {
      await new Promise((resume) => setTimeout(resume, retryPause));
    }
  }
}

if (dialog) {
  for (const event of ["input", "change"]) {
    document.addEventListener(event, remember, { capture: true });
  }

  let wasCut = false;
  new MutationObserver(() => {
    if (is("failed", "rejected")) {
      handOver();
    } else if (is("show")) {
      wasCut = true;
    } else if (wasCut) {
      wasCut = false;
      sayAgain();
    }
  }).observe(dialog, { attributes: true, attributeFilter: ["class"] });
}
