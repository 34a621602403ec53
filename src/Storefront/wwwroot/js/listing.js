// Small hands at the listing form: a guess is taken or taken away without a round trip, a copied text is pasted, words are spoken.
const clipboard = navigator.clipboard?.readText ? navigator.clipboard : null;

for (const guess of document.querySelectorAll("[data-guess]")) {
  const field = guess.closest("form").elements[guess.dataset.guess];
  const settle = () => {
    const box = field.closest(".field");
    box.classList.remove("guessed");
    // Emptied and not removed: the field still points at it.
    box.querySelector(".hint").textContent = "";
    guess.remove();
  };
  guess.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (!("agrees" in button.dataset)) field.value = "";
    settle();
    field.focus();
    if (!("agrees" in button.dataset)) field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("change", settle, { once: true });
}

for (const button of document.querySelectorAll("[data-paste-into]")) {
  if (!clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.pasteInto);
    // Refused or empty: the field is where one pastes by hand.
    const text = await clipboard.readText().catch(() => "");
    field.value = text || field.value;
    if (text) field.form.requestSubmit(field.form.querySelector("[name=Then][value=read]"));
    else field.focus();
  });
}

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
for (const row of Recognition ? document.querySelectorAll("[data-dictate]") : []) {
  const field = document.getElementById(row.dataset.dictate);
  const button = row.querySelector("button");
  const says = row.querySelector("[role=status]");
  const note = says.textContent;
  let listener = null;
  row.hidden = false;
  button.addEventListener("click", () => {
    if (listener) return listener.stop();
    listener = new Recognition();
    listener.lang = document.documentElement.lang;
    listener.onresult = event => {
      for (const result of [...event.results].slice(event.resultIndex))
        if (result.isFinal) field.value = (field.value + result[0].transcript).slice(0, field.maxLength > 0 ? field.maxLength : undefined);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    listener.onerror = event => { says.textContent = event.error === "no-speech" ? note : row.dataset.denied; };
    listener.onend = () => {
      listener = null;
      button.setAttribute("aria-pressed", "false");
      if (says.textContent === row.dataset.listening) says.textContent = note;
    };
    says.textContent = row.dataset.listening;
    button.setAttribute("aria-pressed", "true");
    listener.start();
  });
}
