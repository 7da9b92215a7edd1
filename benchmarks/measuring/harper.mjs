// Lint one file with harper.js, as its users do in Node: node harper.mjs NODE_MODULES FILE
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [peers, file] = process.argv.slice(2);
const built = (name) => pathToFileURL(resolve(peers, "harper.js", "dist", name)).href;
const { LocalLinter } = await import(built("index.js"));
const { binary } = await import(built("binary.js"));

const linter = new LocalLinter({ binary });
const text = await readFile(file, "utf8");
for (const lint of await linter.lint(text, { language: "markdown" })) {
  const { start } = lint.span();
  console.log(`${file}:${start}: ${lint.message()}`);
}
