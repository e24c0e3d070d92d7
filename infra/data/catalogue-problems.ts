import { nameProblems } from "../core/catalogue-names";
import { type Path, problem, unless } from "../core/checks";
import { platformDomain } from "../core/encryption-key";
import { physicalName } from "../core/names";
import type { Problem } from "../core/problem";
import type { CacheSpec, DataArgs, DataCatalogue, DatabaseSpec, StoreSpec, TableSpec } from "./data-args";
import { engineFacts, isInstanceEngine, valkeyVersions } from "./database-engines";
import { accessLogsName, writerName } from "./store-names";

/** Kinds of stores, as the catalogue calls their lists. */
const kinds = ["databases", "tables", "caches", "buckets", "secrets"] as const;

/** Longest name in the catalogue. */
const maxNameLength = 48;

/** Most indexes of a table. Source: DynamoDB's quota L-F7858A77, 2026-11 */
const maxIndexes = 20;

/** Says everything that is wrong with what there is. */
export function catalogueProblems({ catalogue, cacheUsers, scope }: DataArgs): readonly Problem[] {
  return [
    ...domainProblems(catalogue),
    ...kinds.flatMap((kind) => storeProblems(kind, catalogue)),
    ...Object.entries(catalogue.databases).flatMap(([name, spec]) =>
      databaseProblems(["catalogue", "databases", name], spec),
    ),
    ...twinProblems(catalogue.databases),
    ...Object.entries(catalogue.tables).flatMap(([name, spec]) =>
      tableProblems(["catalogue", "tables", name], spec),
    ),
    ...Object.entries(catalogue.caches).flatMap(([name, spec]) => cacheProblems(name, spec)),
    ...bucketProblems(catalogue, scope),
    ...cacheUserProblems(catalogue, cacheUsers),
  ];
}

function domainProblems({ domains }: DataCatalogue): readonly Problem[] {
  return [
    ...unless(
      Object.hasOwn(domains, platformDomain),
      ["catalogue", "domains", platformDomain],
      undefined,
      "a domain of this name, whose key encrypts what belongs to no other",
    ),
    ...namesProblems(["catalogue", "domains"], domains),
  ];
}

function namesProblems(path: Path, named: Readonly<Record<string, unknown>>): readonly Problem[] {
  return Object.keys(named).flatMap((name) => nameProblems([...path, name], name, maxNameLength));
}

function storeProblems(kind: (typeof kinds)[number], catalogue: DataCatalogue): readonly Problem[] {
  const stores: Readonly<Record<string, StoreSpec>> = catalogue[kind];
  const domains = Object.keys(catalogue.domains);
  return [
    ...namesProblems(["catalogue", kind], stores),
    ...Object.entries(stores)
      .filter(([, { domain }]) => !domains.includes(domain))
      .flatMap(([name, { domain }]) =>
        problem(["catalogue", kind, name, "domain"], domain, `domains: ${domains.join(", ")}`),
      ),
  ];
}

/** Words that engines keep for themselves. Source: CHAP_Limits of the RDS user guide, and their own catalogues. */
const reservedDatabases = [
  "information_schema",
  "mysql",
  "postgres",
  "rdsadmin",
  "sys",
  "template0",
  "template1",
];

function databaseProblems(path: Path, spec: DatabaseSpec): readonly Problem[] {
  const { version, versionExample, databaseLength } = engineFacts[spec.engine];
  const { databaseName, majorVersion, engine } = spec;
  const named = /^[A-Za-z][A-Za-z0-9_]*$/.test(databaseName) && databaseName.length <= databaseLength;
  return [
    ...unless(
      version.test(majorVersion),
      [...path, "majorVersion"],
      majorVersion,
      `a major version of ${engine} alone, such as ${versionExample}`,
    ),
    ...unless(
      named && !reservedDatabases.includes(databaseName.toLowerCase()),
      [...path, "databaseName"],
      databaseName,
      `letters, digits and underscores, a letter first, at most ${databaseLength}; not ${reservedDatabases.join(", ")}`,
    ),
  ];
}

/** A cluster's first instance has a name of its own, which no database may have. */
function twinProblems(databases: DataCatalogue["databases"]): readonly Problem[] {
  return Object.entries(databases)
    .filter(([, { engine }]) => !isInstanceEngine(engine))
    .map(([name]) => writerName(name))
    .filter((twin) => Object.hasOwn(databases, twin))
    .flatMap((twin) =>
      problem(["catalogue", "databases", twin], twin, "another name: a cluster's instance is called so"),
    );
}

function tableProblems(path: Path, spec: TableSpec): readonly Problem[] {
  const indexes = Object.entries(spec.indexes ?? {});
  return [
    ...indexes
      .filter(([name]) => !/^[A-Za-z0-9_.-]{3,255}$/.test(name))
      .flatMap(([name]) =>
        problem([...path, "indexes", name], name, "3 to 255 letters, digits, underscores, dots and hyphens"),
      ),
    ...unless(
      indexes.length <= maxIndexes,
      [...path, "indexes"],
      indexes.length,
      `at most ${maxIndexes} indexes`,
    ),
    ...unless(
      spec.capacityMode !== "provisioned" || indexes.length === 0,
      [...path, "capacityMode"],
      spec.capacityMode,
      '"on-demand", since the table has indexes',
    ),
    ...attributeProblems(path, spec),
    ...unless(
      spec.timeToLive === undefined || keyAttributes(spec).every(({ name }) => name !== spec.timeToLive),
      [...path, "timeToLive"],
      spec.timeToLive,
      "an attribute that is no key",
    ),
  ];
}

/** An attribute that several keys have is of one type in all of them. */
function attributeProblems(path: Path, spec: TableSpec): readonly Problem[] {
  const types = new Map<string, string>();
  return keyAttributes(spec).flatMap(({ name, type }) => {
    const first = types.get(name) ?? type;
    types.set(name, first);
    return unless(first === type, path, `${name}: ${type}`, `${name}: ${first} in all keys`);
  });
}

/** Attributes of a table's and its indexes' keys, in their order; one may come several times. */
export function keyAttributes({
  partitionKey,
  sortKey,
  indexes = {},
}: TableSpec): readonly TableSpec["partitionKey"][] {
  const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)];
  return keys.flatMap((key) => [key.partitionKey, ...(key.sortKey === undefined ? [] : [key.sortKey])]);
}

function cacheProblems(name: string, { majorVersion }: CacheSpec): readonly Problem[] {
  return unless(
    valkeyVersions[majorVersion] !== undefined,
    ["catalogue", "caches", name, "majorVersion"],
    majorVersion,
    `major versions of Valkey: ${Object.keys(valkeyVersions).join(", ")}`,
  );
}

/** The bucket of access logs has a name of its own. */
function bucketProblems({ buckets }: DataCatalogue, scope: DataArgs["scope"]): readonly Problem[] {
  const taken = physicalName("bucket", scope, accessLogsName);
  return Object.keys(buckets)
    .filter((name) => name !== "" && physicalName("bucket", scope, name) === taken)
    .flatMap((name) =>
      problem(["catalogue", "buckets", name], name, "another name: the access logs' bucket has it"),
    );
}

function cacheUserProblems(catalogue: DataCatalogue, users: DataArgs["cacheUsers"]): readonly Problem[] {
  return [...cacheUserNameProblems(catalogue, users), ...sameUserProblems(users)];
}

/** Users are called by their cache and their workload; a hyphen in either must not make two of them the same. */
function sameUserProblems(users: DataArgs["cacheUsers"]): readonly Problem[] {
  const taken = new Set<string>();
  const pairs = Object.entries(users).flatMap(([cache, workloads]) =>
    Object.keys(workloads).map((workload) => ({ cache, workload })),
  );
  return pairs.flatMap(({ cache, workload }) => {
    const names = [`${cache}-${workload}`, `${cache}-users-${workload}`];
    const twice = names.some((name) => taken.has(name));
    for (const name of names) taken.add(name);
    return unless(
      !twice,
      ["cacheUsers", cache, workload],
      workload,
      "another name: another cache's user is called so",
    );
  });
}

function cacheUserNameProblems({ caches }: DataCatalogue, users: DataArgs["cacheUsers"]): readonly Problem[] {
  return Object.entries(users).flatMap(([cache, workloads]) => [
    ...unless(
      Object.hasOwn(caches, cache),
      ["cacheUsers", cache],
      cache,
      `caches: ${Object.keys(caches).join(", ") || "none"}`,
    ),
    ...namesProblems(["cacheUsers", cache], workloads),
    ...unless(
      !Object.hasOwn(workloads, "default"),
      ["cacheUsers", cache, "default"],
      "default",
      "another name: Valkey's own user, which is switched off, has it",
    ),
  ]);
}
