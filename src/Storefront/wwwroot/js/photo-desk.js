// One photo, large, and what can be done with it. Everything is a button, so that a keyboard does what a finger does.
export const openDesk = (desk, tile, does) => {
  const picture = desk.querySelector("img");
  const square = desk.querySelector("details");
  const part = desk.querySelector("input[type=range]");
  const other = desk.querySelector("input[type=file]");
  const show = () => {
    picture.classList.toggle("square", square.open);
    // The policy forbids style attributes, not the style object.
    picture.style.objectPosition = `${part.value}% ${part.value}%`;
  };
  const refresh = () => {
    desk.querySelector("[data-does=earlier]").disabled = desk.querySelector("[data-does=first]").disabled = !tile.previousElementSibling;
    desk.querySelector("[data-does=later]").disabled = !tile.nextElementSibling;
  };
  picture.src = tile.querySelector("img").src;
  square.open = false;
  // What lies on the server only cannot be cut without it.
  square.hidden = !tile.dataset.photo && !navigator.onLine;
  part.value = 50;
  part.oninput = square.ontoggle = show;
  show();
  refresh();
  other.value = "";
  other.onchange = () => {
    const [file] = other.files;
    desk.close();
    if (file) does.replace(tile, file);
  };
  desk.onclick = event => {
    const act = event.target.closest("button")?.dataset.does;
    if (event.target === desk || act === "close") return desk.close();
    if (!act) return;
    does[act](tile, part.value / 100);
    if (act === "crop" || act === "drop") desk.close();
    else refresh();
  };
  desk.onclose = () => {
    const target = tile.isConnected ? tile : desk.closest("fieldset").querySelector("[data-undo]:not([hidden])");
    target?.querySelector("button")?.focus();
  };
  desk.showModal();
};
