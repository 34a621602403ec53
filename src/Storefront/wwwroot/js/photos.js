// Photos of a listing are made smaller on the phone, kept there, and sent one by one as they are chosen, so that a weak signal costs one photo
// and not the form. Without a signal they wait.
import "./phone.js";
import { isRefusal, sendPhoto } from "./queue.js";

const AGAIN = 15_000;

// The first field does not wait for what the first photo needs.
const shrinks = import("./shrink.js"), desks = import("./photo-desk.js");

const make = (tag, values = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...inside);
  return made;
};

// item: whose photos they are on this phone. keep(photo): saves the listing with this photo. It hears "photos" on the form when they change.
export const photosOf = (form, item, keep) => {
  const box = form.querySelector("[data-photos]");
  if (!box) return { list: () => [], unsent: () => [], isBusy: () => false, add: async () => { }, restore: async () => { } };
  const says = box.dataset;
  const tiles = box.querySelector(".photo-tiles");
  const input = box.querySelector("input[type=file]");
  const undo = box.querySelector("[data-undo]");
  const sending = new Set();
  let dropped, line = Promise.resolve(), making = Promise.resolve();

  const codeOf = tile => tile.querySelector("input")?.value;
  const changed = () => {
    const all = [...tiles.children];
    for (const [at, tile] of all.entries()) tile.querySelector(".open").ariaLabel = says.change.replace("{0}", at + 1);
    const dark = all.flatMap((tile, at) => tile.hasAttribute("data-dark") ? [at + 1] : []);
    const hint = box.querySelector("[data-hint]");
    hint.hidden = dark.length === 0;
    if (dark.length > 0) hint.querySelector("span").textContent = says.dark.replace("{0}", dark.join(", "));
    form.dispatchEvent(new Event("photos"));
  };

  const dress = tile => {
    tile.draggable = true;
    tile.prepend(make("button", { type: "button", className: "open" }, tile.querySelector("img")));
    tile.querySelector(".open").dataset.does = "open";
  };

  const note = (tile, state, text, again) => {
    tile.classList.toggle("failed", state === "failed");
    tile.classList.toggle("kept", state === "kept");
    tile.classList.toggle("making", state === "making");
    tile.querySelectorAll("p, .again, progress").forEach(old => old.remove());
    if (text) tile.append(make("p", { textContent: text }));
    if (again) tile.append(make("button", { type: "button", className: "linkish again", textContent: says.retry, onclick: again }));
  };

  // One after the other: together they would all arrive late.
  const upload = tile => {
    const { photo: id } = tile.dataset;
    if (sending.has(id) || codeOf(tile)) return line;
    sending.add(id);
    return line = line.then(() => send(tile, id));
  };

  const send = async (tile, id) => {
    note(tile);
    const progress = make("progress", { max: 1, value: 0, ariaLabel: says.sending });
    tile.append(progress);
    try {
      if (!navigator.onLine) throw new Error();
      const photo = await phone.photo(id);
      const code = photo.code ?? await sendPhoto(photo, part => { progress.value = part; }, form.elements.__RequestVerificationToken?.value);
      tile.append(make("input", { type: "hidden", name: "Input.Photos", value: code }));
      tile.querySelector(".first").hidden = false;
    } catch (failure) {
      if (isRefusal(failure)) note(tile, "failed", failure.message, () => upload(tile));
      else note(tile, "kept", says.kept, () => upload(tile));
    } finally {
      progress.remove();
      sending.delete(id);
      box.dispatchEvent(new Event("settled"));
      changed();
    }
  };

  const blank = () => {
    const tile = box.querySelector("template").content.firstElementChild.cloneNode(true);
    dress(tile);
    return tile;
  };

  const picture = (tile, { id, blob, dark }) => {
    tile.querySelector("img").src = URL.createObjectURL(blob);
    tile.dataset.photo = id;
    tile.toggleAttribute("data-dark", dark);
  };

  const store = async (tile, photo) => {
    note(tile);
    try {
      await keep(photo);
    } catch {
      note(tile, "failed", says.full, () => store(tile, photo));
      return false;
    }
    if (tile.isConnected) upload(tile);
    return true;
  };

  // The tile stands at once; the pictures are made smaller one after the other, for three at once are more memory than a cheap phone has.
  const place = (tile, source, part) => {
    note(tile, "making", says.making);
    tile.append(make("progress", { ariaLabel: says.making }));
    const work = async () => {
      const { shrink } = await shrinks;
      const { blob, dark } = await shrink(await source(), part);
      const photo = { id: phone.key(), item, blob, dark };
      picture(tile, photo);
      const stored = await store(tile, photo);
      changed();
      return stored;
    };
    making = making.then(work, work);
    return making.finally(() => box.dispatchEvent(new Event("settled")));
  };

  const add = async files => {
    const room = Math.max(0, says.most - tiles.children.length);
    const placed = [...files].slice(0, room).map(file => {
      const tile = blank();
      tiles.append(tile);
      return place(tile, () => file);
    });
    changed();
    return (await Promise.all(placed)).every(stored => stored);
  };

  const renew = async (old, source, part) => {
    const tile = blank();
    old.replaceWith(tile);
    changed();
    try {
      await place(tile, source, part);
    } catch {
      // Its picture could not be fetched.
      tile.replaceWith(old);
      changed();
    }
  };

  const drop = tile => {
    dropped = { tile, before: tile.nextElementSibling };
    tile.remove();
    undo.hidden = false;
    changed();
  };

  const move = (tile, by) => {
    const other = by < 0 ? tile.previousElementSibling : tile.nextElementSibling;
    if (by < 0) other?.before(tile);
    else other?.after(tile);
    changed();
  };

  const bytesOf = async tile => tile.dataset.photo
    ? (await phone.photo(tile.dataset.photo)).blob
    : (await fetch(`/media/${codeOf(tile)}-1280`)).blob();

  const does = {
    open: async tile => tile.querySelector("img").src && (await desks).openDesk(box.querySelector("dialog"), tile, does),
    drop,
    first: tile => { tiles.prepend(tile); changed(); },
    earlier: tile => move(tile, -1),
    later: tile => move(tile, 1),
    crop: (tile, part) => renew(tile, () => bytesOf(tile), part),
    replace: (tile, file) => renew(tile, () => file),
  };

  tiles.querySelectorAll("li").forEach(dress);
  input.removeAttribute("name");
  input.parentElement.classList.add("ready");
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    add(files);
  });

  tiles.addEventListener("click", event => {
    const button = event.target.closest("button");
    const act = does[button?.dataset.does ?? button?.value.split(":")[0]];
    if (!act) return;
    event.preventDefault();
    act(button.closest("li"));
  });

  undo.querySelector("button").addEventListener("click", () => {
    if (dropped.before?.isConnected) dropped.before.before(dropped.tile);
    else tiles.append(dropped.tile);
    undo.hidden = true;
    dropped.tile.querySelector(".open").focus();
    if (dropped.tile.dataset.photo) upload(dropped.tile);
    changed();
  });

  let dragged;
  tiles.addEventListener("dragstart", event => { dragged = event.target.closest("li"); });
  tiles.addEventListener("dragover", event => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    if (over === dragged) return;
    const all = [...tiles.children];
    if (all.indexOf(over) < all.indexOf(dragged)) over.before(dragged);
    else over.after(dragged);
  });
  tiles.addEventListener("dragend", () => { dragged = null; changed(); });

  const retry = () => tiles.querySelectorAll(".kept").forEach(upload);
  addEventListener("online", retry);
  setInterval(() => { if (navigator.onLine && !document.hidden) retry(); }, AGAIN);
  changed();

  return {
    add,
    list: () => [...tiles.children].map(tile => ({ id: tile.dataset.photo, code: codeOf(tile) })).filter(({ id, code }) => id || code),
    unsent: () => [...tiles.children].filter(tile => !codeOf(tile)),
    isBusy: () => !!tiles.querySelector(".making") || navigator.onLine && sending.size > 0,
    settled: () => new Promise(done => box.addEventListener("settled", done, { once: true })),
    wait: () => { box.querySelector("[data-status]").textContent = says.sending; },
    restore: async places => {
      const kept = new Map((await phone.photosOf(item)).map(photo => [photo.id, photo]));
      const known = new Map([...tiles.children].map(tile => [codeOf(tile), tile]));
      const shown = new Set();
      const made = places.flatMap(({ id, code }) => {
        const photo = kept.get(id);
        const mark = photo?.code ?? code ?? id;
        if (shown.has(mark)) return [];
        shown.add(mark);
        if (photo) {
          const tile = blank();
          picture(tile, photo);
          if (photo.code) tile.append(make("input", { type: "hidden", name: "Input.Photos", value: photo.code }));
          tile.querySelector(".first").hidden = !photo.code;
          return [tile];
        }
        if (!code) return [];
        if (known.has(code)) return [known.get(code)];
        const tile = blank();
        tile.querySelector("img").src = `/media/${code}-320`;
        tile.querySelector(".first").hidden = false;
        tile.append(make("input", { type: "hidden", name: "Input.Photos", value: code }));
        return [tile];
      });
      tiles.replaceChildren(...made);
      changed();
      for (const tile of made) if (!codeOf(tile)) upload(tile);
    },
  };
};
