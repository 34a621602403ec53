#!/usr/bin/env bash
# Lighthouse's marks of the seller's pages, signed in as the demo market's beekeeper, on a phone as Lighthouse imagines it.
# Run it against a release build with Demo:Enabled=true, on a machine that does nothing else:  deploy/lighthouse.sh http://localhost:5000 [path...]
# As Lighthouse does by itself, worker and kept files are forgotten before each page, the sign-in is not.
# Needs Node and Chromium; fetches Lighthouse into artifacts/lighthouse.
set -euo pipefail
shop=${1:?address of the shop}
shift
[ $# -gt 0 ] || set -- /sell/today /sell/products/new /sell/orders
here=$(cd "$(dirname "$0")/.." && pwd)/artifacts/lighthouse
mkdir -p "$here"
cd "$here"
[ -d node_modules/lighthouse ] || npm install --silent --no-save --no-audit --no-fund --prefix . lighthouse puppeteer-core
cat > run.mjs <<'SCRIPT'
import { writeFileSync } from "node:fs";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [shop, ...paths] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const page = await browser.newPage();
await page.goto(`${shop}/sign-in/password`);
await page.type("[name='Input.Login']", "13800000003");
await page.type("[type=password]", "honey-and-tea");
await Promise.all([page.waitForNavigation(), page.click("main form button.button")]);
let good = !page.url().includes("/sign-in");
for (const path of paths) {
  const { lhr, report } = await lighthouse(shop + path, { port: new URL(browser.wsEndpoint()).port, logLevel: "error", output: "html" });
  const marks = Object.values(lhr.categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
  const times = ["largest-contentful-paint", "total-blocking-time"].map(id => `${id} ${lhr.audits[id].displayValue}`);
  console.log(path, [...marks, ...times].join(" · "));
  for (const { auditRefs } of Object.values(lhr.categories))
    for (const { id, weight } of auditRefs) if (weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < .9) console.log("   ", id, lhr.audits[id].displayValue ?? "");
  writeFileSync(`report${path.replaceAll("/", "-")}.html`, report);
  good &&= new URL(lhr.finalDisplayedUrl).pathname === path && Object.values(lhr.categories).every(({ score }) => score === 1);
}
await browser.close();
process.exit(good ? 0 : 1);
SCRIPT
node run.mjs "$shop" "$@"
