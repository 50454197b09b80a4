// Small conveniences of the pages about people. Everything can be done without them.
(() => {
  "use strict";

  // A one-time link is copied by a click on it.
  for (const field of document.querySelectorAll("[data-copy]")) {
    field.addEventListener("focus", () => field.select());
    field.focus();
  }

  // Tuesday to Friday get Monday's times.
  const copy = document.querySelector("[data-copy-monday]");
  if (copy) {
    copy.hidden = false;
    const times = (day) => document.querySelectorAll(`[data-day="${day}"] input[type=time]`);
    copy.addEventListener("click", () => {
      const monday = [...times(0)];
      for (const day of [1, 2, 3, 4]) {
        [...times(day)].forEach((field, at) => { field.value = monday[at]?.value ?? ""; });
        const second = document.querySelector(`[data-day="${day}"] details`);
        if (second) second.open = [...second.querySelectorAll("input")].some((field) => field.value);
      }
    });
  }
})();
