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
    const open = await self.clients.matchAll({ type: "window" });
    const there = open.find(client => client.url === target);
    return there ? there.focus() : self.clients.openWindow(target);
  })());
});
