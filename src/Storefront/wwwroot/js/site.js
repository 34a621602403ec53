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

// Only marked, never disabled: a disabled button would leave its own value out of the post.
const busy = (form, button) => {
  form.toggleAttribute("data-busy", !!button);
  for (const old of document.querySelectorAll("button[aria-busy]")) old.removeAttribute("aria-busy");
  button?.setAttribute("aria-busy", "true");
};

document.addEventListener("submit", event => {
  const form = event.target;
  // Not form.method: that is the field where one is named "method".
  if (form.getAttribute("method") !== "post" || event.defaultPrevented) return;
  if (form.hasAttribute("data-busy")) return event.preventDefault();
  busy(form, event.submitter ?? form);
  // An answer that is a file leaves the page standing.
  setTimeout(() => busy(form), 15000);
});

// A page that comes back from the browser's memory still shows the old count and the busy button.
addEventListener("pageshow", () => {
  fill();
  document.querySelectorAll("form[data-busy]").forEach(form => busy(form));
});
