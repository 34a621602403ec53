// Makes a photo smaller on the phone. What the browser cannot draw (HEIC on most) goes as it is; the server decides.
const LONGEST = 1600;

export const shrink = async file => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise(done => canvas.toBlob(blob => done(blob ?? file), "image/jpeg", 0.85));
  } catch {
    return file;
  }
};
