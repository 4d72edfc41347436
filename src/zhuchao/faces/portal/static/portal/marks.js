// A mark or a share without leaving the page; where anything fails, the form is sent as it is.
const said = document.querySelector(".marks__said");

async function send(event) {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (!window.fetch || ("copy" in form.dataset && !navigator.clipboard)) return;
  event.preventDefault();
  try {
    if ("copy" in form.dataset) {
      await navigator.clipboard.writeText(`${form.dataset.copy}\n${location.origin}${location.pathname}`);
    }
    const answer = await fetch(form.action, { method: "POST", headers: { Accept: "*/*" } });
    if (!answer.ok) throw new Error(answer.statusText);
    form.dataset.sent = "yes";
    said.textContent = form.dataset.mark;
  } catch {
    form.submit();
  }
}

document.querySelectorAll(".marks form").forEach((form) => form.addEventListener("submit", send));
