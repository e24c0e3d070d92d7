import type { Problem } from "../core/problem";

/**
 * Most values that all conditions of a listener rule hold together.
 *
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
const mostPathsOfRule = 5;

/** Longest path pattern of a listener rule, in characters; same source. */
const longestPath = 128;

/** The path that everything falls back to. */
export const everyPath = "/*";

/** Port by which partners come that have to show a certificate. */
export const partnerPort = 8443;

/** Paths of the front door that lead to one workload, and where they are configured. */
export interface ClaimedPaths {
  /** Workload, by its name. */
  readonly workload: string;
  /** Where the paths stand. */
  readonly at: Problem["path"];
  /** The paths, as they stand there. */
  readonly paths: readonly string[];
}

/**
 * Says which paths the balancer would refuse, or could not tell apart: rules are tried in the order in which they were
 * made, so that two paths that share an address would be answered by chance. `/*` takes what no other path takes.
 */
export function pathProblems(claims: readonly ClaimedPaths[]): readonly Problem[] {
  const all = claims.flatMap(({ workload, at, paths }) =>
    paths.map((path, position) => ({ workload, path, at: [...at, position] })),
  );
  const tooMany = claims.flatMap(({ at, paths }) => {
    const ofRule = paths.filter((path) => path !== everyPath).length;
    if (ofRule <= mostPathsOfRule) return [];
    return [
      {
        path: at,
        given: `${ofRule} paths`,
        allowed: `at most ${mostPathsOfRule} paths besides ${everyPath}`,
      },
    ];
  });
  const wrong = all.flatMap(({ path, at }, position) => {
    const given = JSON.stringify(path);
    if (!isPath(path)) {
      const allowed = `"/", then letters, digits and - _ . / up to ${longestPath} characters, and at most one * at the end`;
      return [{ path: at, given, allowed }];
    }
    const earlier = all.slice(0, position).find((other) => isPath(other.path) && overlap(other.path, path));
    if (earlier === undefined) return [];
    return [
      { path: at, given, allowed: `a path that shares nothing with ${earlier.path} of ${earlier.workload}` },
    ];
  });
  return [...tooMany, ...wrong];
}

function isPath(path: string): boolean {
  return path.length <= longestPath && /^\/[A-Za-z0-9\-_./]*\*?$/.test(path);
}

/** Whether some address matches both paths; the fallback yields to every other path. */
function overlap(one: string, other: string): boolean {
  if (one === everyPath || other === everyPath) return one === other;
  const [start, otherStart] = [one, other].map((path) => path.replace(/\*$/, "")) as [string, string];
  if (one.endsWith("*") && otherStart.startsWith(start)) return true;
  if (other.endsWith("*") && start.startsWith(otherStart)) return true;
  return one === other;
}
