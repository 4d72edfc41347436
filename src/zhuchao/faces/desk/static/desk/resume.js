// What was typed is kept in this tab until it is received: whoever had to sign in again meanwhile
// finds it in the form again.
(function () {
  "use strict";
  const KEY = "desk-unsent";
  const LONGEST = 200000;
  const here = location.pathname + location.search;
  const who = () => document.body.dataset.who;
  const typed = (field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type);

  function keep(form) {
    const fields = [...form.elements].filter(typed)
      .map((field) => [field.name, ["checkbox", "radio"].includes(field.type) ? field.checked : field.value, field.type === "radio" || field.type === "checkbox" ? field.value : ""]);
    const kept = JSON.stringify({ here, who: who(), action: form.action, fields });
    if (kept.length <= LONGEST) sessionStorage.setItem(KEY, kept);
  }

  function put(form, fields) {
    for (const [name, told, value] of fields) {
      const field = [...form.elements].find((each) => typed(each) && each.name === name && (typeof told !== "boolean" || each.value === value));
      if (!field) continue;
      if (typeof told === "boolean") field.checked = told;
      else field.value = told;
      const folded = field.closest("details");
      if (folded) folded.open = true;
    }
  }

  function say(form) {
    const told = document.createElement("p");
    told.className = "notice notice--good";
    told.setAttribute("role", "status");
    told.textContent = "已重新登录，刚才填写的内容还在：请核对后再提交一次。";
    form.before(told);
    told.scrollIntoView({ block: "center" });
  }

  function resume() {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const signed = document.referrer && new URL(document.referrer).pathname === document.body.dataset.signIn;
    if (!kept || !signed) return;
    const unsent = JSON.parse(kept);
    if (unsent.here !== here || unsent.who !== who()) return;
    const form = [...document.forms].find((each) => each.method === "post" && each.action === unsent.action);
    if (!form) return;
    put(form, unsent.fields);
    say(form);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.method === "post" && !event.defaultPrevented) keep(event.target);
  });
  resume();
})();
