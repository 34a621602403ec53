// What this phone keeps until it is sent: listings, their photos, and what other apps shared. Pages take it as a module, the service worker
// as a script, so it exports nothing and stands in self.phone.
self.phone = (() => {
  const told = new BroadcastChannel("phone");
  let opening;

  const open = () => opening ??= new Promise((done, failed) => {
    const request = indexedDB.open("storefront", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("items", { keyPath: "id" });
      request.result.createObjectStore("photos", { keyPath: "id" }).createIndex("item", "item");
      request.result.createObjectStore("shares", { keyPath: "id" });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => { opening = null; failed(request.error); };
  });

  // Strict: what was said to be saved outlives a flat battery.
  const work = async (mode, act) => {
    const change = (await open()).transaction(["items", "photos", "shares"], mode, { durability: "strict" });
    return new Promise((done, failed) => {
      const [items, photos, shares] = ["items", "photos", "shares"].map(name => change.objectStore(name));
      const asked = act({ items, photos, shares });
      change.oncomplete = () => {
        if (mode === "readwrite") told.postMessage({});
        done(asked?.result);
      };
      change.onabort = () => failed(change.error);
    });
  };
  const read = act => work("readonly", act);
  const write = act => work("readwrite", act);

  const dropPhotos = (photos, item) => {
    photos.index("item").openKeyCursor(item).onsuccess = ({ target: { result: at } }) => {
      if (!at) return;
      photos.delete(at.primaryKey);
      at.continue();
    };
  };

  return {
    key: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join(""),
    tell: message => told.postMessage(message),
    items: async () => (await read(({ items }) => items.getAll())).sort((one, other) => one.at - other.at),
    item: id => read(({ items }) => items.get(id)),
    photo: id => read(({ photos }) => photos.get(id)),
    photosOf: item => read(({ photos }) => photos.index("item").getAll(item)),
    save: (item, photo) => write(({ items, photos }) => {
      items.put(item);
      if (photo) photos.put(photo);
    }),
    arrived: (id, code) => write(({ photos }) => {
      photos.get(id).onsuccess = ({ target: { result: photo } }) => { if (photo) photos.put({ ...photo, code }); };
    }),
    // Only from the state it was seen in: another tab may have been faster.
    move: async (id, from, change) => {
      let moved = false;
      await write(({ items }) => {
        items.get(id).onsuccess = ({ target: { result: item } }) => {
          if (!from.includes(item?.state)) return;
          moved = true;
          items.put({ ...item, ...change });
        };
      });
      return moved;
    },
    // The pictures go at once; where it went is remembered for a while.
    sent: (id, to) => write(({ items, photos }) => {
      items.get(id).onsuccess = ({ target: { result: item } }) => {
        if (item) items.put({ id, account: item.account, path: item.path, name: item.name, at: Date.now(), photos: [], fields: [], state: "sent", to });
      };
      dropPhotos(photos, id);
    }),
    drop: id => write(({ items, photos }) => {
      items.delete(id);
      dropPhotos(photos, id);
    }),
    // What was sent, and shares that nobody took.
    sweep: before => write(({ items, shares }) => {
      for (const store of [items, shares]) store.openCursor().onsuccess = ({ target: { result: at } }) => {
        if (!at) return;
        if (at.value.at < before && (store === shares || at.value.state === "sent")) at.delete();
        at.continue();
      };
    }),
    share: share => write(({ shares }) => { shares.put(share); }),
    shared: id => read(({ shares }) => shares.get(id)),
    unshare: id => write(({ shares }) => { shares.delete(id); }),
    sizeOf: async items => {
      let bytes = 0;
      for (const item of items) for (const photo of await phone.photosOf(item.id)) bytes += photo.blob.size;
      return bytes;
    },
    listen: heard => { new BroadcastChannel("phone").onmessage = ({ data }) => heard(data); },
  };
})();
