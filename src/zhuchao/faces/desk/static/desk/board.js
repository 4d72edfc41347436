// A card that is dropped on a stage opens the form of its evidence; nothing moves before that.
(function () {
  "use strict";
  let held = null;
  document.querySelectorAll("[data-project]").forEach((card) => {
    card.addEventListener("dragstart", (event) => {
      held = card;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", card.dataset.project);
    });
    card.addEventListener("dragend", () => {
      held = null;
    });
  });
  document.querySelectorAll("[data-stage]").forEach((column) => {
    column.addEventListener("dragover", (event) => {
      if (!held || column.contains(held)) return;
      event.preventDefault();
      column.classList.add("is-over");
    });
    column.addEventListener("dragleave", () => column.classList.remove("is-over"));
    column.addEventListener("drop", (event) => {
      column.classList.remove("is-over");
      if (!held || column.contains(held)) return;
      event.preventDefault();
      location.assign(held.dataset.project + "?stage=" + encodeURIComponent(column.dataset.stage) + "#next");
    });
  });
})();
