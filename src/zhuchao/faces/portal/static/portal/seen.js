// Tells the server once that the article was looked at; without it nothing else is missing.
const article = document.querySelector("[data-seen]");

function tell() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", tell);
  navigator.sendBeacon(`/seen/${article.dataset.seen}/`);
}

if (article && navigator.sendBeacon) {
  document.addEventListener("visibilitychange", tell);
  tell();
}
