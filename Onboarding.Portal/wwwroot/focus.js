// Keeps the focus near where it was. The button that was pressed is often gone or disabled once its work is done, and the
// browser then drops the focus to the top of the page; whoever works by keyboard or screen reader would begin anew each time.

const dialog = ".rz-dialog";
const home = "[data-focus-home], section[aria-labelledby], main";
const settleTime = 80;

/** @type {{ element: Element, around: Element[] } | null} Who had the focus last, and what stood around it then. */
let last = null;

/** @type {typeof last} Who had it before a dialog took it. */
let opener = null;

let timer = 0;

function around(element) {
  const found = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    found.push(at);
  }

  return found;
}

const isUsable = (element) => element.isConnected && !element.disabled && element.getClientRects().length > 0;

// By what stood around it: a dialog that has closed is no longer around anything.
const isInDialog = ({ around: places }) => places.some((element) => element.matches(dialog));

const isLost = () => document.activeElement === null || document.activeElement === document.body;

// A form that was opened by the button of an action leads back to that button; other places name their first stop, and the
// page as a whole has its heading.
function stopIn(place, before) {
  const action = before.around.find((element) => element.matches("[data-form]"))?.dataset.form;
  const button = action && place.querySelector(`button[data-action="${CSS.escape(action)}"]`);
  const named = place.querySelector("[data-focus-first]");
  return [button, named, place.matches("main") ? place.querySelector("h1") : place].find((stop) => stop && isUsable(stop));
}

function giveTo(element) {
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) {
    element.tabIndex = -1;
  }

  element.focus({ preventScroll: true });

  // The page does not move under the eyes, unless the focus would stand where nobody sees it.
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 0 || top > window.innerHeight) {
    element.scrollIntoView({ block: "center" });
  }
}

function restore() {
  if (!last || !isLost()) {
    return;
  }

  // Only disabled: its work is under way, and the page is about to change.
  if (last.element.isConnected && last.element.disabled) {
    return;
  }

  const before = isInDialog(last) && !document.querySelector(dialog) ? opener : last;
  if (!before) {
    return;
  }

  const places = before.around.filter((element) => element.isConnected && element.matches(home));

  // What stood in a menu is hidden with it; the button that opens the menu is not.
  const menu = before.around.find((element) => element.isConnected && element.matches("details[data-menu]"));
  const opens = menu?.querySelector("summary");
  const stops = [isUsable(before.element) && before.element, opens && isUsable(opens) && opens, ...places.map((place) => stopIn(place, before))];
  const stop = stops.find(Boolean);
  if (stop) {
    giveTo(stop);
  }
}

function restoreSoon() {
  if (last && isLost()) {
    clearTimeout(timer);
    timer = setTimeout(restore, settleTime);
  }
}

document.addEventListener("focusin", ({ target }) => {
  const now = { element: target, around: around(target) };
  if (isInDialog(now) && !(last && isInDialog(last))) {
    opener = last;
  }

  last = now;
});

// Somebody who clicks beside everything wants the focus nowhere.
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (relatedTarget === null) {
    queueMicrotask(() => {
      if (isLost() && isUsable(target) && last?.element === target) {
        last = null;
      }
    });
  }
});
document.addEventListener("pointerdown", () => isLost() && (last = null), { capture: true });

new MutationObserver(restoreSoon).observe(document.body, {
  attributes: true,
  attributeFilter: ["disabled"],
  childList: true,
  subtree: true,
});
