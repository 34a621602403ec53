// What the service worker does with a message: shows it, and opens what it is about. Loaded by /sw.js.
const own = path => {
  const url = new URL(path ?? "/me/notices", location.origin);
  return url.origin === location.origin ? url.href : location.origin;
};

const read = data => {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
};

self.addEventListener("push", event => {
  const told = read(event.data);
  event.waitUntil(self.registration.showNotification(told.title ?? location.host, {
    body: told.body,
    // The same message sent twice takes its own place.
    tag: told.tag,
    lang: told.lang,
    icon: "/favicon.svg",
    data: { url: told.url, settings: told.settings?.url },
    actions: told.settings ? [{ action: "settings", title: told.settings.title }] : [],
  }));
});

self.addEventListener("notificationclick", event => {
  event.notification.close();
  const { url, settings } = event.notification.data ?? {};
  const target = own(event.action === "settings" ? settings : url);
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const there = open.find(client => new URL(client.url).pathname === new URL(target).pathname);
    return there ? there.focus() : self.clients.openWindow(target);
  })());
});

const ADDRESS = "/push/address";
const text64 = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

// The push service has given this browser another address: the shop hears of it, or the phone would fall silent. Not every browser says what it was before, so the page that asked keeps it.
self.addEventListener("pushsubscriptionchange", event => event.waitUntil((async () => {
  const kept = await (await caches.match(ADDRESS))?.json() ?? {};
  const before = event.oldSubscription?.endpoint ?? kept.endpoint;
  const key = event.oldSubscription?.options?.applicationServerKey ?? kept.key;
  const next = event.newSubscription ?? (key && await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  if (!before || !next) return;
  await fetch("/push/moved", { method: "POST", body: new URLSearchParams({ before, endpoint: next.endpoint, p256dh: text64(next.getKey("p256dh")), auth: text64(next.getKey("auth")) }) });
  await (await caches.open("push")).put(ADDRESS, Response.json({ ...kept, endpoint: next.endpoint }));
})()));
