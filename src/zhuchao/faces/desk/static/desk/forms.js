// Copying, sending once, and sending a filter as soon as it changes.
(function () {
  "use strict";

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const word = button.querySelector("[data-word]") || button;
    const before = word.textContent;
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      word.textContent = "已复制";
    } catch {
      const folded = source.closest("details");
      if (folded) folded.open = true;
      window.getSelection().selectAllChildren(source);
      word.textContent = "已选中，请按复制键";
    }
    window.setTimeout(() => { word.textContent = before; }, 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[method=post]")) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    const word = form.querySelector(".progress");
    if (word) window.setTimeout(() => word.classList.add("is-on"), 300);
  });

  // A link to a folded form opens it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-open]");
    const folded = link && document.querySelector(link.getAttribute("href"));
    if (folded) folded.open = true;
  });

  // Coming back with the browser's own button must not leave a dead form.
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) {
      const rows = event.target.form.querySelectorAll("tbody input[type=checkbox]");
      rows.forEach((row) => { row.checked = event.target.checked; });
    }
    const name = event.target.dataset.file && document.getElementById(event.target.dataset.file);
    if (name) name.textContent = event.target.files.length ? event.target.files[0].name : "";
    const form = event.target.closest("form[data-filter]");
    if (form) form.requestSubmit();
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest("form[data-paste-form]");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
})();
