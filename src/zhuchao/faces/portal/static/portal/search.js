// "/" goes to the search box; what was left empty does not stand in the address.
(function () {
  "use strict";
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.querySelector("main [data-find]") || document.querySelector("[data-find]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  for (const form of document.querySelectorAll("form[data-lean]")) {
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of Array.from(event.formData)) if (value === "") event.formData.delete(name);
    });
  }
})();
