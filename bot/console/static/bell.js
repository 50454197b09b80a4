// A new case, or new words in a case, can be heard: a tone made here, and a note of the browser if it may. The person
// is in neither. Off until somebody turns it on; the wish (on or off, nothing else) is kept in this browser.
(() => {
  "use strict";
  const place = document.querySelector("[data-bell]");
  const live = document.querySelector("[data-desk], [data-story-live]");
  if (!place || !live) return;
  const button = place.querySelector("button");
  const announce = document.querySelector("[data-announce]");
  const title = document.title;
  let sound = null, on = localStorage.getItem("bell") === "on";

  function show() {
    place.hidden = false;
    button.textContent = on ? "Sound: on" : "Sound: off";
    button.setAttribute("aria-pressed", String(on));
  }

  function wake() {
    if (!on) return;
    sound ||= new AudioContext();
    sound.resume();
  }

  function ring(urgent) {
    if (on && sound && sound.state === "running") {
      for (const [at, pitch] of urgent ? [[0, 880], [0.25, 660], [0.5, 880]] : [[0, 660], [0.2, 880]]) {
        const tone = sound.createOscillator(), volume = sound.createGain(), start = sound.currentTime + at;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.25, start);
        volume.gain.exponentialRampToValueAtTime(0.001, start + 0.22);
        tone.connect(volume).connect(sound.destination);
        tone.start(start);
        tone.stop(start + 0.25);
      }
    }
    if (on && navigator.vibrate) navigator.vibrate(urgent ? [200, 100, 200] : [150]);
  }

  function note(words) {
    if (!on || !("Notification" in window) || Notification.permission !== "granted") return;
    // Phones have notes only with a worker of the page; there the tone must do.
    try { new Notification(words, { tag: "warmline" }); } catch { /* not on this browser */ }
  }

  const items = () => live.matches("[data-desk]")
    ? [...live.querySelectorAll("[data-where=waits], [data-where=offered]")].map((one) => one.id + (one.classList.contains("crisis") ? "!" : ""))
    : [...live.querySelectorAll(".text.person")].map((one) => one.id);
  let known = new Set(items());

  new MutationObserver(() => {
    const now = items(), fresh = now.filter((one) => !known.has(one));
    known = new Set(now);
    const desk = live.matches("[data-desk]");
    document.title = desk && now.length ? "(" + now.length + ") " + title : title;
    if (!fresh.length) return;
    const urgent = fresh.some((one) => one.endsWith("!"));
    const words = !desk ? "New words in your case." : urgent ? "An urgent case waits." : "A case waits.";
    if (announce) announce.textContent = words;
    ring(urgent);
    if (document.hidden) note(words);
  }).observe(live, { childList: true, subtree: true, attributes: true, attributeFilter: ["class", "id"] });

  button.addEventListener("click", () => {
    on = !on;
    localStorage.setItem("bell", on ? "on" : "off");
    show();
    wake();
    if (on && "Notification" in window && Notification.permission === "default") Notification.requestPermission();
    if (on) setTimeout(() => ring(false), 150);
  });
  // Browsers let a page sound only after a touch or a key.
  document.addEventListener("pointerdown", wake, { once: true });
  document.addEventListener("keydown", wake, { once: true });
  show();
})();
