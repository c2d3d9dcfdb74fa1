// A screen on the wall: asks for its own page every few seconds and takes over the figures. There is no connection that could
// end; while the server is away it says so and goes on asking. The old figures go with their elements, so nothing grows.
const period = 5000;
const patience = 20000;

const wall = document.querySelector("[data-wallboard]");
const lost = document.querySelector("[data-wallboard-lost]");

async function refresh() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(patience) });
    if (answer.status === 404) {
      // The link was revoked: the page says so itself.
      location.reload();
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-wallboard]");
    if (fresh.dataset.version !== wall.dataset.version) {
      location.reload();
      return;
    }
    wall.replaceChildren(...fresh.children);
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  }
  setTimeout(refresh, period);
}

if (wall) {
  setTimeout(refresh, period);
}
