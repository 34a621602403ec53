// What waits on this phone, each with its state, a reason where it was refused, and a button that helps.
import "./phone.js";
import { flush } from "./queue.js";

const strip = document.querySelector(".connection");
const page = document.querySelector("[data-on-phone]");
const list = page.querySelector("ul");
const says = page.dataset;
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const SHOWN_SENT = 24 * 3600_000;
let signIn = false;

const stateOf = item => signIn && item.state === "waiting" ? says.signin : says[item.state];

const draw = async item => {
  const line = page.querySelector("template").content.firstElementChild.cloneNode(true);
  const part = name => line.querySelector(`[data-part=${name}]`);
  const photos = await phone.photosOf(item.id);
  const bytes = photos.reduce((sum, photo) => sum + photo.blob.size, 0);
  part("name").textContent = item.name || says.unnamed;
  part("state").textContent = stateOf(item);
  part("state").classList.add({ failed: "bad", sent: "good", waiting: "warn" }[item.state] ?? "quiet");
  part("size").textContent = item.state === "sent" ? "" : fill(says.size, item.photos.length, (bytes / 1e6).toFixed(2));
  for (const message of item.messages ?? []) part("why").append(Object.assign(document.createElement("li"), { textContent: message }));
  part("see").hidden = item.state !== "sent";
  part("see").href = item.to ?? "/sell/products";
  part("enter").hidden = !(signIn && item.state === "waiting");
  part("send").hidden = item.state !== "failed" && (signIn || item.state !== "waiting");
  part("open").hidden = item.state === "sent";
  // Sent again as it is, it would be refused again.
  part("open").classList.toggle("quiet", item.state !== "failed");
  part("send").classList.toggle("quiet", item.state === "failed");
  if (item.state === "failed") part("send").before(part("open"), " ");
  part("drop").hidden = item.state === "sent";
  part("send").onclick = async () => {
    await phone.move(item.id, ["failed"], { state: "waiting" });
    flush();
  };
  part("open").onclick = () => navigator.locks.request(`item-${item.id}`, async () => {
    await phone.move(item.id, ["waiting"], { state: "draft" });
    location.assign(`${item.path}?draft=${item.id}`);
  });
  part("drop").onclick = event => {
    if (event.target.dataset.sure) return navigator.locks.request(`item-${item.id}`, () => phone.drop(item.id));
    event.target.dataset.sure = "yes";
    event.target.textContent = says.sure;
  };
  return line;
};

const show = async () => {
  const all = (await phone.items()).filter(item => item.state !== "sent" || Date.now() - item.at < SHOWN_SENT);
  const mine = all.filter(item => item.account === strip.dataset.account);
  const others = all.filter(item => item.account !== strip.dataset.account && item.state !== "sent").length;
  list.replaceChildren(...await Promise.all(mine.map(draw)));
  page.querySelector(".empty").hidden = mine.length > 0;
  const other = page.querySelector("[data-others]");
  other.hidden = others === 0;
  other.textContent = fill(says.others, others);
};

let showing = Promise.resolve();
const again = () => showing = showing.then(show, show);

document.querySelector("[data-not-kept]").hidden = location.pathname === "/sell/phone";
phone.listen(news => {
  if ("signIn" in news) ({ signIn } = news);
  if (!("sending" in news) || "signIn" in news) again();
});
again();
