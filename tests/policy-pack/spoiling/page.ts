import { join, resolve } from "node:path";

import { format, resolveConfig } from "prettier";

import { InstalledSdk } from "../../../simulator/installed-sdk";
import type { Spoiling } from "./spoilings";

/** What became of a spoiling: the controls that noticed it, the strictest first. */
export interface Noticed extends Pick<Spoiling, "what" | "type" | "path"> {
  readonly by: readonly string[];
  readonly how: "mandatory" | "advisory" | "undetermined" | "nothing";
}

const ROOT = resolve(__dirname, "../../..");

/** Where the page is. */
export const PAGE = join(ROOT, "docs/spoiling.md");

const sdk = new InstalledSdk(ROOT);

/** A kind of spoiling that no control noticed, and what is thought of it. */
interface Judgement {
  readonly title: string;
  readonly why: string;
  readonly covers: (spoiling: Noticed) => boolean;
}

const of =
  (...whats: readonly Noticed["what"][]) =>
  ({ what }: Noticed): boolean =>
    whats.includes(what);

/** The first that covers a spoiling is what is thought of it. */
const JUDGEMENTS: readonly Judgement[] = [
  {
    title: "Policies and address ranges that became wider",
    why: "These deserve a look each, for they are what an attacker would change. A principal that was opened is still held by the conditions on account and source of its statement (queues, log groups, buckets, roles). Actions or resources that were opened stay within what the policy is attached to, for principals that are still named. A range that was opened belongs to a network of our own, or to a port that may be public. A service that says for whom it acts is asked for that (BLAST-06, and IAM-15 for roles), and policies of resources are asked for their actions by name (BLAST-07, and SQS-04 for queues). What they leave alone: statements for the account that owns the resource, which has all rights to it anyway; denials, which only become stricter; services that say nothing of whom they act for, such as EventBridge to topics and keys; and the actions of trust policies, of which all but taking the role are harmless.",
    covers: of("everyone allowed", "every action", "every resource", "condition dropped", "range opened"),
  },
  {
    title: "Required properties that are gone",
    why: "The compiler refuses a program without them, before any policy sees it.",
    covers: ({ what, type, path }) => what === "unset" && sdk.facts(type)?.required.includes(path) === true,
  },
  {
    title: "Resources that are gone",
    why: "A pack sees what is there. It misses a companion only where something that stays asks for it: a bucket for its policy, a data store for its backups. Of these, nothing that stays asks; what a stack must hold as a whole is held by this project's own tests of its stacks, which compare the resources of the environments with each other.",
    covers: of("resource removed"),
  },
  {
    title: "Switches that were turned round",
    why: "No control is about them. Most decide how AWS or the provider goes about a change (waiting, forcing, overwriting), what is shown besides, or how traffic is spread. Those that can lose data (`forceDestroy`, `skipFinalSnapshot`, `deleteAutomatedBackups`) are the nearest to a control that is missing; deletion protection, retention and protection of resources, which come before them, are judged.",
    covers: of("switch flipped"),
  },
  {
    title: "Lists that were emptied",
    why: "Lists of subnets, groups and members are required by AWS to hold something, and the deployment fails. The others choose what is reported, measured or copied, which is a matter of the business.",
    covers: of("list emptied"),
  },
  {
    title: "Numbers that became nought",
    why: "Sizes, weights, periods and priorities. AWS refuses nought for most; where it means something, such as none of a kind, it is a choice.",
    covers: of("number zero"),
  },
  {
    title: "Optional properties that are gone",
    why: "Either AWS has a default that is in order, which includes the Region and whatever the provider fills in, or no control asks for the property.",
    covers: of("unset"),
  },
];

const INTRODUCTION = `# What the policy pack notices in a stack that was right

<!-- Written by \`npm run spoil\`; do not edit. -->

The stack \`prod\` of this project is in order. A tool records what a policy pack is shown of it, spoils one thing at a time (a property
left out, a switch turned round, a number set to nought, a list emptied, a range or a policy opened, a resource removed) and asks all
controls again, under this project's own configuration. One spoiling of each kind stands for all resources of a type; names, descriptions
and tags are left alone. Noticed is what was no finding before.
`;

/** The page of what was noticed and what was not. */
export async function page(found: readonly Noticed[]): Promise<string> {
  const missed = found.filter(({ how }) => how === "nothing");
  const text = [INTRODUCTION, summary(found), caught(found), ...judged(missed)].join("\n");
  return await format(text, { ...(await resolveConfig(PAGE)), parser: "markdown" });
}

function summary(found: readonly Noticed[]): string {
  const count = (how: Noticed["how"], what?: string): number =>
    found.filter((each) => each.how === how && (what === undefined || each.what === what)).length;
  const row = (title: string, what?: string): string => {
    const numbers = (["mandatory", "advisory", "undetermined", "nothing"] as const).map((how) =>
      count(how, what),
    );
    return `| ${[title, ...numbers].join(" | ")} |`;
  };
  const whats = [...new Set(found.map(({ what }) => what))].sort();
  return [
    "## Result\n",
    "| spoilt | stopped | told | cannot be decided | not noticed |",
    "| --- | --: | --: | --: | --: |",
    ...whats.map((what) => row(what, what)),
    row("all"),
    "",
  ].join("\n");
}

function caught(found: readonly Noticed[]): string {
  const rows = found
    .filter(({ how }) => how !== "nothing")
    .map(
      ({ what, type, path, by, how }) =>
        `| ${shownType(type)} | ${code(path)} | ${what} | ${how} | ${by.join(", ")} |`,
    );
  return [
    "## What was noticed, and by which controls\n",
    "| type | property | spoilt | verdict | controls |",
    "| --- | --- | --- | --- | --- |",
    ...rows.sort(),
    "",
  ].join("\n");
}

function judged(missed: readonly Noticed[]): readonly string[] {
  const reasons = missed.map((each) => JUDGEMENTS.find(({ covers }) => covers(each)));
  const sections = JUDGEMENTS.map((judgement) => {
    const own = missed.filter((_, position) => reasons[position] === judgement);
    return `### ${judgement.title} (${own.length})\n\n${judgement.why}\n\n${byType(own)}\n`;
  });
  return ["## What no control noticed, and what is thought of it\n", ...sections];
}

function byType(own: readonly Noticed[]): string {
  const types = [...new Set(own.map(({ type }) => type))].sort();
  return types
    .map((type) => {
      const places = own.filter((each) => each.type === type).map(({ what, path }) => placed(what, path));
      return `- ${shownType(type)}: ${places.join(", ")}`;
    })
    .join("\n");
}

function placed(what: Noticed["what"], path: string): string {
  const isClear = ["unset", "switch flipped", "list emptied", "number zero", "resource removed"].includes(
    what,
  );
  return isClear ? code(path) : `${code(path)} (${what})`;
}

function shownType(type: string): string {
  return code(type.replace(/^aws:/, "").replace(/:.*$/, ""));
}

function code(text: string): string {
  return `\`${text}\``;
}
