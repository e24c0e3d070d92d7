import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ProjectCopy } from "./project-copy";

const DOCUMENT = join(__dirname, "..", "..", "..", "docs", "architecture.md");
const CATALOGUE = "stacks/catalogue.ts";

/** One piece of the documentation's example: what its comment says of where it belongs, and its lines. */
interface Piece {
  readonly place: string;
  readonly lines: readonly string[];
}

/** The example of `docs/architecture.md`: a service of one's own, its table, and the event that it hears of. */
export function documentedExample(): {
  readonly catalogue: readonly Piece[];
  readonly sizes: readonly Piece[];
} {
  const document = readFileSync(DOCUMENT, "utf8");
  return { catalogue: pieces(document, "ts", "//"), sizes: pieces(document, "yaml", "#") };
}

/** Puts the example into a copy of the project, where its comments say. */
export function addDocumentedExample(copy: ProjectCopy, stack: string): void {
  const { catalogue, sizes } = documentedExample();
  for (const { place, lines } of catalogue) {
    const [part = "", event] = place.split(", consumers of ");
    const [start, opening] =
      event === undefined ? ["", `\n  ${part}: {\n`] : [`\n    "${event}": {\n`, `\n      consumers: {\n`];
    copy.edit(CATALOGUE, (text) => insertedAfter(text, [start, opening], lines.join("\n")));
  }
  for (const { place, lines } of sizes) {
    const [, table = "", part = ""] = place.split(", ");
    const given = lines.map((line) => `      ${line}`).join("\n");
    copy.edit(`Pulumi.${stack}.yaml`, (text) =>
      insertedAfter(text, [`\n  ${table}:\n`, `\n    ${part}:\n`], filledIn(given)),
    );
  }
}

function pieces(document: string, language: string, comment: string): readonly Piece[] {
  const [, block = ""] = new RegExp(`\n\`\`\`${language}\n(${comment} [^]*?)\n\`\`\``).exec(document) ?? [];
  return block.split(new RegExp(`^${comment} `, "m")).flatMap((piece) => {
    const [place = "", ...lines] = piece.split("\n");
    return place === "" ? [] : [{ place, lines: lines.filter((line) => line !== "") }];
  });
}

/** The user's own registry and digest. */
function filledIn(text: string): string {
  return text
    .replace("<registry>", "111122223333.dkr.ecr.eu-west-1.amazonaws.com")
    .replace("<digest>", "0123456789abcdef".repeat(4));
}

function insertedAfter(text: string, places: readonly string[], inserted: string): string {
  const at = places.reduce((from, place) => {
    const found = text.indexOf(place, Math.max(0, from - 1));
    if (found < 0) throw new Error(`there is no ${JSON.stringify(place)}`);
    return found + place.length;
  }, 0);
  return `${text.slice(0, at)}${inserted}\n${text.slice(at)}`;
}
