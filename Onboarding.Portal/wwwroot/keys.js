// Letters as keys. data-key="n" on a button lets the letter press it, on whatever page it is shown; data-row-key="s" does the
// same inside a list, for the row that has the focus. What is not offered cannot be done by a key either, and nothing happens
// while somebody types or a dialog asks something.

const typing = "input:not([type='checkbox']):not([type='radio']):not([type='button']), textarea, select, [contenteditable]";
const asking = "dialog[open], .rz-dialog, details[data-menu][open]";
const row = "[data-queue-row]";

const isShown = (element) => !element.disabled && element.getClientRects().length > 0;

const currentRow = () => document.activeElement?.closest(row);

function inRow(key) {
  return [...(currentRow()?.querySelectorAll(`[data-row-key="${CSS.escape(key)}"]`) ?? [])].find(isShown);
}

function onPage(key) {
  return [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(isShown);
}

// Chooses the row with the focus and the one it goes to: a whole block with Shift held down.
function chooseWhileMoving(event, letter) {
  const choose = () => {
    const box = inRow("x");
    if (box && !box.checked) {
      box.click();
    }
  };
  choose();
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: letter, bubbles: true, cancelable: true }));
  choose();
  event.preventDefault();
  event.stopImmediatePropagation();
}

// The list of keys where the page has one, otherwise the palette, which leads everywhere.
function showHelp() {
  const help = document.querySelector('details[data-shortcut="Control+/"] > summary');
  if (help && isShown(help)) {
    help.scrollIntoView({ block: "center" });
    help.click();
  } else {
    document.querySelector("[data-palette-open]")?.click();
  }
}

document.addEventListener(
  "keydown",
  (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element) || target.closest(typing) || document.querySelector(asking)) {
      return;
    }

    if (event.key === "?") {
      event.preventDefault();
      showHelp();
      return;
    }

    if ((event.key === "J" || event.key === "K") && document.querySelector("[data-queue-list]")) {
      chooseWhileMoving(event, event.key.toLowerCase());
      return;
    }

    // What is chosen goes before the row that happens to have the focus.
    const button = onPage(event.key) ?? inRow(event.key);
    if (button) {
      event.preventDefault();
      event.stopImmediatePropagation();
      button.click();
    }
  },
  { capture: true },
);
