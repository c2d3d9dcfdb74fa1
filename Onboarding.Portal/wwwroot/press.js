// What is drawn as ready text has no handlers on the server. data-press on a control says what it does; whoever around it listens to
// presses (@onpress) is told of it. Keys that press a button come here too: they click it.

document.addEventListener("click", (event) => {
  const control = event.target instanceof Element ? event.target.closest("[data-press]") : null;
  if (control && !control.disabled) {
    control.dispatchEvent(new CustomEvent("press", { bubbles: true, detail: { what: control.dataset.press, shift: event.shiftKey } }));
  }
});

globalThis.Blazor.registerCustomEventType("press", { createEventArgs: (event) => event.detail });
