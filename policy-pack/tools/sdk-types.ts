import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { SdkTypes } from "../aws/tokens";

/** Modules of the SDK that hold the same AWS resource twice. */
const TWIN_MODULES = ["aws:alb/", "aws:lb/"] as const;

/** Takes tags as a list with a mark for propagation, and returns none; all others take a map. */
const AUTO_SCALING_GROUP = "aws:autoscaling/group:Group";

interface Declaration {
  readonly token: string;
  readonly aliases: readonly string[];
  readonly isTaggable: boolean;
}

function declarationOf(file: string): Declaration | undefined {
  const code = readFileSync(file, "utf8");
  const token = /__pulumiType = '([^']+)'/.exec(code)?.[1];
  const types = file.replace(/\.js$/, ".d.ts");
  if (token === undefined || !existsSync(types)) return undefined;
  const lists = [...code.matchAll(/aliases: \[([^\]]*)\]/g)].map(([, list]) => list ?? "");
  const aliases = lists.flatMap((list) =>
    [...list.matchAll(/type: "([^"]+)"/g)].map(([, alias]) => alias ?? ""),
  );
  const isTaggable =
    readFileSync(types, "utf8").includes("readonly tagsAll: ") || token === AUTO_SCALING_GROUP;
  return { token, aliases, isTaggable };
}

function declarations(): readonly Declaration[] {
  const root = dirname(createRequire(__filename).resolve("@pulumi/aws/package.json"));
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js") && !file.includes("node_modules"))
    .flatMap((file) => declarationOf(join(root, file)) ?? []);
}

function families(all: readonly Declaration[]): readonly (readonly string[])[] {
  const tokens = new Set(all.map(({ token }) => token));
  const [first, second] = TWIN_MODULES;
  const grouped = all
    .filter(({ token }) => !(token.startsWith(second) && tokens.has(token.replace(second, first))))
    .map(({ token, aliases }) => {
      const twin = token.startsWith(first)
        ? all.find((other) => other.token === token.replace(first, second))
        : undefined;
      return [...new Set([token, ...aliases, ...(twin ? [twin.token, ...twin.aliases] : [])])].sort();
    });
  return grouped.filter((family) => family.length > 1).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

/** What the pack must know of the pinned @pulumi/aws: which types take tags, and which tokens mean the same resource. */
export function readSdk(): SdkTypes {
  const all = declarations();
  // The SDK's own package file.
  const { version } = createRequire(__filename)("@pulumi/aws/package.json") as { readonly version: string };
  return {
    sdk: version,
    families: families(all),
    taggable: all
      .filter(({ isTaggable }) => isTaggable)
      .map(({ token }) => token)
      .sort(),
  };
}

/** Every type token of the pinned @pulumi/aws. */
export function sdkTokens(): ReadonlySet<string> {
  return new Set(declarations().map(({ token }) => token));
}
