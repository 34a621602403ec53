// Sends what waits on the phone: in order, one tab at a time, each with the key it was given here, so that a lost answer is asked for again
// and has no second effect.
import "./phone.js";

const PATIENCE = 120_000, FIRST_PAUSE = 3_000, LONGEST_PAUSE = 60_000;
const strip = document.querySelector(".connection");
const words = strip.dataset;

class Later extends Error { }
class SignIn extends Error { }
class Refused extends Error {
  constructor(...messages) {
    super(messages[0]);
    this.messages = messages;
  }
}

// Who is signed in, and a fresh token for a page that has been open, or kept, for long.
export const ask = async () => {
  const answer = await fetch("/sell/phone/token", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }).catch(() => { throw new Later(); });
  if (!answer.ok) throw new Later();
  return answer.json();
};

const mine = async () => {
  const who = await ask();
  if (!who.account) throw new SignIn();
  if (who.account !== words.account) throw new Later();
  return who;
};

const post = (photo, token, progress) => new Promise((done, failed) => {
  const body = new FormData();
  body.append("photo", photo.blob, "photo");
  body.append("key", photo.id);
  body.append("__RequestVerificationToken", token);
  const request = new XMLHttpRequest();
  request.open("POST", "/sell/photos");
  request.responseType = "json";
  request.timeout = PATIENCE;
  request.upload.onprogress = event => { if (event.lengthComputable) progress?.(event.loaded / event.total); };
  request.onload = () => done({ status: request.status, ...request.response });
  request.onerror = request.ontimeout = () => failed(new Later());
  request.send(body);
});

// The photo's code. The whole picture again with the same key after a cut: exactly one photo results.
export const sendPhoto = async (photo, progress, token) => {
  let answer = await post(photo, token ?? (await mine()).token, progress);
  if (token && [400, 401].includes(answer.status)) answer = await post(photo, (await mine()).token, progress);
  if (answer.code) {
    await phone.arrived(photo.id, answer.code);
    return answer.code;
  }
  if (answer.status === 401) throw new SignIn();
  // 400 is a picture that arrived in part.
  if (answer.status === 400 || answer.status === 429 || answer.status >= 500) throw new Later();
  throw new Refused(answer.error ?? words.refused);
};

const messagesOf = page => {
  const said = [...page.querySelectorAll(".notice.bad[role=alert] li, .notice.guesses :is(h2, li)")].map(line => line.textContent.trim().replace(/\s+/g, " "));
  return said.length > 0 ? said : [words.refused];
};

const sendForm = async (item, codes) => {
  const { token } = await mine();
  const body = new URLSearchParams(item.fields);
  for (const code of codes) body.append("Input.Photos", code);
  body.set("Then", item.then);
  body.set("_once", item.id);
  body.set("__RequestVerificationToken", token);
  const answer = await fetch(item.path, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) }).catch(() => { throw new Later(); });
  const { pathname } = new URL(answer.url);
  if (pathname.startsWith("/sign-in")) throw new SignIn();
  if (answer.redirected && pathname.startsWith("/sell/products")) {
    // Where it went is enough; the page itself would cost signal.
    answer.body?.cancel();
    return pathname;
  }
  if (answer.status === 429 || answer.status >= 500) throw new Later();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  throw new Refused(...(page.querySelector("[data-listing]") ? messagesOf(page) : [answer.status === 404 ? words.gone : words.refused]));
};

const sendItem = async (item, step) => {
  const codes = [];
  for (const place of item.photos) {
    const photo = place.id && await phone.photo(place.id);
    if (photo && !photo.code) step();
    const code = photo ? photo.code ?? await sendPhoto(photo) : place.code;
    if (code) codes.push(code);
  }
  step();
  await phone.sent(item.id, await sendForm(item, codes));
};

const waiting = async () => (await phone.items().catch(() => [])).filter(item => item.account === words.account && item.state === "waiting");

const unsentOf = async items => {
  let parts = 0;
  for (const item of items) parts += 1 + (await phone.photosOf(item.id)).filter(photo => !photo.code && item.photos.some(place => place.id === photo.id)).length;
  return parts;
};

const sendAll = async () => {
  const passed = new Set();
  let at = 0, of = await unsentOf(await waiting());
  for (;;) {
    const item = (await waiting()).find(item => !passed.has(item.id));
    if (!item) return;
    passed.add(item.id);
    const step = () => phone.tell({ sending: [++at, of = Math.max(of, at)] });
    // Whoever has it open in a form holds this lock.
    await navigator.locks.request(`item-${item.id}`, { ifAvailable: true }, async lock => {
      const now = lock && await phone.item(item.id);
      if (now?.state !== "waiting") return;
      try {
        await sendItem(now, step);
      } catch (failure) {
        if (!(failure instanceof Refused)) throw failure;
        await phone.move(item.id, ["waiting"], { state: "failed", messages: failure.messages });
      }
    });
  }
};

let pause = FIRST_PAUSE, timer;

const again = () => {
  clearTimeout(timer);
  timer = setTimeout(flush, pause);
  pause = Math.min(pause * 2, LONGEST_PAUSE);
};

export const flush = async () => {
  clearTimeout(timer);
  if (!words.account || (await waiting()).length === 0) return;
  if (!navigator.onLine) return again();
  await navigator.locks.request("send", { ifAvailable: true }, async lock => {
    if (!lock) return;
    try {
      await sendAll();
      pause = FIRST_PAUSE;
      phone.tell({ sending: null, signIn: false });
    } catch (failure) {
      phone.tell({ sending: null, signIn: failure instanceof SignIn });
      if (!(failure instanceof Later || failure instanceof SignIn)) throw failure;
    }
  });
  if ((await waiting()).length > 0) again();
};

export const isRefusal = failure => failure instanceof Refused;
export const wantsSignIn = failure => failure instanceof SignIn;

addEventListener("online", () => { pause = FIRST_PAUSE; flush(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
