/**
 * Bundles the page into ../src/thainews_ie/report/assets: report.js, report.css, LICENSES.txt.
 *
 * With --check it writes nothing, and fails if what lies there is not what it would write.
 */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const assets = join(here, "..", "src", "thainews_ie", "report", "assets");

const bundled = await build({
  absWorkingDir: here,
  entryPoints: { report: "src/main.tsx", style: "src/report.css" },
  outdir: "out",
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: ["chrome111", "firefox121", "safari17"],
  legalComments: "none", // the licences are shipped whole, in LICENSES.txt
  metafile: true,
  write: false,
});

/** The licences of the packages that the bundle holds something of. */
async function licences(metafile) {
  const names = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (found && bytesInOutput > 0) names.add(found[1]);
    }
  }
  const parts = [];
  for (const name of [...names].sort()) {
    const folder = join(here, "node_modules", name);
    const { version, license, homepage } = JSON.parse(
      await readFile(join(folder, "package.json"), "utf8"),
    );
    const text = await readFile(join(folder, "LICENSE"), "utf8");
    const head = `${name} ${version} (${license})\n${homepage ?? ""}`.trim();
    parts.push(`${head}\n\n${text.trim().replaceAll("\r\n", "\n")}\n`);
  }
  return (
    "report.js holds parts of the packages below, each under its licence.\n\n" +
    parts.join(`\n${"-".repeat(72)}\n\n`)
  );
}

const output = (suffix) => bundled.outputFiles.find(({ path }) => path.endsWith(suffix)).text;
const files = {
  "report.js": output("report.js"),
  "report.css": output("style.css"),
  "LICENSES.txt": await licences(bundled.metafile),
};

// the page puts both into itself, between tags
for (const [name, pattern] of [
  ["report.js", /<\/script|<!--/i],
  ["report.css", /<\/style/i],
]) {
  if (pattern.test(files[name])) throw new Error(`${name} would end its own tag`);
}

let stale = 0;
for (const [name, text] of Object.entries(files)) {
  const path = join(assets, name);
  if (!process.argv.includes("--check")) {
    await writeFile(path, text);
    console.log(`${name}: ${(text.length / 1000).toFixed(1)} kB`);
  } else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`${name} is not what the sources give: run npm run build`);
    stale = 1;
  }
}
process.exitCode = stale;
