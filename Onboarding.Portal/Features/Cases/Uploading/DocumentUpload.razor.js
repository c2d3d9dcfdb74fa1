// Lets files be dropped on the upload, and images be pasted while it is open: both become a choice of its file input.

const places = new WeakMap();

function choose(place, files) {
  const input = place.querySelector("input[type=file][data-current]");
  if (!input || files.length === 0) {
    return;
  }

  const choice = new DataTransfer();
  for (const file of files) {
    choice.items.add(file);
  }

  input.files = choice.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

export function start(place) {
  const leaving = new AbortController();
  places.set(place, leaving);
  const target = place.querySelector("[data-drop-target]");
  const on = (element, name, handler) => element.addEventListener(name, handler, { signal: leaving.signal });
  const mark = (isOver) => target.toggleAttribute("data-over", isOver);

  on(place, "dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      place.open = true;
      mark(true);
    }
  });
  on(place, "dragleave", (event) => {
    if (!place.contains(event.relatedTarget)) {
      mark(false);
    }
  });
  on(place, "drop", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      mark(false);
      choose(place, event.dataTransfer.files);
    }
  });
  // Text that is pasted into a field stays text.
  on(document, "paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (place.open && files.length > 0) {
      event.preventDefault();
      choose(place, files);
    }
  });
  place.dataset.ready = "true";
}

export function stop(place) {
  places.get(place)?.abort();
  places.delete(place);
}
