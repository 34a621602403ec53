// Asks now and then whether the payment has moved on, ever less often and never while nobody looks; counts the minutes that are left.
const page = document.querySelector("[data-watch]");
const left = document.querySelector("[data-until]");
const first = 2000, longest = 15000;
let pause = first, timer;

const look = async () => {
  const answer = await fetch(page.dataset.watch, { cache: "no-store" }).catch(() => null);
  const said = answer?.ok ? (await answer.json().catch(() => null))?.state : null;
  if (said && said !== page.dataset.state) return location.replace(page.dataset.then);
  pause = Math.min(pause * 1.25, longest);
  wait();
};

const wait = () => {
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(look, pause);
};

if (page) {
  wait();
  // Whoever comes back from the payment app wants to know at once.
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    pause = first;
    if (!document.hidden) look();
  });
}

if (left) setInterval(() => {
  const minutes = Math.max(0, Math.ceil((Date.parse(left.dataset.until) - Date.now()) / 60000));
  left.textContent = left.dataset.text.replace("{0}", minutes);
}, 15000);
