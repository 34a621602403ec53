importScripts("/js/sw-push.js");
importScripts("/js/phone.js");

// Acts on the seller's pages and on the files they are made of; everything else passes by untouched.
const PAGES = "seller-pages", PARTS = "parts", OWNER = "/owner";
const FORM = "/sell/products/new", PHONE = "/sell/phone";
const SHELL = [FORM, PHONE];
const HEADERS = ["Content-Type", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"];
const OURS = ["__RequestVerificationToken", "_once", "Then", "Input.Photos"];
const MOST_PAGES = 60, SHELL_LIFE = 3600_000, LONGEST_ADDRESS = 4_000;

const isPart = path => /^\/(css|js|icons)\/|^\/(icons|favicon|app)(\.\w+)?\.svg$/.test(path);
// A file whose address changes with its content: /js/site.0123456789.js or /icons/app.png?v=…
const VERSION = /\.[a-z0-9]{10}(?=\.\w+$)/;
// Scripts that import each other share one: /js/all.0123456789/queue.js
const RELEASE = /^\/js\/all\.\w+\//;
const isFixed = url => VERSION.test(url.pathname) || RELEASE.test(url.pathname) || url.search.startsWith("?v=");
const nameOf = url => url.pathname.replace(VERSION, "").replace(RELEASE, "/js/");
const isKept = path => /^\/sell($|\/(today|orders|products|phone)($|\/))/.test(path);
const ownerOf = text => /data-account="(\w+)"/.exec(text)?.[1];

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("message", event => {
  // A page that was on its way while this worker began is not its own yet.
  if (event.data === "keep") event.waitUntil(clients.claim().then(keepShell));
});

// A page of another account first sends all pages of the one before away. One at a time, or two pages would both clear.
let turn = Promise.resolve();
const inTurn = work => turn = turn.then(work, work);

const keepPage = (address, answer) => inTurn(async () => {
  const text = await answer.text();
  const owner = ownerOf(text);
  if (!owner) return;
  let pages = await caches.open(PAGES);
  if (await (await pages.match(OWNER))?.text() !== owner) {
    await caches.delete(PAGES);
    pages = await caches.open(PAGES);
    await pages.put(OWNER, new Response(owner));
  }
  // A page without its scripts would lose what is typed into it: it is kept when all it is made of is.
  for (const [, path] of text.matchAll(/(?:href|src)="(\/[^"#]+)/g)) if (isPart(path.split("?")[0]) && !await keepPart(path)) return;
  const headers = Object.fromEntries(HEADERS.map(name => [name, answer.headers.get(name) ?? ""]));
  await pages.put(address, new Response(text, { headers: { ...headers, "X-Kept": new Date().toISOString() } }));
  const old = (await pages.keys()).filter(({ url }) => ![OWNER, ...SHELL].includes(new URL(url).pathname));
  for (const page of old.slice(0, Math.max(0, old.length - MOST_PAGES))) await pages.delete(page);
});

const keepPart = async path => {
  const parts = await caches.open(PARTS);
  if (await parts.match(path)) return true;
  const answer = await fetch(path).catch(() => null);
  if (!answer?.ok) return false;
  const text = /\.js(\?|$)/.test(path) ? await answer.clone().text() : "";
  for (const [, name] of text.matchAll(/(?:from|import)\s*\(?"\.\/([\w-]+\.js)"/g)) if (!await keepPart(new URL(name, answer.url).pathname)) return false;
  await putPart(parts, path, answer);
  return true;
};

// One version of a file at a time.
const putPart = async (parts, path, answer) => {
  const url = new URL(path, location.origin);
  for (const old of await parts.keys()) if (nameOf(new URL(old.url)) === nameOf(url)) await parts.delete(old);
  await parts.put(url, answer);
};

const anyVersion = async (parts, url) => {
  for (const old of await parts.keys()) if (nameOf(new URL(old.url)) === nameOf(url)) return parts.match(old);
};

const keepShell = async () => {
  const pages = await caches.open(PAGES);
  for (const path of SHELL) {
    const kept = await pages.match(path);
    if (kept && Date.now() - Date.parse(kept.headers.get("X-Kept")) < SHELL_LIFE) continue;
    const answer = await fetch(path).catch(() => null);
    if (answer?.ok && !answer.redirected) await keepPage(path, answer);
  }
};

const forget = () => inTurn(() => caches.delete(PAGES));

// Which list is shown stands in the address of the orders; elsewhere an address with words is a state of the moment.
const addressOf = url => url.pathname.startsWith("/sell/orders") ? url.pathname + url.search : url.pathname;

const findKept = async url => {
  const pages = await caches.open(PAGES);
  const path = url.pathname === "/sell" ? "/sell/today" : addressOf(url);
  return await pages.match(path) ?? await pages.match(PHONE);
};

const getPage = async event => {
  const url = new URL(event.request.url);
  try {
    const answer = await fetch(event.request);
    if (answer.ok && isKept(url.pathname) && (!url.search || addressOf(url) !== url.pathname)) event.waitUntil(keepPage(addressOf(url), answer.clone()));
    return answer;
  } catch {
    if (url.pathname === "/sell/share") return Response.redirect(`${FORM}${url.search}`, 303);
    const kept = await findKept(url);
    if (!kept) return Response.error();
    const text = (await kept.text()).replace("<html ", `<html data-kept="${kept.headers.get("X-Kept")}" `);
    return new Response(text, { headers: kept.headers });
  }
};

const getPart = async event => {
  const { request } = event;
  const url = new URL(request.url);
  const parts = await caches.open(PARTS);
  const kept = await parts.match(url);
  if (isFixed(url) && kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(putPart(parts, url, answer.clone()));
    return answer;
  } catch {
    return kept ?? await anyVersion(parts, url) ?? Response.error();
  }
};

// What another app shares: the pictures stay on the phone until a listing takes them.
const takeShare = async request => {
  const data = await request.clone().formData();
  if (data.has("__RequestVerificationToken")) return fetch(request);
  const words = ["title", "text", "url"].map(name => data.get(name)).filter(Boolean);
  const text = words.filter((word, at) => !words.some((other, where) => where !== at && other.includes(word) && (other !== word || where < at))).join("\n");
  const photos = data.getAll("photos").filter(file => file.size > 0);
  const query = new URLSearchParams({ text });
  if (photos.length > 0 || `${query}`.length > LONGEST_ADDRESS) {
    const share = { id: phone.key(), text, photos, at: Date.now() };
    await phone.share(share);
    query.set("shared", share.id);
  }
  while (`${query}`.length > LONGEST_ADDRESS) query.set("text", query.get("text").slice(0, query.get("text").length * .8));
  return Response.redirect(`/sell/share?${query}`, 303);
};

// A form that went out without its script, and met no signal, is kept as if the script had kept it.
const sendForm = async request => {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    await keepForm(copy).catch(() => { });
    return Response.redirect(PHONE, 303);
  }
};

const keepForm = async request => {
  const data = await request.formData();
  const [once, then] = [data.get("_once"), data.get("Then") ?? "save"];
  const known = await phone.item(once);
  const account = await (await (await caches.open(PAGES)).match(OWNER))?.text();
  if (known?.state === "waiting" || !account) return;
  const { pathname } = new URL(request.url);
  const fields = [...data].filter(([name, value]) => typeof value === "string" && !OURS.includes(name));
  const photos = data.getAll("Input.Photos").filter(code => typeof code === "string").map(code => ({ code }));
  const state = /^(save|publish)/.test(then) ? "waiting" : "draft";
  await phone.save({ id: known ? phone.key() : once, account, path: pathname, fields, photos, then, state, messages: [], name: data.get("Input.Name") ?? "", at: Date.now() });
};

addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate" && request.method === "POST") {
    if (pathname === "/sell/share") event.respondWith(takeShare(request));
    else if (pathname === "/sign-out") event.waitUntil(forget());
    else if (/^\/sell\/products\/\w+$/.test(pathname)) event.respondWith(sendForm(request));
  } else if (request.mode === "navigate" && /^\/sell($|\/)/.test(pathname)) event.respondWith(getPage(event));
  else if (request.method === "GET" && isPart(pathname)) event.respondWith(getPart(event));
});
