// A field and its place in the original light up together; works both ways.
(function () {
  "use strict";
  const named = (name) => document.querySelectorAll('mark[data-for~="' + CSS.escape(name) + '"]');

  function light(field, on, follow) {
    field.classList.toggle("is-lit", on);
    const marks = named(field.dataset.field);
    marks.forEach((mark) => mark.classList.toggle("is-lit", on));
    if (on && follow && marks.length) {
      const box = marks[0].closest(".source__text");
      const top = marks[0].offsetTop - box.offsetTop;
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 40) {
        box.scrollTo({ top: Math.max(0, top - box.clientHeight / 3) });
      }
    }
  }

  document.querySelectorAll("[data-field]").forEach((field) => {
    field.addEventListener("mouseenter", () => light(field, true, false));
    field.addEventListener("mouseleave", () => light(field, false, false));
    field.addEventListener("focusin", () => light(field, true, true));
    field.addEventListener("focusout", () => light(field, false, false));
  });

  document.querySelectorAll("mark[data-for]").forEach((mark) => {
    const fields = mark.dataset.for
      .split(" ")
      .map((name) => document.querySelector('[data-field="' + CSS.escape(name) + '"]'))
      .filter(Boolean);
    mark.addEventListener("mouseenter", () => fields.forEach((field) => light(field, true, false)));
    mark.addEventListener("mouseleave", () => fields.forEach((field) => light(field, false, false)));
    mark.addEventListener("click", () => {
      const input = fields[0] && fields[0].querySelector("input, select, textarea");
      if (input) input.focus();
    });
  });
})();
