// Makes a photo small on the phone: upright, and so light that three of them cost less than a megabyte. What the browser cannot draw
// (HEIC on most) goes as it is; the server decides.
const LONGEST = 1600, SHORTER = 1280, BYTES = 280_000;
const QUALITIES = [.82, .7, .58, .45, .3];
const DARK = 55, SAMPLE = 32;

const encode = (canvas, type, quality) => new Promise(done => canvas.toBlob(done, type, quality));

const draw = (picture, from, longest) => {
  const scale = Math.min(1, longest / Math.max(from.width, from.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(from.width * scale), height: Math.round(from.height * scale) });
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const lighten = async canvas => {
  let best = null;
  for (const quality of QUALITIES) {
    // A browser that cannot write WebP answers with a PNG.
    const webp = await encode(canvas, "image/webp", quality);
    best = webp?.type === "image/webp" ? webp : await encode(canvas, "image/jpeg", quality);
    if (best && best.size <= BYTES) break;
  }
  return best;
};

// part: which square of the picture, from 0 (left or top) to 1; none is the whole picture.
export const shrink = async (file, part) => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = picture;
    const side = Math.min(width, height);
    const from = part === undefined ? { x: 0, y: 0, width, height } : { x: (width - side) * part, y: (height - side) * part, width: side, height: side };
    let made = await lighten(draw(picture, from, LONGEST));
    if (made?.size > BYTES) made = await lighten(draw(picture, from, SHORTER));
    picture.close();
    return made ?? file;
  } catch {
    return file;
  }
};

export const isDark = async photo => {
  try {
    const picture = await createImageBitmap(photo, { resizeWidth: SAMPLE, resizeHeight: SAMPLE });
    const pen = Object.assign(document.createElement("canvas"), { width: SAMPLE, height: SAMPLE }).getContext("2d");
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, SAMPLE, SAMPLE);
    let light = 0;
    for (let at = 0; at < data.length; at += 4) light += .3 * data[at] + .59 * data[at + 1] + .11 * data[at + 2];
    return light / (SAMPLE * SAMPLE) < DARK;
  } catch {
    return false;
  }
};
