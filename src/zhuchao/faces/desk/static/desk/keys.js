// Keyboard: / f g n j k ? everywhere; a e x d u where a page names them by data-key.
(function () {
  "use strict";
  const places = new Map(
    Array.from(document.querySelectorAll("a[data-go]"), (link) => [link.dataset.go, link.href])
  );
  let afterG = 0;
  let here = -1;

  const isTyping = (target) =>
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]");

  function walk(step) {
    const rows = Array.from(document.querySelectorAll("[data-row]"));
    if (!rows.length) return;
    rows.forEach((row) => row.classList.remove("is-here"));
    here = Math.max(0, Math.min(rows.length - 1, here + step));
    const link = rows[here].querySelector("a[href]") || rows[here];
    rows[here].classList.add("is-here");
    rows[here].scrollIntoView({ block: "nearest" });
    link.focus({ preventScroll: true });
  }

  function find(selector) {
    const field = document.querySelector(selector);
    if (field) field.focus();
    else if (places.has("t")) window.location.assign(places.get("t") + "#paste");
  }

  function help() {
    const dialog = document.getElementById("keys");
    if (dialog && !dialog.open) dialog.showModal();
  }

  function press(key) {
    const target = document.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (!target || target.disabled) return false;
    if (target.matches("input, textarea, select")) target.focus();
    else target.click();
    return true;
  }

  const acts = {
    "/": () => find("[data-search]"),
    f: () => find("[data-find]"),
    n: () => find("[data-paste]"),
    j: () => walk(1),
    k: () => walk(-1),
    "?": help,
    g: () => { afterG = Date.now(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (Date.now() - afterG < 1200 && places.has(event.key)) {
      afterG = 0;
      event.preventDefault();
      return window.location.assign(places.get(event.key));
    }
    if (press(event.key)) return event.preventDefault();
    if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help();
  });

  if (window.location.hash === "#paste") find("[data-paste]");
})();
