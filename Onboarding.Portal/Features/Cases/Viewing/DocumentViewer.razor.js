// Measures, pans and zooms the pages of the document viewer, and lets its keys press its buttons. What is to be seen comes
// from the server; styles are set through the object model, which the content policy of the page allows.

const viewers = new WeakMap();
const reportAfter = 150;
const panStep = 80;
const least = 10;
const most = 600;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

const papersOf = (figure) => [...figure.querySelectorAll("[data-paper]")];

function layOut(paper, state) {
  const sheet = paper.querySelector("[data-sheet]");
  const image = sheet?.querySelector("img");
  if (!image?.naturalWidth) {
    return null;
  }

  // The unit belongs to the picture that is loaded, not to the one that is on its way.
  const unit = Number(image.dataset.loadedUnit ?? image.dataset.unit);
  const [width, height] = [image.naturalWidth * unit, image.naturalHeight * unit];
  const [across, down] = state.turns % 2 ? [height, width] : [width, height];
  const scale =
    state.fit === "Width" ? paper.clientWidth / across
    : state.fit === "Whole" ? Math.min(paper.clientWidth / across, paper.clientHeight / down)
    : state.percent / 100;

  const middle = [
    (paper.scrollLeft + paper.clientWidth / 2) / Math.max(paper.scrollWidth, 1),
    (paper.scrollTop + paper.clientHeight / 2) / Math.max(paper.scrollHeight, 1),
  ];
  sheet.style.width = `${Math.floor(across * scale)}px`;
  sheet.style.height = `${Math.floor(down * scale)}px`;
  image.style.width = `${Math.floor(width * scale)}px`;
  image.style.height = `${Math.floor(height * scale)}px`;
  image.style.rotate = `${state.turns * 90}deg`;
  image.style.filter = state.brightness === 100 && state.contrast === 100 ? "" : `brightness(${state.brightness}%) contrast(${state.contrast}%)`;
  if (paper.dataset.scale !== String(scale)) {
    paper.dataset.scale = scale;
    paper.scrollLeft = middle[0] * paper.scrollWidth - paper.clientWidth / 2;
    paper.scrollTop = middle[1] * paper.scrollHeight - paper.clientHeight / 2;
  }

  return Math.round(scale * 100);
}

function apply(figure) {
  const viewer = viewers.get(figure);
  if (!viewer?.state) {
    return;
  }

  // The last pane is the document itself; what stands beside it follows.
  const seen = papersOf(figure).map((paper) => layOut(paper, viewer.state)).at(-1);
  if (seen && seen !== viewer.seen) {
    viewer.seen = seen;
    viewer.self.invokeMethodAsync("Seen", seen);
  }
}

function zoom(figure, factor) {
  const viewer = viewers.get(figure);
  const percent = clamp((viewer.exact ?? viewer.seen ?? 100) * factor, least, most);
  viewer.exact = percent;
  viewer.seen = Math.round(percent);
  viewer.state = { ...viewer.state, fit: "Chosen", percent };
  apply(figure);
  clearTimeout(viewer.timer);
  viewer.timer = setTimeout(() => {
    viewer.timer = 0;
    viewer.exact = undefined;
    viewer.self.invokeMethodAsync("Zoomed", viewer.seen);
  }, reportAfter);
}

/* ---- Mouse and fingers ---- */

function onWheel(event, figure) {
  if (event.ctrlKey && event.target.closest("[data-paper]")) {
    event.preventDefault();
    zoom(figure, Math.exp(-clamp(event.deltaY, -60, 60) * 0.005));
  }
}

function onPointerDown(event) {
  const paper = event.target.closest("[data-paper]");
  if (!paper || event.pointerType !== "mouse" || event.button !== 0) {
    return;
  }

  const start = [event.clientX + paper.scrollLeft, event.clientY + paper.scrollTop];
  paper.dataset.dragging = "";
  paper.setPointerCapture(event.pointerId);
  const move = (moved) => {
    paper.scrollLeft = start[0] - moved.clientX;
    paper.scrollTop = start[1] - moved.clientY;
  };
  const end = () => {
    delete paper.dataset.dragging;
    paper.removeEventListener("pointermove", move);
  };
  paper.addEventListener("pointermove", move);
  paper.addEventListener("pointerup", end, { once: true });
  paper.addEventListener("pointercancel", end, { once: true });
}

const spread = (touches) => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);

function onTouch(event, figure) {
  const viewer = viewers.get(figure);
  if (event.touches.length !== 2 || !event.target.closest("[data-paper]")) {
    viewer.spread = 0;
    return;
  }

  event.preventDefault();
  const now = spread(event.touches);
  if (viewer.spread) {
    zoom(figure, now / viewer.spread);
  }

  viewer.spread = now;
}

// Two versions move together, each by its own measure.
function onScroll(event, figure) {
  const source = event.target;
  if (!source.matches?.("[data-paper]") || source.dataset.followed) {
    delete source.dataset?.followed;
    return;
  }

  for (const other of papersOf(figure).filter((paper) => paper !== source)) {
    const [left, top] = [
      (source.scrollLeft / Math.max(1, source.scrollWidth - source.clientWidth)) * (other.scrollWidth - other.clientWidth),
      (source.scrollTop / Math.max(1, source.scrollHeight - source.clientHeight)) * (other.scrollHeight - other.clientHeight),
    ];
    if (Math.abs(other.scrollLeft - left) >= 1 || Math.abs(other.scrollTop - top) >= 1) {
      other.dataset.followed = "1";
      [other.scrollLeft, other.scrollTop] = [left, top];
    }
  }
}

/* ---- Keys ---- */

const sameKeys = { "=": "+", _: "-" };
const pans = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable], dialog, .rz-dialog") !== null;

function onKey(event, figure) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }

  const pan = pans[event.key];
  const paper = event.target.closest("[data-paper]");
  if (pan && paper) {
    event.preventDefault();
    paper.scrollBy(pan[0] * panStep, pan[1] * panStep);
    return;
  }

  const key = sameKeys[event.key] ?? event.key;
  const tool = figure.querySelector(`[data-viewer-key="${CSS.escape(key)}"]`);
  if (tool) {
    event.preventDefault();
    if (!tool.disabled) {
      tool.click();
    }
  }
}

function toggleFullScreen(figure) {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    figure.requestFullscreen?.();
  }
}

// From anywhere on the page, unless somebody types.
document.addEventListener("keydown", (event) => {
  if (event.key === "v" && !event.ctrlKey && !event.metaKey && !event.altKey && event.target instanceof Element && !isTyping(event.target)) {
    const paper = papersOf(document).at(-1);
    if (paper) {
      event.preventDefault();
      paper.focus();
    }
  }
});

/* ---- Called by the component ---- */

export function start(figure, self) {
  const leaving = new AbortController();
  const on = (name, handler, options) => figure.addEventListener(name, (event) => handler(event, figure), { signal: leaving.signal, ...options });
  const sizes = new ResizeObserver(() => apply(figure));
  viewers.set(figure, { self, leaving, sizes, observed: new Set() });
  on("wheel", onWheel, { passive: false });
  on("pointerdown", onPointerDown);
  on("touchstart", onTouch, { passive: false });
  on("touchmove", onTouch, { passive: false });
  on("touchend", onTouch);
  on("scroll", onScroll, { capture: true });
  on("keydown", onKey);
  on("click", (event) => event.target.closest("[data-full-screen]") && toggleFullScreen(figure));
  on("load", (event) => {
    event.target.dataset.loadedUnit = event.target.dataset.unit;
    apply(figure);
  }, { capture: true });
}

export function show(figure, fit, percent, turns, brightness, contrast) {
  const viewer = viewers.get(figure);
  if (!viewer) {
    return;
  }

  // While wheel or fingers are at work, the size is theirs.
  const chosen = viewer.timer ? viewer.state : { fit, percent };
  viewer.state = { fit: chosen.fit, percent: chosen.percent, turns, brightness, contrast };
  for (const paper of papersOf(figure).filter((paper) => !viewer.observed.has(paper))) {
    viewer.observed.add(paper);
    viewer.sizes.observe(paper);
  }

  apply(figure);
  figure.dataset.ready = "true";
}

export function stop(figure) {
  const viewer = viewers.get(figure);
  viewer?.leaving.abort();
  viewer?.sizes.disconnect();
  viewers.delete(figure);
}
