// Pages are cached for everybody; what is personal about them is filled in here from a readable cookie "<cart count>.<signed in>".
const fill = () => {
  const [count, signedIn] = (/(?:^|; )ui=([^;]*)/.exec(document.cookie)?.[1] ?? "0.0").split(".");
  for (const badge of document.querySelectorAll("[data-cart]")) {
    badge.textContent = count > 99 ? "99+" : count;
    badge.hidden = !(count > 0);
  }
  for (const part of document.querySelectorAll("[data-when]"))
    part.hidden = (part.dataset.when === "in") !== (signedIn === "1");
};

const busy = (form, on) => {
  form.toggleAttribute("data-busy", on);
  for (const button of form.querySelectorAll("button:not([type=button])"))
    on ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
};

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.hasAttribute("data-busy")) return event.preventDefault();
  busy(form, true);
  // An answer that is a file leaves the page standing.
  setTimeout(() => busy(form, false), 15000);
});

// A page that comes back from the browser's memory still shows the old count and the busy button.
addEventListener("pageshow", () => {
  fill();
  document.querySelectorAll("form[data-busy]").forEach(form => busy(form, false));
});
