import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { PreviewResult } from "../result";
import { stackSize } from "./component-tree";
import { pageData } from "./page-data";
import { isMandatory, type Standing, withStanding } from "./standing";
import { describePhases } from "./terminal";
import { duration } from "./terminal/text";

/** The page's own code, every file after those that it imports. */
const SCRIPTS = [
  "dom",
  "model",
  "filter",
  "value",
  "verdicts",
  "tree",
  "resource",
  "dashboards",
  "overview",
  "main",
];

/** The page's looks; what depends on the size of the screen, or on paper, comes last. */
const STYLES = ["base", "tree", "verdicts", "resource", "dashboards", "media"];

function pageFile(name: string): string {
  return readFileSync(join(__dirname, "page", name), "utf8");
}

/**
 * The page's modules as one, because a page opened from a file may not load others: the imports are dropped, and what
 * was exported is in the same scope. A test sees to it that no two files use one name.
 */
export function pageScript(): string {
  const modules = SCRIPTS.map((name) =>
    pageFile(`${name}.mjs`)
      .replace(/^import [^;]*;\n/gm, "")
      .replace(/^export /gm, ""),
  );
  return `{\n${modules.join("\n")}}\n`;
}

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that no value can break out of: no `<` to end the script element, no line separator that is one to JavaScript only. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function fact(name: string, value: string, className = ""): string {
  const dd = className === "" ? "<dd>" : `<dd class="${className}">`;
  return `<div><dt>${escapeHtml(name)}</dt>${dd}${escapeHtml(value)}</dd></div>`;
}

function facts({ resources, summary, verdicts, durationMs, phases }: PreviewResult): string {
  const number = (wanted: Standing): number => withStanding(verdicts, wanted).length;
  const advisory = withStanding(verdicts, "fail").filter((verdict) => !isMandatory(verdict)).length;
  const size = stackSize(resources);
  const coloured = (name: string, value: number, className: string): string =>
    fact(name, value.toLocaleString("en"), value > 0 ? className : "");
  return [
    fact("components", size.components.toLocaleString("en")),
    fact("resources", size.resources.toLocaleString("en")),
    coloured("mandatory violations", summary.mandatoryFailures, "fail"),
    coloured("advisory failures", advisory, "undetermined"),
    coloured("undetermined", number("undetermined"), "undetermined"),
    coloured("exempt", number("exempt"), "exempt"),
    coloured("passed", number("pass"), "pass"),
    fact(`took (${describePhases(phases)})`, duration(durationMs)),
  ].join("\n");
}

/** Nothing but what is in the file may run or be shown; nothing is ever fetched. */
function contentPolicy(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** The report of one stack: one file that needs no network, no server and no other file. */
export function renderHtml(result: PreviewResult, at: Date): string {
  const data = pageData(result);
  const script = `\n"use strict";\n${pageScript()}`;
  const stack = escapeHtml(result.stack);
  const made = at.toISOString().slice(0, 16).replace("T", " ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script)}">
<title>${stack}: offline preview</title>
<style>
${STYLES.map((name) => pageFile(`${name}.css`)).join("\n")}</style>
</head>
<body>
<a class="skip" href="#overview">Skip to the verdicts</a>
<header>
<h1>${stack}<small>${escapeHtml(result.program)} · offline preview of ${made} UTC: AWS is simulated, nothing is created</small></h1>
<dl>
${facts(result)}
</dl>
<nav id="tabs" aria-label="Pages">
<a href="#overview" data-tab="overview">Overview</a>
<a href="#verdicts" data-tab="verdicts">Verdicts</a>
${data.dashboards.length === 0 ? "" : '<a href="#dashboards" data-tab="dashboards">Dashboards</a>'}
</nav>
</header>
<aside id="tree" aria-label="Components"></aside>
<main id="view" tabindex="-1"><noscript>This report is drawn by the script inside it; allow scripts for this file.</noscript></main>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
