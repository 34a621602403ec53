// A listing is kept on the phone while it is written. Where there is no signal, or a photo has not arrived, the queue carries it.
import "./phone.js";
import { flush } from "./queue.js";
import { photosOf } from "./photos.js";

const SOON = 500, EVERY = 3_000;
const BY_QUEUE = /^(save|publish)(:|$)/, OURS = ["__RequestVerificationToken", "_once", "Then", "Input.Photos"];
const form = document.querySelector("form[data-listing]");
const strip = document.querySelector(".connection");
const asked = new URLSearchParams(location.search);
const id = asked.get("draft") ?? phone.key();
const { kept } = document.documentElement.dataset;
// Photos sent from a copy of another item's form would be another account's.
const account = strip.dataset.account;
let dirty = false, item = null, saving = Promise.resolve(), holding;

const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OURS.includes(name));
const isEmpty = () => photos.list().length === 0 && !fields().some(([name, value]) => value.trim() && form.elements[name]?.type !== "hidden" && !form.elements[name]?.options);

// For as long as this page lives, so that neither another tab nor the queue takes it away.
const hold = () => holding ??= new Promise(done => {
  const forEver = () => new Promise(() => done());
  navigator.locks.request(`item-${id}`, { ifAvailable: true }, lock => {
    if (lock) return forEver();
    document.querySelector("[data-elsewhere]").hidden = false;
    // It was sent or written on meanwhile.
    navigator.locks.request(`item-${id}`, () => location.reload());
  });
});

const save = (change = {}, photo = null) => saving = saving.catch(() => { }).then(async () => {
  await hold();
  dirty = false;
  const name = fields().find(([field]) => field === "Input.Name")?.[1].trim() ?? "";
  item = { id, account, path: location.pathname, fields: fields(), photos: photos.list(), then: "save", state: "draft", messages: [], name, at: Date.now(), ...change };
  try {
    await phone.save(item, photo);
  } catch (failure) {
    document.dispatchEvent(new CustomEvent("phone-full", { detail: true }));
    throw failure;
  }
  strip.dataset.draft = id;
  if (asked.get("draft") === id) return;
  asked.set("draft", id);
  for (const done of ["done", "text", "shared"]) asked.delete(done);
  history.replaceState(null, "", `?${asked}`);
  navigator.storage?.persist?.();
});

// A full phone, or a private window that keeps nothing, must not stop what can be sent at once.
const saved = change => save(change).then(() => true, () => false);

const photos = photosOf(form, id, photo => save({}, photo));

const refill = () => {
  const left = new Map();
  // Who was told that somebody else changed the product has seen what it is now.
  const told = item.messages.length > 0 ? ["Input.Seen"] : [];
  for (const [name, value] of item.fields.filter(([name]) => !told.includes(name))) left.set(name, [...left.get(name) ?? [], value]);
  const checks = new Set([...form.querySelectorAll("input[type=checkbox]")].map(box => box.name));
  for (const control of form.elements) {
    const values = left.get(control.name);
    if (control.type === "checkbox" || control.type === "radio") control.checked = !!values?.includes(control.value);
    else if (values?.length && !(control.type === "hidden" && checks.has(control.name))) {
      control.value = values.shift();
      if (control.value && control.type !== "hidden") control.closest("details")?.setAttribute("open", "");
    }
    if (values?.length === 0) left.delete(control.name);
  }
  for (const name of checks) left.delete(name);
  // A form of the phone's copy has fewer rows than one the server has made longer.
  for (const [name, values] of left)
    for (const value of values) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.dispatchEvent(new Event("restored"));
};

const complain = messages => {
  const box = document.querySelector("[data-complaint]");
  box.querySelector("ul").replaceChildren(...messages.map(text => Object.assign(document.createElement("li"), { textContent: text })));
  box.hidden = messages.length === 0;
};

const offer = async () => {
  const drafts = (await phone.items()).filter(draft => draft.account === account && draft.path === location.pathname && ["draft", "failed"].includes(draft.state));
  const box = document.querySelector("[data-drafts]");
  box.hidden = drafts.length === 0;
  const line = box.querySelector("template");
  for (const draft of drafts) {
    const entry = line.content.firstElementChild.cloneNode(true);
    entry.querySelector("span").textContent = draft.name || line.dataset.unnamed;
    entry.querySelector("a").href = `?draft=${draft.id}`;
    box.querySelector("ul").append(entry);
  }
};

const takeShared = async () => {
  const share = asked.get("shared") && await phone.shared(asked.get("shared"));
  const text = form.elements["Input.ShareText"];
  if (text && !text.value && location.pathname.endsWith("/new")) text.value = share?.text ?? asked.get("text") ?? "";
  if (!share) return;
  if (await photos.add(share.photos)) await phone.unshare(share.id);
};

const open = async () => {
  if (!asked.has("draft")) {
    if (asked.has("shared") || kept && asked.has("text")) await takeShared();
    return offer();
  }
  await hold();
  item = await phone.item(id);
  // The answer to what was just sent holds what was typed, and what is wrong with it.
  if (strip.dataset.posted === "true") return item && photos.restore([...photos.list(), ...item.photos.filter(place => place.id)]).then(() => save());
  if (!item || item.account !== account || item.path !== location.pathname) return;
  if (item.state === "waiting" || item.state === "sent") return location.replace("/sell/phone");
  refill();
  await photos.restore(item.photos);
  complain(item.messages);
  await save({ messages: item.messages, state: item.state });
};

const toQueue = async then => {
  if (await saved({ then, state: "waiting" })) location.assign("/sell/phone");
};

let timer = null;
const soon = () => {
  dirty = true;
  timer ??= setTimeout(() => {
    timer = null;
    if (dirty && !isEmpty()) saved();
  }, item ? EVERY : SOON);
};
for (const name of ["input", "change", "photos"]) form.addEventListener(name, soon);

let going = false;
form.addEventListener("submit", event => {
  const button = event.submitter;
  const carried = BY_QUEUE.test(button?.value ?? "");
  if (going || (!carried && navigator.onLine && !photos.isBusy())) return;
  event.preventDefault();
  if (!carried && !navigator.onLine) return strip.scrollIntoView();
  send(button, carried);
});

const send = async (button, carried) => {
  button?.setAttribute("aria-busy", "true");
  photos.wait?.();
  while (photos.isBusy()) await photos.settled();
  button?.removeAttribute("aria-busy");
  const failed = form.querySelector(".photo-tiles .failed");
  if (failed) return failed.scrollIntoView({ block: "center" });
  if (carried && (!navigator.onLine || kept || photos.unsent().length > 0)) return toQueue(button.value);
  if (carried && (dirty || item)) {
    // Where the answer is lost on the way back the queue asks again with the same key.
    if (await saved({ then: button.value, state: "waiting" })) {
      form.elements._once.value = id;
      sessionStorage.setItem("handed", id);
    }
  }
  if (!carried && (dirty || item)) await saved();
  going = true;
  form.requestSubmit(button);
  going = false;
};

document.addEventListener("visibilitychange", () => { if (document.hidden && dirty && !isEmpty()) saved(); });

// What was typed before this script came.
const isTyped = control => control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked : "defaultValue" in control && control.type !== "hidden" && control.value !== control.defaultValue;

export const ready = open().then(() => { if (!item && [...form.elements].some(isTyped)) soon(); });
