// One case: a draft is kept, a text goes out once, its length is counted. All of it can be read without.
(() => {
  "use strict";
  const page = document.querySelector(".case-page");
  if (!page) return;
  const draftName = "draft:" + page.dataset.case;
  const WAIT_MS = 4000; // until a text that met no network is tried again
  const TRY_MS = 20000;

  // What may be done with a case depends on who holds it: when that changes, the whole page is made anew.
  // A click of this page brings its own answer, so it is waited for.
  let busy = false, lastMode = page.dataset.mode;
  new MutationObserver(() => {
    const now = document.querySelector("#case-live [data-mode]")?.dataset.mode;
    if (busy || !now || now === lastMode) return;
    lastMode = now;
    if (now !== page.dataset.mode && now !== "gone") location.reload();
  }).observe(document.getElementById("case-live"), { childList: true, subtree: true, attributes: true });

  // New words are scrolled to when the end was in sight; who reads further up is left there.
  const newest = () => document.getElementById("newest");
  const toNewest = () => newest()?.scrollIntoView({ block: "end" });
  let atEnd = true;
  addEventListener("scroll", () => { atEnd = !newest() || newest().getBoundingClientRect().top < innerHeight + 80; }, { passive: true });
  new MutationObserver(() => atEnd && toNewest()).observe(document.getElementById("case-live"), { childList: true, subtree: true });

  // --- the box -------------------------------------------------------------------------------------------------
  const box = () => document.querySelector("[data-draft]");

  // Drafts lie in sessionStorage: it ends with the tab, and no later user of this phone can read it there, as they
  // could in localStorage. Sent or signed out, it is gone at once.
  function keepDraft() {
    if (box() && box().value.trim()) sessionStorage.setItem(draftName, box().value);
    else sessionStorage.removeItem(draftName);
  }

  function count(text) {
    const form = document.querySelector("[data-alphabet]");
    const table = (count.table ||= JSON.parse(form.dataset.alphabet));
    const plain = [...text.trim().normalize("NFC")].map((c) => table.folds[c] ?? c).join("");
    const gsm = (t) => [...t].every((c) => table.basic.includes(c) || table.extended.includes(c));
    const bare = [...plain].map((c) => table.accents[c] ?? c).join("");
    const parts = (t) => {
      const small = gsm(t);
      const costs = [...t].map((c) => (small ? (table.extended.includes(c) ? 2 : 1) : c.length));
      const total = costs.reduce((a, b) => a + b, 0);
      const [whole, part] = small ? [160, 153] : [70, 67];
      if (total <= whole) return { segments: total ? 1 : 0, left: whole - total };
      let segments = 1, room = part;
      for (const cost of costs) {
        if (cost > room) { segments += 1; room = part; }
        room -= cost;
      }
      return { segments, left: room };
    };
    const asIs = parts(plain), folded = parts(bare);
    return gsm(bare) && folded.segments < asIs.segments ? folded : asIs;
  }

  function showLength() {
    const shown = document.querySelector("[data-length]");
    if (!shown || !box()) return;
    const { segments, left } = count(box().value);
    const gap = /\[[^\]\n]{1,40}\]/.exec(box().value);
    shown.textContent = gap ? "Fill in " + gap[0] + " first."
      : segments === 0 ? "" : segments + (segments === 1 ? " segment, " : " segments, ") + left + " left";
    shown.classList.toggle("long", segments > 3);
  }

  function put(text) {
    const own = box();
    own.value = own.value.trim() ? own.value.trimEnd() + "\n" + text : text;
    own.dispatchEvent(new Event("input", { bubbles: true }));
    own.focus();
    document.getElementById("say").scrollIntoView({ block: "nearest" });
  }

  // --- clicks --------------------------------------------------------------------------------------------------
  function say(sentence, tone) {
    const note = document.createElement("p");
    note.className = "notice " + tone;
    note.textContent = sentence;
    document.getElementById("said").replaceChildren(note);
  }

  // The answer is the whole page; its texts and what stands beside them are taken over. What is open stays open, and
  // a note that is half written is not part of the other clicks.
  function renew(fresh, sent) {
    const other = fresh.querySelector(".case-page");
    if (!other) return false;
    const open = [...document.querySelectorAll(".case-page details[open]")].map((one) => one.id);
    const note = document.getElementById("note");
    const half = note && note.form !== sent ? note.value : "";
    page.dataset.mode = other.dataset.mode;
    for (const id of ["answer", "case-live"]) document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (half && document.getElementById("note")) document.getElementById("note").value = half;
    return true;
  }

  function free(buttons) {
    busy = false;
    buttons.forEach((one) => (one.disabled = false));
    if (box()) box().readOnly = false;
  }

  // A refusal is an answer: another try brings the same one. What an earlier try reached, this page cannot know.
  function refused(fresh, words, once) {
    const why = fresh.querySelector("[data-trouble]")?.textContent ?? "The line did not take it. Please load this page again.";
    say(why + (once ? " Nothing was sent." : "") + (words ? " Your words stay in the box." : ""), "bad");
  }

  async function send(form, fields, words, once = true) {
    const buttons = [...document.querySelectorAll("#answer button")];
    buttons.forEach((one) => (one.disabled = true));
    if (words && box()) box().readOnly = true;
    const before = box()?.value ?? "";
    say(words ? "Sending…" : "One moment…", "wait");
    busy = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields), signal: AbortSignal.timeout(TRY_MS) });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.redirected && !new URL(answer.url).pathname.startsWith("/console/desk/")) return location.assign(answer.url);
      // Taken in by the line. Words that wait for a second look come back with the page.
      if (answer.ok && words) sessionStorage.removeItem(draftName);
      if (!renew(fresh, form)) {
        if (answer.status < 400 || answer.status >= 500) throw new Error("no page");
        free(buttons);
        return refused(fresh, words, once);
      }
      busy = false;
      // What stood in the box is not part of other clicks; words to change come behind it.
      if (!words && box() && before.trim()) box().value = box().value && box().value !== before ? before + "\n" + box().value : before;
      if (box() && box().value) keepDraft();
      showLength();
      if (words) { box()?.focus(); toNewest(); }
    } catch {
      // The same key goes with the next try, so whatever reached the line before is not done twice.
      free(buttons);
      say("No connection. Nothing is lost, and it is tried again by itself. It can only be sent once.", "bad");
      clearTimeout(send.timer);
      send.again = () => { if (form.isConnected && fields.get("body") === formBody(form)) send(form, fields, words, false); };
      send.timer = setTimeout(tryAgain, WAIT_MS);
    }
  }
  function tryAgain() {
    const again = send.again;
    clearTimeout(send.timer);
    send.again = null;
    again?.();
  }
  addEventListener("online", tryAgain);
  const formBody = (form) => new FormData(form).get("body");

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("a.chip");
    if (chip) {
      const tool = document.querySelector(chip.getAttribute("href"));
      if (tool) tool.open = true;
    }
    const ready = event.target.closest("[data-put]");
    if (!ready) return;
    event.preventDefault();
    put(ready.value);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest("#answer")) return;
    event.preventDefault();
    clearTimeout(send.timer);
    send.again = null;
    const fields = new FormData(form, event.submitter);
    send(form, fields, form.id === "say");
  });

  document.addEventListener("input", (event) => {
    if (event.target !== box()) return;
    keepDraft();
    showLength();
    document.querySelector("#said .good")?.remove();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === box()) {
      event.preventDefault();
      document.getElementById("say").requestSubmit(document.querySelector("#say button[value=say]"));
    }
  });

  // --- at the start --------------------------------------------------------------------------------------------
  const kept = sessionStorage.getItem(draftName);
  if (box() && kept && !box().value) box().value = kept;
  if (!box() && page.dataset.mode !== "waiting") sessionStorage.removeItem(draftName);
  showLength();
  toNewest();
})();
