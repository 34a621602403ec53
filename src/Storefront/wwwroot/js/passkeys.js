// Fingerprint or face: the shop gives a challenge, the device answers it, and the answer goes with the form that has data-passkey.
const decode = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt());
const encode = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const decodeIds = list => list?.map(one => ({ ...one, id: decode(one.id) }));

// Such keys belong to a name: an address of numbers has none.
const can = !!window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);
const renewAfter = 240000;
let quiet, waiting;
// The challenge that is not answered yet: whose finger slipped need not prove again who it is.
let open;

const ask = (options, more) => {
  const publicKey = { ...options, challenge: decode(options.challenge), allowCredentials: decodeIds(options.allowCredentials), excludeCredentials: decodeIds(options.excludeCredentials) };
  if (!options.user) return navigator.credentials.get({ publicKey, ...more });
  publicKey.user = { ...options.user, id: decode(options.user.id) };
  return navigator.credentials.create({ publicKey });
};

const write = ({ id, type, response }) => JSON.stringify({
  id, rawId: id, type, clientExtensionResults: {},
  response: {
    clientDataJSON: encode(response.clientDataJSON),
    ...(response.attestationObject
      ? { attestationObject: encode(response.attestationObject), transports: response.getTransports?.() ?? [] }
      : { authenticatorData: encode(response.authenticatorData), signature: encode(response.signature), userHandle: response.userHandle ? encode(response.userHandle) : undefined }),
  },
});

// Sends the form with the device's answer. What the shop has against the form comes back as a page.
const fill = async (form, more) => {
  if (!(open?.until > Date.now())) {
    const body = new FormData(form);
    // The form itself goes after this, and may have its one effect then.
    body.delete("_once");
    const answer = await fetch(form.dataset.passkey, { method: "POST", body, signal: more?.signal });
    if (answer.redirected) return location.reload();
    const said = await answer.text();
    if (!answer.headers.get("content-type")?.startsWith("application/json")) return said;
    open = { options: JSON.parse(said), until: Date.now() + renewAfter };
  }
  form.querySelector(".notice.bad:not([data-passkey-said])")?.remove();
  form.elements.credential.value = write(await ask(open.options, more));
  open = null;
  form.submit();
};

const tell = (form, text) => {
  const place = form.querySelector("[data-passkey-said]");
  place.textContent = text;
  place.hidden = !text;
};

const show = (form, text) => {
  const page = new DOMParser().parseFromString(text, "text/html").querySelector("main");
  if (!page?.querySelector("[data-passkey]")) return tell(form, form.dataset.failed);
  const alert = page.querySelector("[role=alert]");
  alert?.removeAttribute("autofocus");
  document.querySelector("main").replaceWith(page);
  begin();
  alert?.focus();
};

// Passkeys offered among what the browser fills into the number field, for as long as the page stands.
const wait = async form => {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  const mine = quiet = new AbortController();
  const renew = setTimeout(() => { open = null; mine.abort(); wait(form); }, renewAfter);
  waiting = fill(form, { mediation: "conditional", signal: mine.signal }).catch(() => clearTimeout(renew));
};

const begin = () => {
  const form = document.querySelector("[data-passkey]");
  const cannot = document.querySelector("[data-passkey-cannot]");
  if (cannot) cannot.hidden = can;
  if (!form || !can) return;
  form.hidden = false;
  if (document.querySelector("[autocomplete~=webauthn]")) wait(form);
};

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!event.submitter?.hasAttribute("data-touch")) return;
  event.preventDefault();
  if (form.hasAttribute("data-busy")) return;
  form.toggleAttribute("data-busy", true);
  quiet?.abort();
  tell(form, "");
  try {
    // One at a time: a late challenge would take the place of this one.
    await waiting;
    const refusal = await fill(form);
    if (!refusal) return;
    show(form, refusal);
  } catch (failure) {
    tell(form, failure.name === "InvalidStateError" ? form.dataset.known ?? form.dataset.failed : form.dataset.failed);
  }
  form.toggleAttribute("data-busy", false);
}, true);

// Offered once on a device that has such a sensor, after a sign-in by code.
const offer = document.querySelector("[data-passkey-offer]");
if (offer && can && !localStorage.getItem("passkey") && await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()) {
  localStorage.setItem("passkey", "offered");
  offer.hidden = false;
}

begin();
