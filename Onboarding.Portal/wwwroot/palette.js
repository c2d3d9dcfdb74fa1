// The palette (Ctrl+K): a case by its number, every page of the navigation, every action that the page offers at this moment: what stands on
// the page already, so it offers nobody anything that they may not do. Open work and customers by name it asks of the server, which says
// what this person may see; the words travel in the body of the request, never in an address.

const pages = "#navigation li a[href]";
const actions = "main button[data-action], main a[data-action], main button[data-work-item], main [data-palette-action], [data-palette-action]";
const mostShown = 50;
const number = /^(?:onb)?[-\s]*(?:(\d{4})[-\s]+)?(\d{1,9})$/i;

const palette = () => document.querySelector("dialog[data-palette]");
const list = () => palette().querySelector("[data-palette-list]");
const input = () => palette().querySelector("input");

/** @type {{ text: string, kind: string, run: () => void }[]} */
let known = [];
let shown = [];

/** What the server found, and for which words. */
let found = { text: "", entries: [] };

/** @type {AbortController | null} The question that is under way. */
let asking = null;
let pause = 0;

const leastLetters = 2;
const pauseLength = 200;
let at = 0;

const wordsOf = (element) => (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const go = (href) => globalThis.Blazor.navigateTo(href);

function collect() {
  const { pages: page, actions: action } = palette().dataset;
  const buttons = [...new Set(document.querySelectorAll(actions))].filter(
    (element) => !element.disabled && (element.getClientRects().length > 0 || element.hasAttribute("data-palette-action")));
  return [
    ...buttons.map((element) => ({ text: wordsOf(element), kind: action, run: () => element.click() })),
    ...[...document.querySelectorAll(pages)].map((link) => ({ text: wordsOf(link), kind: page, run: () => go(link.getAttribute("href")) })),
  ].filter((entry) => entry.text);
}

// 17 is the seventeenth of this year.
function caseOf(text) {
  const found = number.exec(text.trim());
  if (!found) {
    return [];
  }

  const name = `ONB-${found[1] ?? palette().dataset.year}-${found[2].padStart(6, "0")}`;
  return [{ text: palette().dataset.case.replace("{0}", name), kind: "", run: () => go(`/cases/${name}`) }];
}

function matching(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return known.filter((entry) => words.every((word) => plain(entry.text).includes(word)));
}

function line(entry, index) {
  const item = document.createElement("li");
  item.id = `palette-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(index === at));
  const words = document.createElement("span");
  words.textContent = entry.text;
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = entry.kind;
  item.append(words, kind);
  return item;
}

function show() {
  const text = input().value;
  shown = [...caseOf(text), ...matching(text), ...(found.text === text.trim() ? found.entries : [])].slice(0, mostShown);
  at = Math.min(at, Math.max(shown.length - 1, 0));
  list().replaceChildren(...shown.map(line));
  palette().querySelector("[data-palette-nothing]").hidden = shown.length > 0;
  palette().querySelector("[data-palette-count]").textContent = palette().dataset.count.replace("{0}", String(shown.length));
  if (shown.length > 0) {
    input().setAttribute("aria-activedescendant", `palette-${at}`);
    list().children[at].scrollIntoView({ block: "nearest" });
  } else {
    input().removeAttribute("aria-activedescendant");
  }
}

// After a short pause in the typing; another key gives up the question before.
function search() {
  clearTimeout(pause);
  asking?.abort();
  const text = input().value.trim();
  if (text.length >= leastLetters && found.text !== text) {
    pause = setTimeout(() => ask(text), pauseLength);
  }
}

async function ask(text) {
  asking = new AbortController();
  try {
    const answer = await fetch(palette().dataset.find, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text }), signal: asking.signal,
    });
    if (answer.ok) {
      found = { text, entries: (await answer.json()).map((one) => ({ text: `${one.name} · ${one.number}`, kind: one.kind, run: () => go(one.address) })) };
      show();
    }
  } catch {
    // Typed on, or away from the server for a moment: what the page itself offers is there all the same.
  }
}

function open() {
  if (!palette() || document.querySelector(".rz-dialog")) {
    return;
  }

  known = collect();
  found = { text: "", entries: [] };
  at = 0;
  input().value = "";
  palette().showModal();
  input().focus();
  show();
}

function choose(index) {
  const entry = shown[index];
  palette().close();

  // The focus goes back first: what is pressed may want to take it.
  entry?.run();
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const option = target?.closest("[data-palette-list] > li");
  if (target?.closest("[data-palette-open]")) {
    open();
  } else if (option) {
    choose([...list().children].indexOf(option));
  } else if (target?.matches("dialog[data-palette]")) {
    palette().close(); // beside it
  }
});

document.addEventListener("input", (event) => {
  if (event.target instanceof Element && event.target.matches("dialog[data-palette] input")) {
    at = 0;
    show();
    search();
  }
});

document.addEventListener(
  "keydown",
  (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k" && palette()) {
      event.preventDefault();
      palette().open ? palette().close() : open();
      return;
    }

    if (!palette()?.open) {
      return;
    }

    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) {
      event.preventDefault();
      at = (at + steps[event.key] + shown.length) % Math.max(shown.length, 1);
      show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(at);
    }
  },
  { capture: true },
);
