// Small conveniences. Everything can be read and done without them.
(() => {
  "use strict";

  // The one-time code comes behind the "#", which browsers send to nobody. Into the form, out of the address.
  const code = document.querySelector("[data-code-from-address]");
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    code.form.elements.password.focus();
  }

  // Filters act when they are changed.
  for (const form of document.querySelectorAll("[data-send-on-change]")) {
    // A date changes with every digit that is typed: it counts when it is left.
    form.addEventListener("change", (event) => { if (event.target.type !== "date") form.requestSubmit(); });
    form.addEventListener("focusout", ({target, relatedTarget}) => {
      if (target.type === "date" && target.value !== target.defaultValue && relatedTarget?.type !== "submit") form.requestSubmit();
    });
    if (!form.querySelector("[type=search]")) form.querySelector("button").hidden = true;
  }

  // What takes long says so, and is not sent twice.
  document.addEventListener("submit", (event) => {
    const form = event.target, words = event.submitter?.dataset.wait;
    if (form.dataset.sent) event.preventDefault();
    if (!words || form.dataset.sent) return;
    form.dataset.sent = "yes";
    const said = document.createElement("p");
    said.className = "going-on";
    said.setAttribute("role", "status");
    event.submitter.after(said);
    requestAnimationFrame(() => { said.textContent = words; });
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const said of document.querySelectorAll(".going-on")) said.remove();
    for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
  });

  // Signed out: no draft stays behind.
  const forget = () => Object.keys(sessionStorage).filter((name) => name.startsWith("draft:"))
    .forEach((name) => sessionStorage.removeItem(name));
  document.querySelector("form.me")?.addEventListener("submit", forget);

  // The session ended (idle, signed out elsewhere): what people said must not stay on the screen.
  document.addEventListener("signed-out", () => {
    document.getElementById("main").replaceChildren();
    forget();
    location.replace("/console/sign-in?why=idle&next=" + encodeURIComponent(location.pathname + location.search));
  });
})();
