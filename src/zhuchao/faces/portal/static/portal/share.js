// Copies what stands in a field; without it the field is there to be copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copies);
    const word = button.textContent;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "已复制";
    } catch {
      button.textContent = document.execCommand("copy") ? "已复制" : "已选中，请按复制键";
    }
    window.setTimeout(() => { button.textContent = word; }, 2000);
  });
}
