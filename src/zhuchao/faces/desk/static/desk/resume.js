// What was typed is kept in this tab until it is received, for half an hour at most: whoever had to
// sign in again meanwhile finds it in the form again.
(function () {
  "use strict";
  const KEY = "desk-unsent";
  const LONGEST = 200000;
  const KEPT_MS = 30 * 60 * 1000;
  const who = document.body.dataset.who;
  const typed = (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type);
  // A field may be called as what it is asked for: form.action would be the field.
  const address = (form) => new URL(form.getAttribute("action") || "", location).href;

  function kept() {
    const unsent = JSON.parse(sessionStorage.getItem(KEY));
    if (unsent && Date.now() - unsent.at < KEPT_MS) return unsent;
    sessionStorage.removeItem(KEY);
    return null;
  }

  // A form without anything typed, such as that of signing out, leaves nothing behind.
  function keep(form) {
    sessionStorage.removeItem(KEY);
    const fields = [...form.elements].filter(typed)
      .map((field) => [field.name, ["checkbox", "radio"].includes(field.type) ? field.checked : field.value, field.type === "radio" || field.type === "checkbox" ? field.value : ""]);
    const unsent = JSON.stringify({ at: Date.now(), who, action: address(form), fields });
    if (fields.some(([, told]) => told) && unsent.length <= LONGEST) sessionStorage.setItem(KEY, unsent);
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
    const unsent = kept();
    sessionStorage.removeItem(KEY);
    const signed = document.referrer && new URL(document.referrer).pathname === document.body.dataset.signIn;
    if (!unsent || !signed || unsent.who !== who) return;
    const form = [...document.querySelectorAll("form[method=post]")].find((each) => address(each) === unsent.action);
    if (!form) return;
    put(form, unsent.fields);
    say(form);
  }

  // Where one signs in: what is kept is told of, and forgotten in time though the page stays open.
  function wait() {
    const unsent = kept();
    if (!unsent) return;
    const told = document.createTextNode("刚才填写的内容还在。");
    const again = document.querySelector("[data-again]");
    if (again) again.append(told);
    window.setTimeout(() => { kept(); told.remove(); }, unsent.at + KEPT_MS - Date.now());
  }

  if (!who) return wait();
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[method=post]") && !event.defaultPrevented) keep(event.target);
  });
  resume();
})();
