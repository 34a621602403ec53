// The strip at the top of the seller's pages. A script that keeps work on the phone says how much is left to send:
// document.dispatchEvent(new CustomEvent("waiting", { detail: 3 }))
const strip = document.querySelector(".connection");
let waiting = 0;

const show = () => {
  strip.hidden = navigator.onLine && !waiting;
  strip.classList.toggle("off", !navigator.onLine);
  strip.textContent = navigator.onLine ? strip.dataset.waiting.replace("{0}", waiting) : strip.dataset.offline;
};

addEventListener("online", show);
addEventListener("offline", show);
document.addEventListener("waiting", event => { waiting = event.detail; show(); });
show();
