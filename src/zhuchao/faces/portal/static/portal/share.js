// Copies what stands in a field, and tells that a page of the tree was passed on; without it the
// field is there to be copied by hand.
function tell(section) {
  const page = section && section.dataset.shared;
  if (page) fetch(`/shared/${page}/`, { method: "POST", headers: { Accept: "*/*" } });
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    const word = button.textContent;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "已复制";
      tell(button.closest("[data-shared]"));
    } catch {
      button.textContent = document.execCommand("copy") ? "已复制" : "已选中，请按复制键";
    }
    window.setTimeout(() => { button.textContent = word; }, 2000);
  });
}
