// The strip at the top of the seller's pages tells the truth: no signal, a page as it was, what is saved on this phone, what is being sent.
import "./phone.js";
import { ask, flush } from "./queue.js";

const strip = document.querySelector(".connection");
const words = strip.dataset;
const [line, link] = strip.children;
const { kept } = document.documentElement.dataset;
const asked = new URLSearchParams(location.search);
const LATELY = 2 * 60_000, DAY = 24 * 3600_000;
let sending = null, signIn = false, full = false;

// Without a secure connection a browser offers neither locks nor workers: forms are sent as they are.
const draft = isSecureContext && document.querySelector("[data-listing]") ? import("./draft.js") : null;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const megabytes = bytes => (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1);
const clock = time => new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
const lead = (text, href) => Object.assign(link, { textContent: text, href, hidden: !text });

const say = async () => {
  // A browser that keeps nothing, as in private windows, still says that there is no signal.
  const items = (await phone.items().catch(() => [])).filter(item => item.account === words.account);
  const of = state => items.filter(item => item.state === state);
  const [waiting, failed, drafts] = [of("waiting"), of("failed"), of("draft").filter(item => item.id === asked.get("draft") || item.id === words.draft)];
  const sent = of("sent").findLast(item => Date.now() - item.at < LATELY && item.to !== location.pathname);
  const said = [];
  if (kept && words.shell !== "true") said.push(fill(words.kept, clock(kept)));
  else if (!navigator.onLine && drafts.length === 0) said.push(waiting.length > 0 ? words.none : words.offline);
  if (full) said.push(words.full);
  if (signIn && waiting.length > 0) said.push(words.signin);
  else if (sending && waiting.length > 0) said.push(fill(words.sending, ...sending, megabytes(await phone.sizeOf(waiting))));
  else if (waiting.length > 0) said.push(fill(words.waiting, waiting.length, megabytes(await phone.sizeOf(waiting))));
  if (failed.length > 0) said.push(fill(words.failed, failed.length));
  if (drafts.length > 0) said.push(fill(words.saved, clock(drafts[0].at), megabytes(await phone.sizeOf(drafts))));
  if (sent && waiting.length === 0) said.push(words.sent);
  if (signIn && waiting.length > 0) lead(words.enter, `/sign-in?ReturnUrl=${encodeURIComponent("/sell/phone")}`);
  else if (failed.length + waiting.length > 0) lead(words.look, "/sell/phone");
  else if (sent) lead(words.see, sent.to);
  else lead("", "/sell/phone");
  const text = said.join(" · ");
  if (line.textContent !== text) line.textContent = text;
  strip.hidden = !text;
  strip.classList.toggle("off", !navigator.onLine || (!!kept && words.shell !== "true") || failed.length > 0 || full);
};

let saying = Promise.resolve();
const show = () => saying = saying.then(say, say);

// Forms of a kept page carry old tokens; those of another account's page must not be sent at all.
const renew = async () => {
  const who = await ask().catch(() => null);
  if (!who) return;
  if (who.account && who.account !== words.account) return location.reload();
  for (const token of document.querySelectorAll("input[name=__RequestVerificationToken]")) token.value = who.token;
};

document.addEventListener("submit", event => {
  const form = event.target;
  if (navigator.onLine || form.hasAttribute("data-listing") || form.getAttribute("method") !== "post") return;
  event.preventDefault();
  event.stopPropagation();
  line.textContent = words.unsent;
}, { capture: true });

document.addEventListener("phone-full", event => { full = event.detail; show(); });
addEventListener("online", () => { show(); if (kept) renew(); });
addEventListener("offline", show);
phone.listen(news => {
  if ("sending" in news) ({ sending } = news);
  if ("signIn" in news) ({ signIn } = news);
  show();
});

const begin = async () => {
  await show();
  if (!isSecureContext) return;
  const handed = sessionStorage.getItem("handed");
  if (handed && asked.has("done")) {
    sessionStorage.removeItem("handed");
    await phone.drop(handed);
  }
  await (await draft)?.ready;
  await phone.sweep(Date.now() - DAY).catch(() => { });
  if (kept && navigator.onLine) await renew();
  flush();
};

// The worker fetches what it keeps over the same thin signal, so it comes last.
begin().finally(async () => {
  await navigator.serviceWorker?.register("/sw.js");
  const worker = await navigator.serviceWorker?.ready;
  if (words.account && !kept) worker?.active.postMessage("keep");
});
