// Enter sends, a sent text leaves the box, and a phone that is out of sight says that it got something.
(() => {
  "use strict";

  for (const form of document.querySelectorAll("[data-composer]")) {
    const box = form.elements.body;
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.main"));
    });
    form.addEventListener("htmx:after:request", (event) => {
      if (event.detail.ctx.response?.status === 204) box.value = "";
    });
  }

  const inSight = new Set();
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const id = target.dataset.phone;
      if (isIntersecting) inSight.add(id);
      else inSight.delete(id);
      if (isIntersecting) tell(id, false);
    }
  }, { threshold: 0.4 });
  for (const phone of document.querySelectorAll("[data-phone]")) sight.observe(phone);

  const last = new Map();
  for (const list of document.querySelectorAll(".glass ol")) {
    last.set(list.id, list.lastElementChild?.id);
    new MutationObserver(() => {
      const newest = list.lastElementChild?.id;
      if (newest === last.get(list.id)) return;
      last.set(list.id, newest);
      const id = list.id.replace("texts-", "");
      if (!inSight.has(id)) tell(id, true);
    }).observe(list, { childList: true });
  }

  function tell(id, isNew) {
    const mark = document.querySelector(`[data-tab="${id}"] .new`);
    if (mark) mark.hidden = !isNew;
  }
})();
