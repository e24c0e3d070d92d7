import { sameNames } from "../core/catalogue-names";
import { type Path, amount, problem, unless } from "../core/checks";
import type { Problem } from "../core/problem";
import {
  type CacheSizes,
  type CapacityRange,
  type ClusterSizes,
  type CommonDatabaseSizes,
  type DataArgs,
  type DatabaseSizes,
  type DatabaseSpec,
  type InstanceSizes,
  insightsModes,
  type TableSizes,
  type TableSpec,
} from "./data-args";
import { isInstanceEngine } from "./database-engines";
import { classSize } from "../core/class-size";
import { dailyWindow, timesOverlap, weeklyWindow } from "../core/windows";

/** Says everything that is wrong with how big it is, and with names that one side has and the other lacks. */
export function sizeProblems({ catalogue, sizes }: DataArgs): readonly Problem[] {
  return [
    ...amount(["sizes", "keyDeletionWindowDays"], sizes.keyDeletionWindowDays, {
      from: 7,
      to: 30,
      what: "days",
    }),
    ...windowProblems(sizes),
    ...(["databases", "tables", "caches", "buckets"] as const).flatMap((kind) =>
      sameNames(["sizes", kind], { catalogue: catalogue[kind], sizes: sizes[kind] }),
    ),
    ...paired(catalogue.databases, sizes.databases, ["sizes", "databases"], databaseProblems),
    ...paired(catalogue.tables, sizes.tables, ["sizes", "tables"], tableProblems),
    ...paired(catalogue.caches, sizes.caches, ["sizes", "caches"], (path, _, size) =>
      cacheProblems(path, size),
    ),
    ...paired(catalogue.buckets, sizes.buckets, ["sizes", "buckets"], (path, _, size) => [
      ...amount([...path, "noncurrentVersionDays"], size.noncurrentVersionDays, {
        from: 1,
        to: 36_500,
        what: "days",
      }),
      ...amount([...path, "infrequentAccessAfterDays"], size.infrequentAccessAfterDays, {
        from: 30,
        to: 36_500,
        what: "days",
      }),
    ]),
  ];
}

/** Checks what both sides have. */
function paired<Spec, Size>(
  specs: Readonly<Record<string, Spec>>,
  sizes: Readonly<Record<string, Size>>,
  path: Path,
  check: (path: Path, spec: Spec, size: Size) => readonly Problem[],
): readonly Problem[] {
  return Object.entries(sizes).flatMap(([name, size]) => {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    return spec === undefined ? [] : check([...path, name], spec, size);
  });
}

function windowProblems({ backupWindow, maintenanceWindow }: DataArgs["sizes"]): readonly Problem[] {
  const backups = dailyWindow(backupWindow);
  const maintenance = weeklyWindow(maintenanceWindow);
  const problems = [
    ...unless(
      backups !== undefined,
      ["sizes", "backupWindow"],
      backupWindow,
      "hh:mm-hh:mm in UTC, at least an hour, such as 01:00-02:00",
    ),
    ...unless(
      maintenance !== undefined,
      ["sizes", "maintenanceWindow"],
      maintenanceWindow,
      "ddd:hh:mm-ddd:hh:mm in UTC, an hour to a day, such as sun:03:00-sun:04:00",
    ),
  ];
  if (backups === undefined || maintenance === undefined) return problems;
  return unless(
    backups.every((time) => !timesOverlap(time, maintenance)),
    ["sizes", "maintenanceWindow"],
    maintenanceWindow,
    `a time that does not overlap that of backups, ${backupWindow} every day`,
  );
}

const monitoringSeconds = [1, 5, 10, 15, 30, 60];

function databaseProblems(path: Path, { engine }: DatabaseSpec, size: DatabaseSizes): readonly Problem[] {
  const instance = isInstanceEngine(engine);
  if (instance !== !("capacity" in size)) {
    const allowed = instance
      ? `the size of an instance (instanceClass, storageGib, multiAz), since the engine is ${engine}`
      : `the size of a cluster (capacity, readers), since the engine is ${engine}`;
    return problem(path, size, allowed);
  }
  return [
    ...commonProblems(path, size),
    ...("capacity" in size ? clusterProblems(path, size) : instanceProblems(path, size)),
  ];
}

function commonProblems(path: Path, size: CommonDatabaseSizes): readonly Problem[] {
  return [
    ...amount([...path, "backupRetentionDays"], size.backupRetentionDays, {
      from: 1,
      to: 35,
      what: "days",
    }),
    ...unless(
      monitoringSeconds.includes(size.monitoringSeconds),
      [...path, "monitoringSeconds"],
      size.monitoringSeconds,
      `seconds: ${monitoringSeconds.join(", ")}`,
    ),
    ...unless(
      insightsModes.includes(size.insights),
      [...path, "insights"],
      size.insights,
      insightsModes.join(", "),
    ),
  ];
}

/** Source of the limits: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html, 2026-11 */
const maxReaders = 15;

function clusterProblems(path: Path, { capacity, readers }: ClusterSizes): readonly Problem[] {
  return [
    ...("instanceClass" in capacity
      ? classProblems([...path, "capacity", "instanceClass"], "db", capacity.instanceClass)
      : acuProblems([...path, "capacity"], capacity)),
    ...rangeProblems([...path, "readers"], readers, { from: 0, to: maxReaders, what: "readers" }),
  ];
}

/** Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html, 2026-11 */
function acuProblems(path: Path, acu: { minimumAcu: number; maximumAcu: number }): readonly Problem[] {
  const halves = (value: number): boolean => Number.isInteger(value * 2);
  const { minimumAcu: least, maximumAcu: most } = acu;
  return [
    ...unless(
      halves(least) && least >= 0 && least <= 256,
      [...path, "minimumAcu"],
      least,
      "Aurora capacity units in halves, 0 to 256; 0 lets the database sleep",
    ),
    ...unless(
      halves(most) && most >= Math.max(1, least) && most <= 256,
      [...path, "maximumAcu"],
      most,
      `Aurora capacity units in halves, ${Math.max(1, least)} to 256`,
    ),
  ];
}

/** Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html, 2026-11 */
const storage = { from: 20, to: 65_536 };
/** RDS takes no ceiling that is not a tenth above what is allocated. Source: USER_PIOPS.Autoscaling of the same guide. */
const ceilingOverAllocated = 1.1;

function instanceProblems(path: Path, { instanceClass, storageGib }: InstanceSizes): readonly Problem[] {
  const least = Math.ceil(storageGib.allocated * ceilingOverAllocated);
  return [
    ...classProblems([...path, "instanceClass"], "db", instanceClass),
    ...amount([...path, "storageGib", "allocated"], storageGib.allocated, { ...storage, what: "GiB" }),
    ...amount([...path, "storageGib", "maximum"], storageGib.maximum, {
      from: Math.min(Math.max(least, storage.from), storage.to),
      to: storage.to,
      what: "GiB, a tenth above what is allocated",
    }),
  ];
}

function classProblems(path: Path, service: "db" | "cache", name: string): readonly Problem[] {
  const example = service === "db" ? "db.r8g.large" : "cache.m7g.large";
  return unless(
    classSize(service, name) !== undefined,
    path,
    name,
    `a class of families t, m, r or x, such as ${example}`,
  );
}

function rangeProblems(
  path: Path,
  { minimum, maximum }: CapacityRange,
  bounds: { readonly from: number; readonly to: number; readonly what: string },
): readonly Problem[] {
  return [
    ...amount([...path, "minimum"], minimum, bounds),
    ...amount([...path, "maximum"], maximum, { ...bounds, from: Math.max(bounds.from, minimum) }),
  ];
}

/** Source: DynamoDB's quotas for the throughput of a table, 2026-11 */
const throughput = { from: 1, to: 40_000 };

function tableProblems(
  path: Path,
  { capacityMode = "on-demand" }: TableSpec,
  size: TableSizes,
): readonly Problem[] {
  if (size === "on-demand") {
    return unless(
      capacityMode === "on-demand",
      path,
      size,
      "ranges of read and write, since it is provisioned",
    );
  }
  if (capacityMode === "on-demand") return problem(path, size, '"on-demand", as the catalogue says');
  return [
    ...rangeProblems([...path, "read"], size.read, { ...throughput, what: "units a second" }),
    ...rangeProblems([...path, "write"], size.write, { ...throughput, what: "units a second" }),
  ];
}

function cacheProblems(path: Path, size: CacheSizes): readonly Problem[] {
  return [
    ...classProblems([...path, "nodeType"], "cache", size.nodeType),
    ...amount([...path, "replicas"], size.replicas, { from: 1, to: 5, what: "replicas" }),
    ...amount([...path, "snapshotRetentionDays"], size.snapshotRetentionDays, {
      from: 0,
      to: 35,
      what: "days",
    }),
  ];
}
