// The slider over the moments of recording: its words follow at once, the history when let go.
(function () {
  "use strict";
  const range = document.querySelector('[data-rewind] input[type="range"]');
  if (!range) return;
  const labels = range.dataset.labels.split("|");
  const label = document.querySelector("[data-rewind-label]");
  let asked = 0;

  function say() {
    const words = labels[range.value - 1];
    range.setAttribute("aria-valuetext", words);
    label.textContent = words;
  }

  async function show() {
    const mine = ++asked;
    const address = new URL(location.href);
    address.searchParams.set("at", range.value);
    address.hash = "stages";
    const answer = await fetch(address);
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = page.querySelector("[data-rewind-told]");
    if (told) document.querySelector("[data-rewind-told]").replaceChildren(...told.childNodes);
  }

  range.addEventListener("input", say);
  range.addEventListener("change", () => show().catch(() => range.form.submit()));
})();
