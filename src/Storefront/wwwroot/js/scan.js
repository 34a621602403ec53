// The waybill's bar code by the camera, where the browser can read one; everywhere else the number is typed.
const box = document.querySelector("[data-scan]");
const field = document.getElementById("Parcel_Waybill");
const kinds = ["code_128", "code_39", "code_93", "itf", "qr_code"];
const waybill = /^[A-Za-z0-9-]{5,32}$/;

const read = async () => {
  const known = await BarcodeDetector.getSupportedFormats();
  const formats = kinds.filter(kind => known.includes(kind));
  if (formats.length) offer(new BarcodeDetector({ formats }));
};

const offer = reader => {
  const dialog = box.querySelector("dialog");
  const video = box.querySelector("video");
  const said = box.querySelector("[role=status]");
  let camera;

  const look = async () => {
    if (!camera) return;
    const found = await reader.detect(video).catch(() => []);
    const code = found.map(one => one.rawValue.replaceAll(" ", "")).find(text => waybill.test(text));
    if (!code) return setTimeout(look, 150);
    field.value = code;
    navigator.vibrate?.(80);
    dialog.close();
    field.focus();
  };

  box.hidden = false;
  box.querySelector("button").addEventListener("click", async () => {
    dialog.showModal();
    said.textContent = said.dataset.looking;
    const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
    if (!opened) return said.textContent = said.dataset.refused;
    // Closed while the phone was still asking for leave.
    if (!dialog.open) return opened.getTracks().forEach(track => track.stop());
    camera = opened;
    video.srcObject = camera;
    await video.play().catch(() => {});
    look();
  });
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    camera?.getTracks().forEach(track => track.stop());
    camera = video.srcObject = null;
  });
};

if (box && field && "BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia) read();
