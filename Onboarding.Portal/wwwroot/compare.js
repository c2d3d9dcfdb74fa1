// Compares a file with the hash that stands on the page. The file is read here and goes nowhere. One listener for the
// document, so that it also serves a page that was reached without a reload.

const largest = 64 * 1024 * 1024;
const beginning = "%PDF-";

function areaOf(event) {
  return event.target instanceof Element ? event.target.closest("[data-compare]") : null;
}

function show(area, answer) {
  for (const text of area.querySelectorAll("[data-answer]")) {
    text.hidden = text.dataset.answer !== answer;
  }
}

async function judge(area, file) {
  if (file.size > largest || !globalThis.crypto?.subtle) {
    return "unreadable";
  }

  const content = await file.arrayBuffer();
  if (new TextDecoder("latin1").decode(content.slice(0, beginning.length)) !== beginning) {
    return "not-pdf";
  }

  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const text = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text === area.dataset.compare ? "same" : "different";
}

async function compare(area, file) {
  show(area, null);
  if (file) {
    show(area, await judge(area, file).catch(() => "unreadable"));
  }
}

document.addEventListener("change", (event) => {
  const area = areaOf(event);
  if (area) {
    compare(area, event.target.files[0]);
  }
});

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    const area = areaOf(event);
    if (area) {
      event.preventDefault();
      area.toggleAttribute("data-over", true);
    }
  });
}

document.addEventListener("dragleave", (event) => areaOf(event)?.removeAttribute("data-over"));

document.addEventListener("drop", (event) => {
  const area = areaOf(event);
  if (area) {
    event.preventDefault();
    area.removeAttribute("data-over");
    compare(area, event.dataTransfer.files[0]);
  }
});
