// Sends files while the page stands, each by itself and two at a time, those of one kind one after the other. Nothing here
// needs the circuit: a file waits for the connection, is sent again when it is back, and can be cancelled meanwhile. Each
// file has a number of its own; sent twice, because the answer was lost on the way, it is one document.

const together = 2;
const firstPause = 1000;
const longestPause = 30000;
const longestStall = 30000;
const longestCheck = 180000;
const busyPhases = new Set(["queued", "sending", "checking", "waiting", "busy"]);

/** The places that were started on this page, by what is sent there: one that comes back finds its files again. */
const places = new Map();

const isOnline = () => navigator.onLine !== false;
const keyOf = ({ dataset }) => `${dataset.place} ${dataset.kind ?? ""}`;
const sizes = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 0 });

function sizeOf(bytes) {
  const kilo = 1024;
  if (bytes < kilo) {
    return `${bytes} B`;
  }

  return bytes < kilo * kilo ? `${whole.format(bytes / kilo)} kB` : `${sizes.format(bytes / kilo / kilo)} MB`;
}

// A page that is not served over HTTPS, on a developer's network, has no randomUUID.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/* ---- What is seen ---- */

function show(entry) {
  const { row, place } = entry;
  if (row) {
    row.dataset.phase = entry.phase;
    row.querySelector("progress").value = entry.percent;
    row.querySelector("[data-percent]").textContent = `${entry.percent}\u2009%`;
    // The address may have changed since the page was opened: a draft gets its own when it is first saved.
    row.querySelector("[data-sign-in-again]").href = place.signIn + encodeURIComponent(location.pathname);
    const note = row.querySelector("[data-note]");
    const text = entry.message ?? place.texts[entry.phase] ?? "";
    if (note.textContent !== text) {
      note.textContent = text;
    }
  }

  const waits = place.entries.some((other) => other.phase === "chosen");
  place.element?.querySelector("[data-send-row]").toggleAttribute("hidden", !waits);
  const isBusy = [...places.values()].some((other) => other.entries.some(({ phase }) => busyPhases.has(phase)));
  // The page does not reload itself while files are on their way: shell.js.
  document.documentElement.toggleAttribute("data-uploading", isBusy);
}

function draw(entry) {
  const { place } = entry;
  const row = place.element.querySelector("[data-prototype] > li").cloneNode(true);
  const { name } = entry.file;
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-length]").textContent = sizeOf(entry.file.size);
  for (const labelled of row.querySelectorAll("[aria-label]")) {
    labelled.setAttribute("aria-label", labelled.getAttribute("aria-label").replace("{0}", () => name));
  }

  const choice = row.querySelector("[data-choice]");
  if (choice) {
    choice.value = entry.kind;
    choice.addEventListener("change", () => (place.usual = entry.kind = choice.value));
  }

  row.querySelector("[data-cancel]").addEventListener("click", () => cancel(entry));
  row.querySelector("[data-again]").addEventListener("click", () => again(entry));
  row.querySelector("[data-away]").addEventListener("click", () => remove(entry));
  place.element.querySelector("[data-rows]").append(row);
  entry.row = row;
  show(entry);
}

// The slot of one document shows what was refused last; what was refused before is folded into one line.
function fold({ element, entries, atOnce, texts }) {
  if (!element || !atOnce) {
    return;
  }

  const refused = entries.filter(({ phase, row }) => phase === "refused" && row);
  const last = refused.pop();
  const older = element.querySelector("[data-older]");
  if (last && older.contains(last.row)) {
    element.querySelector("[data-rows]").append(last.row);
  }

  older.querySelector("[data-older-rows]").append(...refused.map(({ row }) => row));
  older.querySelector("summary").textContent = texts.older.replace("{0}", () => whole.format(refused.length));
  older.toggleAttribute("hidden", refused.length === 0);
}

function move(entry, phase, message = null) {
  entry.phase = phase;
  entry.message = message;
  show(entry);
  if (phase === "refused") {
    fold(entry.place);
  }
}

function remove(entry) {
  const { place } = entry;
  place.entries = place.entries.filter((other) => other !== entry);
  if (entry.row?.contains(document.activeElement)) {
    place.element?.querySelector("input[data-choose]").focus();
  }

  entry.row?.remove();
  entry.row = null;
  show(entry);
  fold(place);
}

/* ---- What is chosen ---- */

function choose(place, files) {
  const { element } = place;
  const isTooMany = files.length > Number(element.dataset.most);
  element.querySelector("[data-too-many]").toggleAttribute("hidden", !isTooMany);
  if (isTooMany) {
    return;
  }

  const atOnce = element.dataset.atOnce === "true";
  for (const file of files) {
    const kind = element.dataset.kind ?? place.usual ?? element.querySelector("[data-prototype] [data-choice]").value;
    const entry = { id: newId(), file, place, kind, phase: atOnce ? "queued" : "chosen", percent: 0, tries: 0, message: null };
    place.entries.push(entry);
    draw(entry);
    if (file.size > Number(element.dataset.limit)) {
      // Larger files do not travel. One that says something else of itself is stopped by the portal.
      move(entry, "refused", place.texts.tooLarge);
    }
  }

  pump(place);
}

/* ---- What is sent ---- */

// Files of one kind go one after the other: they are the pages of one document and keep the order in which they were chosen.
function pump(place) {
  let free = together - place.entries.filter(({ phase }) => phase === "sending" || phase === "checking").length;
  const taken = new Set();
  for (const entry of place.entries.filter(({ phase }) => busyPhases.has(phase))) {
    if (free > 0 && entry.phase === "queued" && !taken.has(entry.kind)) {
      free--;
      post(entry);
    }

    taken.add(entry.kind);
  }
}

function post(entry) {
  const { place, file } = entry;
  const request = new XMLHttpRequest();
  entry.request = request;
  entry.percent = 0;
  move(entry, "sending");
  request.open("POST", place.address);
  request.setRequestHeader("RequestVerificationToken", place.antiforgery);
  request.setRequestHeader("Upload-Ticket", place.ticket);
  request.setRequestHeader("Upload-Id", entry.id);
  request.setRequestHeader("Upload-Kind", entry.kind);
  if (entry.replacement) {
    request.setRequestHeader("Upload-Replacement", entry.replacement);
  }

  request.setRequestHeader("Upload-Name", encodeURIComponent(file.name));
  request.setRequestHeader("Content-Type", "application/octet-stream");

  // A line that is dead without saying so is given up like one that says so.
  const watch = (patience) => {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => lose(entry, request), patience);
  };
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    entry.percent = total > 0 ? Math.min(100, Math.floor((loaded / total) * 100)) : 0;
    show(entry);
    watch(longestStall);
  });
  request.upload.addEventListener("load", () => {
    entry.percent = 100;
    move(entry, "checking");
    watch(longestCheck);
  });
  request.addEventListener("load", () => ended(entry, request));
  request.addEventListener("error", () => lose(entry, request));
  watch(longestStall);
  request.send(file);
}

function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

function ended(entry, request) {
  if (entry.request !== request) {
    return;
  }

  clearTimeout(entry.timer);
  entry.request = null;
  const answer = answerOf(request);
  if (request.status === 200) {
    move(entry, "done", answer.message ?? null);
    if (entry.place.atOnce) {
      // The slot has a good file: what was refused for it concerns nobody any more.
      entry.place.entries.filter(({ phase }) => phase === "refused").forEach(remove);
    }

    tell(entry);
  } else if (request.status === 408 || request.status === 429 || request.status >= 500) {
    pause(entry, "busy", Number(request.getResponseHeader("Retry-After")) * 1000);
  } else if (request.status === 401) {
    // The file stays: sent again after signing in, in another tab, it is taken.
    move(entry, "signedOut");
  } else {
    move(entry, answer.isFinal ? "refused" : "failed", answer.message ?? entry.place.texts.outdated);
  }

  pump(entry.place);
}

// The line broke. Whether the file arrived is not known: it is sent again under the same number.
function lose(entry, request) {
  if (entry.request !== request) {
    return;
  }

  entry.request = null;
  request.abort();
  pause(entry, "waiting");
}

function pause(entry, phase, atLeast = 0) {
  clearTimeout(entry.timer);
  move(entry, phase);
  const wait = Math.min(longestPause, firstPause * 2 ** entry.tries) * (0.75 + Math.random() / 2);
  entry.tries++;
  entry.timer = setTimeout(() => resume(entry), Math.max(wait, atLeast || 0));
}

async function resume(entry) {
  if (entry.phase !== "waiting" && entry.phase !== "busy") {
    return;
  }

  if (!isOnline()) {
    pause(entry, "waiting");
    return;
  }

  try {
    // A file that was moved, or that the phone has cleared away, would fail for ever.
    await entry.file.slice(0, 1).arrayBuffer();
  } catch {
    move(entry, "failed", entry.place.texts.unreadable);
    return;
  }

  if (entry.phase === "waiting" || entry.phase === "busy") {
    move(entry, "queued");
    pump(entry.place);
  }
}

function cancel(entry) {
  clearTimeout(entry.timer);
  const { request } = entry;
  entry.request = null;
  request?.abort();
  move(entry, "cancelled");
  pump(entry.place);
}

function again(entry) {
  entry.tries = 0;
  move(entry, "queued");
  pump(entry.place);
}

// The page shows the document; until it does, the row stands for it.
async function tell(entry) {
  const { place } = entry;
  const { page } = place;
  if (!page) {
    return;
  }

  try {
    await page.invokeMethodAsync("ArrivedAsync");
    entry.isTold = true;
    if (place.atOnce) {
      remove(entry);
    }
  } catch {
    // No circuit at the moment.
    setTimeout(() => place.page === page && tell(entry), firstPause);
  }
}

/* ---- Coming and going ---- */

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const isSeen = ({ element }) => element !== null && (element.checkVisibility?.() ?? true);

// Which place an image is pasted into: the one that somebody works in, looks at, or the only one.
function pasteInto() {
  const seen = [...places.values()].filter(isSeen);
  return (
    seen.find(({ zone }) => zone.contains(document.activeElement) && document.activeElement !== document.body) ??
    seen.find(({ zone }) => zone.matches(":hover")) ??
    (seen.length === 1 ? seen[0] : null)
  );
}

document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  // Text that is pasted into a field stays text.
  const place = files.length > 0 ? pasteInto() : null;
  if (place) {
    event.preventDefault();
    choose(place, files);
  }
});

globalThis.addEventListener("online", () => {
  for (const { entries } of places.values()) {
    for (const entry of entries.filter(({ phase }) => phase === "waiting" || phase === "busy")) {
      entry.tries = 0;
      resume(entry);
    }
  }
});

globalThis.addEventListener("offline", () => {
  for (const { entries } of places.values()) {
    for (const entry of entries.filter(({ request }) => request)) {
      lose(entry, entry.request);
    }
  }
});

globalThis.addEventListener("beforeunload", (event) => {
  if (document.documentElement.hasAttribute("data-uploading")) {
    event.preventDefault();
  }
});

// A form that is sent while its files are on their way would go without them.
document.addEventListener(
  "submit",
  (event) => {
    const busy = [...places.values()].flatMap(({ entries }) => entries).filter(({ phase }) => busyPhases.has(phase));
    const row = busy.find((entry) => entry.row && event.target.contains(entry.row));
    if (row) {
      event.preventDefault();
      event.stopImmediatePropagation();
      row.message = row.place.texts.waitFirst;
      show(row);
      row.row.scrollIntoView({ block: "nearest" });
      row.row.querySelector("[data-cancel]").focus();
    }
  },
  { capture: true },
);

function textsOf({ dataset }) {
  return {
    queued: dataset.textQueued,
    checking: dataset.textChecking,
    waiting: dataset.textWaiting,
    busy: dataset.textBusy,
    cancelled: dataset.textCancelled,
    done: dataset.textDone,
    tooLarge: dataset.textTooLarge,
    outdated: dataset.textOutdated,
    unreadable: dataset.textUnreadable,
    signedOut: dataset.textSignedOut,
    waitFirst: dataset.textWaitFirst,
    older: dataset.textOlder,
  };
}

export function start(element, page) {
  // The place was left before its script was there.
  if (!element) {
    return;
  }

  const key = keyOf(element);
  const place = places.get(key) ?? { entries: [], usual: null };
  places.set(key, place);
  const leaving = new AbortController();
  const zone = element.closest("[data-drop-place]") ?? element;
  Object.assign(place, {
    element,
    page,
    zone,
    leaving,
    address: element.dataset.upload,
    ticket: element.dataset.ticket,
    antiforgery: element.dataset.antiforgery,
    signIn: element.dataset.signIn,
    atOnce: element.dataset.atOnce === "true",
    texts: textsOf(element),
  });
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: leaving.signal });
  const mark = (isOver) => element.toggleAttribute("data-over", isOver);
  const take = (input) => {
    const files = [...input.files];
    // The same file can be chosen again.
    input.value = "";
    choose(place, files);
  };
  on(element, "change", ({ target }) => {
    if (target.type === "file") {
      take(target);
    }
  });
  on(element, "click", ({ target }) => {
    if (target.closest("[data-send]")) {
      // The files of one sending that replaces what is there are one new version together.
      const replaces = element.querySelector("[data-replaces]");
      const replacement = replaces?.checked ? newId() : null;
      if (replaces) {
        replaces.checked = false;
      }

      for (const entry of place.entries.filter(({ phase }) => phase === "chosen")) {
        entry.replacement = replacement;
        move(entry, "queued");
      }

      pump(place);
    }
  });
  on(zone, "dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      if (zone.matches("details")) {
        zone.open = true;
      }

      mark(true);
    }
  });
  on(zone, "dragleave", (event) => {
    if (!zone.contains(event.relatedTarget)) {
      mark(false);
    }
  });
  on(zone, "drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      mark(false);
      choose(place, [...event.dataTransfer.files]);
    }
  });
  for (const entry of place.entries) {
    draw(entry);
    if (entry.phase === "done" && !entry.isTold) {
      tell(entry);
    }
  }

  // What was chosen while the script was on its way.
  for (const input of element.querySelectorAll("input[type=file]")) {
    if (input.files.length > 0) {
      take(input);
    }
  }

  element.dataset.ready = "true";
}

// What is on its way goes on; its row comes back with the place.
export function stop(element) {
  for (const [key, place] of places) {
    if (place.element && (place.element === element || !place.element.isConnected)) {
      place.leaving.abort();
      Object.assign(place, { element: null, page: null, zone: null });
      for (const entry of place.entries) {
        entry.row?.remove();
        entry.row = null;
      }

      place.entries = place.entries.filter(({ phase, isTold }) => busyPhases.has(phase) || (phase === "done" && !isTold));
      if (place.entries.length === 0) {
        places.delete(key);
      }
    }
  }
}
