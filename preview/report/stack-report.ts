import { join, posix, relative, sep } from "node:path";

import type { ReportedVerdict, Rule, SourcePlace, StackReport } from "../../policy-pack/report";
import type { PolicyPackRun, PolicyRule, PreviewResult, Verdict } from "../result";
import { readExemption } from "./exemption";

/** Folders that places in a report are relative to. */
export interface Folders {
  /** The folder of `Pulumi.yaml`. */
  readonly project: string;
  /** The folder that a report is read in: a repository's root, as a rule. */
  readonly root: string;
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** A policy as a rule, under the id that its verdicts have. */
function ruleOf(policy: PolicyRule, controls: ReadonlyMap<string, string>): Rule {
  const [first = ""] = policy.tags;
  const named = first !== "" && policy.title.startsWith(`${first} `) ? first : policy.policy;
  const id = controls.get(policy.policy) ?? named;
  const title = withoutPrefix(policy.title, `${id} `);
  const { fix, severity, enforcement } = policy;
  return {
    ...{ id, name: policy.policy, title, fix, severity, enforcement },
    why: withoutPrefix(policy.description, title).replace(/^\. /, ""),
    tags: policy.tags.filter((tag) => tag !== id),
  };
}

function reported({ exemption, ...verdict }: Verdict): ReportedVerdict {
  return exemption === undefined ? verdict : { ...verdict, exemption: readExemption(exemption) };
}

/** Where each resource is made: its own place, or that of the nearest component around it. */
function placesOf({ resources, stack }: PreviewResult, { project, root }: Folders): StackReport["placeOf"] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const prefix = relative(root, project).split(sep).join("/");
  const inside = prefix.startsWith("..") ? "" : prefix;
  const fallback: SourcePlace = { file: posix.join(inside, `Pulumi.${stack}.yaml`), line: 1 };
  const placeOf = (urn: string | undefined): SourcePlace => {
    const resource = urn === undefined ? undefined : byUrn.get(urn);
    if (resource === undefined) return fallback;
    const { source, parent } = resource;
    return source === undefined || source.file.startsWith("..")
      ? placeOf(parent)
      : { ...source, file: posix.join(inside, source.file) };
  };
  return placeOf;
}

function reportOf(result: PreviewResult, pack: PolicyPackRun, folders: Folders): StackReport {
  const own = result.verdicts.filter((verdict) => verdict.pack === pack.name);
  const controls = new Map(own.map(({ policy, control }) => [policy, control]));
  const former = result.resources.flatMap(({ urn, aliases }) =>
    aliases === undefined ? [] : [[urn, aliases] as const],
  );
  return {
    project: result.program,
    stack: result.stack,
    tool: { name: pack.name, version: pack.version },
    rules: pack.rules.map((rule) => ruleOf(rule, controls)),
    verdicts: own.map(reported),
    placeOf: placesOf(result, folders),
    formerUrns: new Map(former),
  };
}

/** What each pack says of a previewed stack, as reports take it. */
export function stackReports(result: PreviewResult, folders: Folders): readonly StackReport[] {
  return result.policyPacks.map((pack) => reportOf(result, pack, folders));
}

/** A stack that could not be previewed, as reports take it. */
export function failedReport(
  { stack, failure, version }: { readonly stack: string; readonly failure: string; readonly version: string },
  folders: Folders,
): StackReport {
  const file = relative(folders.root, join(folders.project, `Pulumi.${stack}.yaml`))
    .split(sep)
    .join("/");
  return {
    ...{ project: "", stack, rules: [], verdicts: [], failure },
    tool: { name: "offline-preview", version },
    placeOf: () => ({ file, line: 1 }),
  };
}
