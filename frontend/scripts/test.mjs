/** Bundles tests/*.test.mjs, which import TypeScript, and runs them. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const names = readdirSync(join(here, "tests")).filter((name) => name.endsWith(".test.mjs"));
const outdir = join(here, "node_modules", ".tests"); // beside what it imports, out of git
buildSync({
  absWorkingDir: here,
  entryPoints: names.map((name) => `tests/${name}`),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--test", ...names.map((n) => join(outdir, n))], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
