// Puts a smaller copy in the place of the chosen picture, so that a weak signal carries it.
import { shrink } from "./shrink.js";

const input = document.querySelector("[data-shrink]");

input?.addEventListener("change", async () => {
  const file = input.files[0];
  if (!file) return;
  const { blob: small } = await shrink(file);
  if (small.size >= file.size || input.files[0] !== file) return;
  const files = new DataTransfer();
  files.items.add(new File([small], "photo", { type: small.type }));
  input.files = files.files;
});
