import { backupTiers, rulesOf } from "../../../infra/backup/tiers";
import { type Criticality, criticalities } from "../../../infra/core/criticality";
import type { SimulatedResource } from "../../../simulator/mocks";
import { text } from "../../simulator/text";

/** What the engine was asked for. */
export type Registered = Pick<SimulatedResource, "type" | "name" | "inputs">;

/** Types that AWS Backup saves by itself when they carry a selected tag; cluster instances go with their cluster. */
const saved = [
  "aws:dynamodb/table:Table",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
];

/** Something that AWS Backup could save. */
export interface Saved {
  readonly resource: Registered;
  /** Name of the thing in the catalogue, or of the layer that it belongs to. */
  readonly thing: string;
  /** Names of the plans that select it. */
  readonly plans: readonly string[];
}

/** One part of a backup that can be left out: `of` names it. */
export interface Part {
  readonly of: string;
  /** The stack without it. */
  readonly without: readonly Registered[];
}

// The provider's check has seen what inputs look like.
type Tags = Readonly<Record<string, string>>;
interface SelectionTag {
  readonly key: string;
  readonly value: string;
}
interface Rule {
  readonly ruleName: string;
  readonly copyActions?: readonly { readonly destinationVaultArn: string }[];
}

const tagsOf = ({ inputs }: Registered): Tags => (inputs.tagsAll ?? {}) as Tags;
const rulesIn = ({ inputs }: Registered): readonly Rule[] => inputs.rules as unknown as readonly Rule[];
const selectionTagsOf = ({ inputs }: Registered): readonly SelectionTag[] =>
  inputs.selectionTags as unknown as readonly SelectionTag[];

const ofType = (stack: readonly Registered[], type: string): readonly Registered[] =>
  stack.filter((resource) => resource.type === type);
const selections = (stack: readonly Registered[]): readonly Registered[] =>
  ofType(stack, "aws:backup/selection:Selection");
const plans = (stack: readonly Registered[]): readonly Registered[] => ofType(stack, "aws:backup/plan:Plan");

/** Name of the plan, and of its selection, of a word of criticality. */
function planOf(word: Criticality): string {
  return `backup-plan-${word}`;
}

/** All that AWS Backup could save, with the plans that select it as AWS Backup would: by tags. */
export function savedIn(stack: readonly Registered[]): readonly Saved[] {
  return stack
    .filter(({ type }) => saved.includes(type))
    .map((resource) => {
      const tags = tagsOf(resource);
      const selecting = selections(stack).filter((selection) =>
        selectionTagsOf(selection).some(({ key, value }) => tags[key] === value),
      );
      return { resource, thing: tags.Service ?? "", plans: selecting.map(({ name }) => name) };
    });
}

/**
 * What is missing, in words, so that each thing is in exactly the plan of its word, no plan is empty, and every rule is copied to
 * another Region wherever its word says so.
 *
 * @param words - each thing that is to be saved, with its word
 */
export function backupGaps(
  stack: readonly Registered[],
  words: Readonly<Record<string, Criticality>>,
): readonly string[] {
  const found = savedIn(stack);
  return [
    ...Object.entries(words).flatMap(([thing, word]) => {
      const its = found.filter((one) => one.thing === thing && one.plans.length > 0);
      const [only] = its;
      const isRight = its.length === 1 && only?.plans.join() === planOf(word);
      return isRight ? [] : [`${thing}, ${word}, is in ${JSON.stringify(its.map((one) => one.plans))}`];
    }),
    ...found
      .filter(({ thing, plans: its }) => its.length > 0 && !Object.hasOwn(words, thing))
      .map(({ thing }) => `${thing} is saved, and no thing of the catalogue`),
    ...plans(stack)
      .filter(({ name }) => !found.some((one) => one.plans.includes(name)))
      .map(({ name }) => `${name} selects nothing`),
    ...criticalities
      .filter((word) => Object.values(words).includes(word))
      .flatMap((word) => uncopied(stack, word)),
  ];
}

/** Region of the stack: the one of its first vault beside what it saves. */
function homeOf(stack: readonly Registered[]): string {
  return text(
    ofType(stack, "aws:backup/vault:Vault").find(({ name }) => name.startsWith("backup-home-"))?.inputs
      .region,
  );
}

function uncopied(stack: readonly Registered[], word: Criticality): readonly string[] {
  const plan = plans(stack).find(({ name }) => name === planOf(word));
  if (plan === undefined) return [`${word} has no plan`];
  const home = homeOf(stack);
  return rulesOf(backupTiers[word]).flatMap(({ name, copied }) => {
    const rule = rulesIn(plan).find(({ ruleName }) => ruleName === name);
    if (rule === undefined) return [`${word} has no rule ${name}`];
    const isCopied = (rule.copyActions ?? []).some(
      ({ destinationVaultArn }) => destinationVaultArn.split(":")[3] !== home,
    );
    return isCopied === copied ? [] : [`${word}: ${name} is ${isCopied ? "" : "not "}copied elsewhere`];
  });
}

/** Each part of the stack's backups: the tag of each thing, each selection, each plan, the copies of each rule. */
export function partsOf(stack: readonly Registered[]): readonly Part[] {
  const replaced = (old: Registered, inputs: Registered["inputs"]): readonly Registered[] =>
    stack.map((resource) => (resource === old ? { ...resource, inputs } : resource));
  const gone = (old: Registered): readonly Registered[] => stack.filter((resource) => resource !== old);
  return [
    ...savedIn(stack)
      .filter((one) => one.plans.length > 0)
      .map(({ resource, thing }) => ({
        of: `tag of ${thing}`,
        without: replaced(resource, {
          ...resource.inputs,
          tagsAll: Object.fromEntries(Object.entries(tagsOf(resource)).filter(([key]) => key !== "Backup")),
        }),
      })),
    ...selections(stack).map((selection) => ({
      of: `selection ${selection.name}`,
      without: gone(selection),
    })),
    ...plans(stack).map((plan) => ({ of: `plan ${plan.name}`, without: gone(plan) })),
    ...plans(stack).flatMap((plan) =>
      rulesIn(plan)
        .filter(({ copyActions = [] }) => copyActions.length > 0)
        .flatMap(({ ruleName }) => [
          {
            of: `copies of ${plan.name}, ${ruleName}`,
            without: replaced(plan, copying(plan, ruleName, [])),
          },
          {
            of: `other Region of the copies of ${plan.name}, ${ruleName}`,
            without: replaced(
              plan,
              copying(plan, ruleName, [`arn:aws:backup:${homeOf(stack)}:1:backup-vault:x`]),
            ),
          },
        ]),
    ),
  ];
}

function copying(plan: Registered, of: string, arns: readonly string[]): Registered["inputs"] {
  const copyActions = arns.map((destinationVaultArn) => ({ destinationVaultArn }));
  const rules = rulesIn(plan).map((rule) => (rule.ruleName === of ? { ...rule, copyActions } : rule));
  return { ...plan.inputs, rules } as unknown as Registered["inputs"];
}
