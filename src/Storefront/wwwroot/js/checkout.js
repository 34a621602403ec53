// Shows freight and total as soon as the region is complete, without losing the place on the page.
const form = document.querySelector("[data-checkout]");
let asked = 0;

const refresh = async () => {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch("/checkout?handler=Update", { method: "POST", body }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["[data-bill]", "[data-pay]"])
    form.querySelector(part).replaceWith(page.querySelector(part));
};

form?.addEventListener("change", event => {
  if (event.target.closest("[data-regions]")) refresh();
});
