// The coach pages: a new case is heard, a draft is kept, a text is sent once. All of it can be read without.
(() => {
  "use strict";
  const page = document.querySelector(".case-page");

  // What may be done with a case depends on who holds it: when that changes, the whole page is made anew.
  if (page) {
    new MutationObserver(() => {
      const now = document.querySelector("#case-live [data-mode]");
      if (now && now.dataset.mode !== page.dataset.mode && now.dataset.mode !== "gone") location.reload();
    }).observe(document.getElementById("case-live"), { childList: true, subtree: true, attributes: true });
  }
})();
