// "Tell me at once on this phone": asks the browser only after a tap, and hands its address for messages to the page's form.
const box = document.querySelector("[data-push]");
const form = box.querySelector("form");
const say = what => box.querySelectorAll("[data-say]").forEach(line => { line.hidden = line.dataset.say !== what; });
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const hex = buffer => Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, "0")).join("");

const present = async () => (await navigator.serviceWorker.getRegistration("/"))?.pushManager.getSubscription();

// The list shows which of its lines is this browser.
const show = async () => {
  const known = Notification.permission === "granted" && await present();
  const mark = known && hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(known.endpoint)));
  const line = mark && box.querySelector(`[data-mark="${mark}"]`);
  line?.querySelector(".badge").removeAttribute("hidden");
  form.hidden = Boolean(line);
};

const subscribe = async () => {
  const registration = await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytes(box.dataset.key) };
  try {
    return await registration.pushManager.subscribe(options);
  } catch (failure) {
    // An address bound to another key of the shop is given up for a new one.
    const old = failure.name === "InvalidStateError" && await registration.pushManager.getSubscription();
    if (!old) throw failure;
    await old.unsubscribe();
    return registration.pushManager.subscribe(options);
  }
};

const ask = async () => {
  if (await Notification.requestPermission() !== "granted") return say("denied");
  const subscription = await subscribe();
  // For the day on which the browser is given another address, see sw-push.js.
  await (await caches.open("push")).put("/push/address", Response.json({ endpoint: subscription.endpoint, key: box.dataset.key }));
  form.elements["Browser.Endpoint"].value = subscription.endpoint;
  form.elements["Browser.P256dh"].value = text(subscription.getKey("p256dh"));
  form.elements["Browser.Auth"].value = text(subscription.getKey("auth"));
  form.requestSubmit();
};

if ("serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  say(Notification.permission === "denied" ? "denied" : "");
  form.querySelector("button").addEventListener("click", async event => {
    event.target.disabled = true;
    try {
      await ask();
    } catch {
      say("failed");
    }
    event.target.disabled = false;
  });
  await show();
}
