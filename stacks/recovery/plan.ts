import {
  type BackupTier,
  backupTiers,
  isAirGapped,
  isCopied,
  isReplicated,
  type RestoredKind,
  rulesOf,
} from "../../infra/backup/settings";
import type { Criticality } from "../../infra/core/criticality";
import { criticalities } from "../../infra/core/criticality";
import { clusterEngines } from "../../infra/data/settings";
import type { Catalogue } from "../catalogue/types";
import { allNeeds, recoveryOrder } from "./order";
import { dependenciesOf, type Thing, thingsOf } from "./things";

/** A datum: what holds it, and how it comes back. */
export interface DatumPlan extends Thing {
  /** What its word means. */
  readonly tier: BackupTier;
  /** AWS Backup's word for its kind; nothing where its content is not backed up. */
  readonly restoredKind: RestoredKind | undefined;
  /** Where its copies are. */
  readonly copies: readonly string[];
}

/** A workload, and what it waits for. */
export interface WorkloadPlan extends Thing {
  /** What its word means. */
  readonly tier: BackupTier;
  /** What it cannot do without, directly. */
  readonly needs: readonly string[];
  /** What it cannot do without, directly or not, that may be away for longer than it may itself. */
  readonly slower: readonly string[];
}

/** Plan of a recovery. */
export interface RecoveryPlan {
  /** Everything that holds data. */
  readonly data: readonly DatumPlan[];
  /** Everything that works with it. */
  readonly workloads: readonly WorkloadPlan[];
  /** Stages of recovery: what is in one needs nothing of a later one. */
  readonly stages: readonly (readonly string[])[];
}

const stores: readonly Thing["kind"][] = ["database", "table", "cache", "bucket", "secret"];

/** How a catalogue is recovered. */
export function recoveryPlan(catalogue: Catalogue): RecoveryPlan {
  const things = thingsOf(catalogue);
  const dependencies = dependenciesOf(catalogue);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const tierOf = ({ entry }: Thing): BackupTier => backupTiers[entry.criticality];
  return {
    data: things
      .filter(({ kind }) => stores.includes(kind))
      .map((thing) => {
        const restoredKind = restoredKindOf(catalogue, thing);
        return {
          ...thing,
          tier: tierOf(thing),
          restoredKind,
          copies: restoredKind === undefined ? [] : copiesOf(thing.entry.criticality, restoredKind),
        };
      }),
    workloads: things
      .filter(({ kind }) => !stores.includes(kind))
      .map((thing) => ({
        ...thing,
        tier: tierOf(thing),
        needs: [...new Set(dependencies[thing.id] ?? [])],
        slower: allNeeds(dependencies, thing.id).filter((id) => {
          const other = byId.get(id);
          return other !== undefined && rank(other) > rank(thing) && !isRebuilt(other);
        }),
      })),
    stages: recoveryOrder(dependencies).map((stage) =>
      [...stage].sort((one, other) => rankOf(byId, one) - rankOf(byId, other)),
    ),
  };
}

/** Place of a word: the higher, the longer it may be away. */
function rank({ entry }: Thing): number {
  return criticalities.indexOf(entry.criticality);
}

function rankOf(byId: ReadonlyMap<string, Thing>, id: string): number {
  const thing = byId.get(id);
  return thing === undefined ? criticalities.length : rank(thing);
}

/** A cache is filled anew by who uses it; nobody waits for its content. */
function isRebuilt({ kind }: Thing): boolean {
  return kind === "cache";
}

/** AWS Backup's words for stores; what is not here has no content of its own, or one that others have. */
const restoredKindsOf: Readonly<Partial<Record<Thing["kind"], RestoredKind>>> = {
  database: "RDS",
  table: "DynamoDB",
  bucket: "S3",
};

function restoredKindOf(catalogue: Catalogue, { kind, name }: Thing): RestoredKind | undefined {
  const clusters: readonly string[] = clusterEngines;
  const isCluster = kind === "database" && clusters.includes(catalogue.databases[name]?.engine ?? "");
  return isCluster ? "Aurora" : restoredKindsOf[kind];
}

/** Vaults that keep a word's recovery points, `<environment>` for the stack's. */
function copiesOf(word: Criticality, kind: RestoredKind): readonly string[] {
  const tier = backupTiers[word];
  const copied = rulesOf(tier)
    .filter((rule) => rule.copied)
    .map(({ name }) => name);
  return [
    `vault \`<environment>-${word}\``,
    ...(isCopied(tier)
      ? [`vault \`<environment>-${word}-copy\` in the other Region (${copied.join(", ")})`]
      : []),
    ...(isReplicated(kind, tier)
      ? ["automated backups, replicated to the other Region as they are made"]
      : []),
    ...(isAirGapped(tier) ? ["vault `<environment>-air-gapped` where `airGappedCopies` is said"] : []),
  ];
}
