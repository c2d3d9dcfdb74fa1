// Notices of the browser: asked for by a button alone, shown only while the portal is out of sight. They say the kind and the number of a
// case, which is all that a locked screen may show.

export const state = () => ("Notification" in window && window.isSecureContext ? Notification.permission : "unsupported");

export const ask = async () => (state() === "unsupported" ? "unsupported" : Notification.requestPermission());

export function show(notices) {
  if (!document.hidden || state() !== "granted") {
    return;
  }

  for (const { id, title, text, href } of notices) {
    // Several windows of the portal show the same one: the browser keeps one for each tag.
    const shown = new Notification(title, { body: text, tag: id, lang: document.documentElement.lang });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      Blazor.navigateTo(href);
    });
  }
}
