/** The day on which the tables of this file were compared with what AWS publishes. */
export const AS_OF = "2026-04-04";

/** Last day of standard support of the major versions, oldest first. What is older has none; what is newer has. */
const STANDARD_SUPPORT: Readonly<Record<string, readonly (readonly [major: string, lastDay: string])[]>> = {
  postgres: [
    ["13", "2026-02-28"],
    ["14", "2027-02-28"],
    ["15", "2028-02-29"],
    ["16", "2029-02-28"],
    ["17", "2030-02-28"],
  ],
  "aurora-postgresql": [
    ["13", "2026-02-28"],
    ["14", "2027-02-28"],
    ["15", "2028-02-29"],
    ["16", "2029-02-28"],
    ["17", "2030-02-28"],
  ],
  mysql: [
    ["8.0", "2026-07-31"],
    ["8.4", "2029-07-31"],
  ],
  "aurora-mysql": [
    ["5.7", "2024-10-31"],
    ["8.0", "2028-04-30"],
  ],
  mariadb: [
    ["10.6", "2026-08-31"],
    ["10.11", "2028-02-29"],
    ["11.4", "2029-05-31"],
    ["11.8", "2030-06-30"],
  ],
};

/** Engines of the table, which are those that a control can ask about. */
export const ENGINES_WITH_DATES = Object.keys(STANDARD_SUPPORT);

/** The identifiers of certificate authorities that AWS signs with; their certificates last until 2061 and later. */
export const CERTIFICATE_AUTHORITIES = ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"];

/** The numbers that a version begins with: 8 and 0 of `8.0.mysql_aurora.3.05.2`. */
function numbers(version: string): readonly number[] {
  const [leading = ""] = /^\d+(\.\d+)*/.exec(version) ?? [];
  return leading.split(".").map(Number);
}

/** Whether a version such as `8.0.36` is, or belongs to, at most the other one. */
function isAtMost(version: string, other: string): boolean {
  const [own = [], most = []] = [version, other].map(numbers);
  for (const [position, number] of most.entries()) {
    const part = own[position] ?? 0;
    if (part !== number) return part < number;
  }
  return true;
}

/** Whether a version of an engine of the table has standard support on a day. */
export function hasStandardSupport(engine: string, version: string, day: string): boolean {
  const majors = STANDARD_SUPPORT[engine] ?? [];
  const row = majors.find(([major]) => isAtMost(version, major));
  if (!row) return true;
  const [major, lastDay] = row;
  const isOlder = !isAtMost(major, version);
  const isOldest = row === majors[0];
  return !(isOlder && isOldest) && day <= lastDay;
}

/** First major versions of which AWS's own parameter groups admit encrypted connections only. */
const TLS_BY_DEFAULT: Readonly<Record<string, string>> = {
  postgres: "15",
  "aurora-postgresql": "17",
  mysql: "9.7",
  mariadb: "11.8",
};

/**
 * Whether AWS's own parameters of a family such as `postgres16` admit encrypted connections only; undefined where the
 * family is not known.
 */
export function forcesTls(family: string | undefined): boolean | undefined {
  if (family === undefined) return undefined;
  if (/^(sqlserver|aurora-mysql)/.test(family)) return false;
  const [, engine = "", version = ""] = /^([a-z-]*[a-z])([\d.]+)/.exec(family) ?? [];
  const first = TLS_BY_DEFAULT[engine];
  return first === undefined || version === "" ? undefined : isAtMost(first, version);
}
