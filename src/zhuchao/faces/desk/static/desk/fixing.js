// One key corrects a field: e opens the one that j and k point at, Esc closes it again.
(function () {
  "use strict";
  const all = () => Array.from(document.querySelectorAll("details.fix"));

  // The key e belongs to the field that has the focus; before that, to the first.
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest("details.fix > summary");
    if (!row) return;
    document.querySelectorAll('[data-key="e"]').forEach((other) => delete other.dataset.key);
    row.dataset.key = "e";
  });

  all().forEach((field) => field.addEventListener("toggle", () => {
    if (!field.open) return;
    all().forEach((other) => { if (other !== field) other.open = false; });
    const input = field.querySelector("input[name=written]");
    input.focus();
    input.select();
  }));

  document.addEventListener("keydown", (event) => {
    const field = event.key === "Escape" && event.target.closest && event.target.closest("details.fix[open]");
    if (!field) return;
    field.open = false;
    field.querySelector("summary").focus();
    event.stopPropagation();
  }, true);
})();
