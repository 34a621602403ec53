// Makes a photo small on the phone: upright, and so light that three of them cost less than a megabyte. What the browser cannot draw
// (HEIC on most) goes as it is; the server decides.
const LONGEST = 1600, BYTES = 280_000, GOOD = .82, POOR = .3, MOST_TRIES = 5;
const DARK = 55, SAMPLE = 32;

let type = "image/webp";

const write = (canvas, quality) => new Promise(done => canvas.toBlob(done, type, quality));

// A browser that cannot write WebP answers with a PNG.
const encode = async (canvas, quality) => {
  const blob = await write(canvas, quality);
  if (!blob || blob.type === type) return blob;
  type = "image/jpeg";
  return write(canvas, quality);
};

const draw = (picture, from, width, height) => {
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width), height: Math.round(height) });
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const whole = ({ width, height }) => ({ x: 0, y: 0, width, height });
const scaled = (picture, from, by) => draw(picture, from, from.width * by, from.height * by);

// Each try says how far the next must go: first with less quality, then with fewer pixels.
const lighten = async canvas => {
  let quality = GOOD, blob = await encode(canvas, quality);
  for (let tries = 1; blob?.size > BYTES && tries < MOST_TRIES; tries++) {
    const over = BYTES / blob.size;
    if (quality > POOR) quality = Math.max(POOR, quality * over ** .8);
    else canvas = scaled(canvas, whole(canvas), Math.sqrt(over) * .95);
    blob = await encode(canvas, quality);
  }
  return blob;
};

const isDark = canvas => {
  const { data } = draw(canvas, whole(canvas), SAMPLE, SAMPLE).getContext("2d").getImageData(0, 0, SAMPLE, SAMPLE);
  let light = 0;
  for (let at = 0; at < data.length; at += 4) light += .3 * data[at] + .59 * data[at + 1] + .11 * data[at + 2];
  return light / (SAMPLE * SAMPLE) < DARK;
};

// part: which square of the picture, from 0 (left or top) to 1; none is the whole picture.
export const shrink = async (file, part) => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = picture;
    const side = Math.min(width, height);
    const from = part === undefined ? whole(picture) : { x: (width - side) * part, y: (height - side) * part, width: side, height: side };
    const canvas = scaled(picture, from, Math.min(1, LONGEST / Math.max(from.width, from.height)));
    // Twelve megapixels are 48 MB of memory.
    picture.close();
    return { blob: await lighten(canvas) ?? file, dark: isDark(canvas) };
  } catch {
    return { blob: file, dark: false };
  }
};
