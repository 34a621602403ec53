// Photos of a listing are made smaller on the phone and sent one by one as they are chosen, so that a weak signal costs one photo and not the form.
import { shrink } from "./shrink.js";

const box = document.querySelector("[data-photos]");
const form = box.closest("form");
const tiles = box.querySelector(".photo-tiles");
const input = box.querySelector("input[type=file]");
const says = box.dataset;
const waiting = new Set();

const make = (tag, values = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), values);
  made.append(...inside);
  return made;
};

const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");

const send = (photo, id, progress) => new Promise((done, failed) => {
  const body = new FormData();
  body.append("photo", photo, "photo.jpg");
  body.append("key", id);
  body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  const request = new XMLHttpRequest();
  request.open("POST", says.to);
  request.responseType = "json";
  request.upload.onprogress = event => { if (event.lengthComputable) progress.value = event.loaded / event.total; };
  request.onload = () => request.response?.code ? done(request.response.code) : failed(new Error(request.response?.error ?? says.failed));
  request.onerror = () => failed(new Error(says.failed));
  request.send(body);
});

const upload = async (tile, photo, id) => {
  tile.classList.remove("failed");
  tile.querySelector("p")?.remove();
  const progress = make("progress", { max: 1, value: 0 });
  tile.append(progress);
  waiting.add(tile);
  try {
    const code = await send(photo, id, progress);
    tile.append(make("input", { type: "hidden", name: "Input.Photos", value: code }));
    tile.querySelector(".first").hidden = false;
  } catch (failure) {
    const again = make("button", { type: "button", className: "linkish again", textContent: says.retry });
    again.addEventListener("click", () => { again.remove(); upload(tile, photo, id); });
    tile.classList.add("failed");
    tile.append(make("p", { textContent: failure.message, role: "alert" }), again);
  } finally {
    progress.remove();
    waiting.delete(tile);
    box.dispatchEvent(new Event("settled"));
  }
};

input.removeAttribute("name");
input.parentElement.classList.add("ready");
input.addEventListener("change", async () => {
  const room = says.most - tiles.children.length;
  const files = [...input.files].slice(0, Math.max(0, room));
  input.value = "";
  for (const file of files) {
    const photo = await shrink(file);
    const tile = box.querySelector("template").content.firstElementChild.cloneNode(true);
    tile.querySelector("img").src = URL.createObjectURL(photo);
    tiles.append(tile);
    upload(tile, photo, key());
  }
});

tiles.addEventListener("click", event => {
  const button = event.target.closest("button");
  const does = button?.dataset.does ?? button?.value.split(":")[0];
  if (does !== "drop" && does !== "first") return;
  event.preventDefault();
  const tile = button.closest("li");
  if (does === "drop") tile.remove();
  else tiles.prepend(tile);
});

// A form pressed while photos are on their way goes by itself when the last one has arrived.
form.addEventListener("submit", event => {
  if (waiting.size === 0) return;
  event.preventDefault();
  const button = event.submitter;
  box.querySelector("[data-status]").textContent = says.sending;
  box.addEventListener("settled", function settled() {
    if (waiting.size > 0) return;
    box.removeEventListener("settled", settled);
    if (!tiles.querySelector(".failed")) form.requestSubmit(button);
  });
});
