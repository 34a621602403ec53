// An order in plain words: copied with one tap, and read aloud where the phone has a voice.
const box = document.querySelector("[data-words]");
const words = box?.querySelector("textarea");
const copy = box?.querySelector("[data-copy]");
const speak = box?.querySelector("[data-speak]");
const said = box?.querySelector("[role=status]");

if (box && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(words.value).then(() => true, () => false);
    if (done) said.textContent = copy.dataset.done;
    else words.select();
  });
}

if (box && "speechSynthesis" in window) {
  const label = speak.querySelector("span");
  const begin = label.textContent;
  const quiet = () => {
    speechSynthesis.cancel();
    label.textContent = begin;
  };
  speak.hidden = false;
  speak.addEventListener("click", () => {
    if (label.textContent !== begin) return quiet();
    // Digits one by one: a number of an order or a telephone is not a quantity.
    const voice = new SpeechSynthesisUtterance(words.value.replace(/\d{5,}/g, digits => [...digits].join(" ")));
    voice.lang = words.lang;
    voice.rate = .9;
    voice.onend = voice.onerror = quiet;
    speechSynthesis.cancel();
    speechSynthesis.speak(voice);
    label.textContent = speak.dataset.stop;
  });
  addEventListener("pagehide", quiet);
}
