// The visitor's tap, and nothing before it, brings the platform's player: a sandboxed frame in place of the poster. The plain link stays below.
document.addEventListener("click", event => {
  const poster = event.target.closest("a.video-poster[data-embed]");
  if (!poster?.dataset.embed || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const frame = Object.assign(document.createElement("iframe"), {
    src: poster.dataset.embed,
    title: poster.dataset.title,
    loading: "lazy",
    referrerPolicy: "strict-origin-when-cross-origin",
    allow: "fullscreen; encrypted-media; picture-in-picture",
  });
  frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-presentation", "allow-popups");
  const link = Object.assign(document.createElement("a"), { href: poster.href, rel: poster.rel, target: "_blank", textContent: poster.querySelector(".caption").textContent });
  const box = Object.assign(document.createElement("div"), { className: "video-poster" });
  box.append(frame);
  poster.replaceWith(box, link);
  frame.focus();
});
