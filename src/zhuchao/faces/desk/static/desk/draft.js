// A sheet filled in on a bad line: kept in this browser as it is typed, sent until it is received.
(function () {
  "use strict";
  const AGAIN_MS = 5000, ALIVE_MS = 20000;

  function begin() {
    const form = document.querySelector("form[data-draft]");
    if (!form) return;
    const place = "zhuchao.draft." + form.dataset.draft;
    const said = document.querySelector("[data-draft-said]");
    const key = form.querySelector("[data-draft-key]");
    let waits = null, isSending = false, wasSent = false;

    function say(words, tone) {
      said.textContent = words;
      said.className = "notice notice--" + tone;
      said.hidden = !words;
    }

    function newKey() {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      key.value = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    function store(act) {
      const fields = {};
      new FormData(form).forEach((value, name) => {
        if (name !== "csrfmiddlewaretoken" && name !== "act") fields[name] = value;
      });
      try {
        localStorage.setItem(place, JSON.stringify({ fields, act: act || "", at: Date.now() }));
        return true;
      } catch {
        say("本机存不下草稿：请先连上网络再填。", "late");
        return false;
      }
    }

    function restore() {
      let draft = null;
      try { draft = JSON.parse(localStorage.getItem(place)); } catch { draft = null; }
      if (!draft || !draft.fields) return null;
      for (const [name, value] of Object.entries(draft.fields)) {
        const field = form.elements[name];
        if (!field) continue;
        field.value = value;
        const folded = value && field.closest("details");
        if (folded) folded.open = true;
      }
      return draft;
    }

    function retry(act) {
      window.clearTimeout(waits);
      waits = window.setTimeout(() => send(act), AGAIN_MS);
    }

    function show(text) {
      const page = new DOMParser().parseFromString(text, "text/html");
      const fresh = page.querySelector("main");
      document.querySelector("main").replaceWith(document.adoptNode(fresh));
      window.scrollTo(0, 0);
      begin();
    }

    async function send(act) {
      if (isSending) return;
      isSending = true;
      wasSent = true;
      window.clearTimeout(waits);
      const body = new FormData(form);
      body.append("act", act);
      say("正在发送……", "slow");
      try {
        const options = { method: "POST", body, signal: AbortSignal.timeout(ALIVE_MS) };
        const answer = await fetch(form.action, options);
        if (answer.url.includes("/sign-in/")) {
          say("登录已过期：草稿存在本机，请重新登录后再打开这一页。", "late");
        } else if (answer.ok) {
          localStorage.removeItem(place);
          location.assign(answer.url);
          return;
        } else if (answer.status >= 500) {
          throw new Error("server");
        } else {
          store("");
          show(await answer.text());
        }
      } catch {
        say("网络不通：内容已存在本机，连上后自动重发，不会重复。", "slow");
        store(act);
        retry(act);
      } finally {
        isSending = false;
        delete form.dataset.sent;
      }
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const act = (event.submitter && event.submitter.value) || "save";
      if (store(act)) send(act);
    });

    form.addEventListener("input", () => {
      // What is changed after a sending is another sheet; the one sent may have been received.
      if (wasSent) { wasSent = false; newKey(); }
      window.clearTimeout(waits);
      if (store("")) say("已存在本机，尚未发送。", "slow");
    });

    const draft = restore();
    if (draft && draft.act) send(draft.act);
    else if (draft) say("这是本机存的草稿，尚未发送。", "slow");
    window.addEventListener("online", () => {
      if (!form.isConnected) return;
      let kept = null;
      try { kept = JSON.parse(localStorage.getItem(place)); } catch { kept = null; }
      if (kept && kept.act) send(kept.act);
    });
  }

  begin();
})();
