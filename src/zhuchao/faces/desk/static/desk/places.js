// Which groups of places are folded is remembered on this machine; the present one stays open.
(function () {
  "use strict";
  const groups = document.querySelectorAll("details[data-group]");
  const name = (group) => "desk-group-" + group.dataset.group;

  for (const group of groups) {
    const kept = localStorage.getItem(name(group));
    if (kept && !("here" in group.dataset)) group.open = kept === "open";
    group.firstElementChild.addEventListener("click", () => {
      localStorage.setItem(name(group), group.open ? "folded" : "open");
    });
  }
})();
