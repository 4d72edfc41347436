// Asks the server what the advertising law says of the form as it stands, when writing pauses.
(() => {
  const PAUSE_MS = 900;
  let timer = 0;
  let asked = 0;

  async function check(panel, form) {
    const mine = ++asked;
    const answer = await fetch(panel.dataset.lint, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
    if (mine === asked && answer.ok) panel.innerHTML = await answer.text();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("[data-lint]");
    const form = panel && panel.closest("form");
    if (!form) return;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => check(panel, form).catch(() => {}), PAUSE_MS);
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    form.addEventListener("keyup", soon);
  });
})();
