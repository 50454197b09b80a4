// Somebody who types is not idle: the line learns of it once a minute at most. Before the end of an idle time there
// is a word of warning, so that a coach who watches the desk can stay.
(() => {
  "use strict";
  const IDLE_MS = 15 * 60_000, WARN_MS = 2 * 60_000, TELL_MS = 60_000;
  let told = Date.now(), bar = null;

  function stay() {
    told = Date.now();
    bar?.remove();
    bar = null;
    // The page itself is not needed: that somebody asked for it is what counts.
    fetch("/console/sign-in", { redirect: "manual" }).catch(() => { told = 0; });
  }

  function warn() {
    bar = document.createElement("div");
    bar.className = "stay";
    bar.setAttribute("role", "alert");
    const words = document.createElement("p"), button = document.createElement("button");
    words.textContent = "Nothing was pressed for a while. You will be signed out in 2 minutes.";
    button.type = "button";
    button.className = "main";
    button.textContent = "Stay signed in";
    bar.append(words, button);
    document.body.append(bar);
  }

  for (const kind of ["input", "keydown", "pointerdown"]) {
    document.addEventListener(kind, () => { if (Date.now() - told > TELL_MS) stay(); }, { passive: true });
  }
  setInterval(() => { if (!bar && Date.now() - told > IDLE_MS - WARN_MS) warn(); }, 5_000);
})();
