// A button beside a read-only field copies it. Shown only where the browser can; without it the text is there to be marked.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => null);
    button.textContent = button.dataset.done;
    const said = document.querySelector("[data-said]");
    if (said) said.textContent = button.dataset.done;
  });
}
