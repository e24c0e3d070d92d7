import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from "yaml";

import { type ConfigurationFile, type ConfigurationPath, parseConfiguration } from "../../stacks/config";
import { readProject } from "../project";

/** An entry of a mapping or a list: what marks its place, and what it holds. */
interface Entry {
  readonly mark: Node;
  readonly value: unknown;
}

function entryAt(node: unknown, step: string | number): Entry | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { mark: item, value: item } : undefined;
  }
  const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined;
  return pair !== undefined && isNode(pair.key) ? { mark: pair.key, value: pair.value } : undefined;
}

/** What marks the place of a value; that of the deepest thing around it, where the value itself is missing. */
function markAt(node: unknown, [step, ...within]: ConfigurationPath): Node | undefined {
  if (step === undefined) return undefined;
  const entry = entryAt(node, step);
  return entry === undefined ? undefined : (markAt(entry.value, within) ?? entry.mark);
}

/** A stack's file that can say on which line a value stands. */
export function stackFile(folder: string, stack: string): ConfigurationFile {
  const name = `Pulumi.${stack}.yaml`;
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, name), "utf8"), { lineCounter: lines });
  const configuration = document.get("config", true);
  return {
    name,
    locate: (path) => {
      const [key, ...within] = path;
      // The namespace may be left out where it is the project's.
      const shortKey = String(key).split(":").at(-1) ?? "";
      const node = markAt(configuration, path) ?? markAt(configuration, [shortKey, ...within]);
      return node?.range ? `${name}:${lines.linePos(node.range[0]).line}` : undefined;
    },
  };
}

/**
 * Checks the configuration of a stack of this project before anything is started.
 *
 * @throws ConfigurationError listing every mistake, each with its file and line.
 * @throws PreviewError where the files themselves cannot be read.
 */
export function checkConfiguration(folder: string, stack: string): void {
  const { configuration } = readProject(folder, stack);
  const values = [...configuration].map(([key, { text }]) => [key, text] as const);
  const secrets = [...configuration].filter(([, { secret }]) => secret).map(([key]) => key);
  parseConfiguration(stack, stackFile(folder, stack), Object.fromEntries(values), secrets);
}
