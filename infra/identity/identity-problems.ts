import { amount } from "../core/checks";
import { environmentMistake } from "../core/names";
import type { Problem } from "../core/problem";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { accessLevels, runbookRuns } from "./access-levels";
import {
  type AccessLevel,
  type AccountDelivery,
  accountDeliveryWords,
  type ContinuousIntegration,
  type IdentitySettings,
  type PasswordRules,
  type RunbookAccess,
} from "./identity-args";
import { subjectMistake } from "./subject";

type Path = Problem["path"];

/** Everything that is wrong with what identity was asked for. */
export function identityProblems(
  args: IdentitySettings & { readonly environment: string; readonly regions: readonly Region[] },
): readonly Problem[] {
  return [
    ...aliasProblems(args.accountAlias),
    ...passwordProblems(args.passwords),
    ...(args.ci === undefined ? [] : ciProblems(args.ci, args.environment)),
    ...principalProblems("breakGlass", args.breakGlass),
    ...principalProblems("approvers", args.approvers),
    ...runProblems(args.runs, args.environment),
    ...amount(["unusedAccessDays"], args.unusedAccessDays, { from: 1, to: 365, what: "a whole number" }),
    ...internalProblems(args),
    ...args.archived.flatMap(({ reason }, position) =>
      reason.trim().length >= 20
        ? []
        : [problem(["archived", position, "reason"], reason, "why the access is meant to be, in a sentence")],
    ),
    ...twice(
      ["archived"],
      args.archived.map(({ name }) => name),
    ),
    ...twice(["adopt"], args.adopt),
    ...(args.adopt.includes("oidc-provider") && args.ci === undefined
      ? [problem(["adopt"], "oidc-provider", "only with ci, which says whose provider it is")]
      : []),
    ...analyzerProblems(args),
    ...outsideProblems(args),
  ];
}

function problem(path: Path, given: unknown, allowed: string): Problem {
  return { path, given: JSON.stringify(given), allowed };
}

function analyzerProblems({
  adoptAnalyzers,
  internalAccess,
  regions,
}: Pick<IdentitySettings, "adoptAnalyzers" | "internalAccess"> & {
  readonly regions: readonly Region[];
}): readonly Problem[] {
  const guarded = `a guarded Region: ${regions.join(", ")}`;
  return Object.entries(adoptAnalyzers).flatMap(([region, { internal }]) => {
    const path = ["adoptAnalyzers", region];
    const found = regions.find((each) => each === region);
    if (found === undefined) return [problem(path, region, guarded)];
    if (internal === undefined || (internalAccess[found] ?? []).length > 0) return [];
    return [problem([...path, "internal"], internal, "only where internalAccess names what is analysed")];
  });
}

function twice(path: Path, words: readonly string[]): readonly Problem[] {
  return words
    .filter((word, position) => words.indexOf(word) !== position)
    .map((word) => problem(path, word, "each once"));
}

function aliasProblems(alias: string): readonly Problem[] {
  const fine =
    /^[a-z0-9](?:[a-z0-9-]{1,61}[a-z0-9])$/.test(alias) && !alias.includes("--") && !/^\d{12}$/.test(alias);
  const allowed =
    "3 to 63 lower-case letters, digits and single hyphens, no hyphen at either end, and no account id";
  return fine ? [] : [problem(["accountAlias"], alias, allowed)];
}

function passwordProblems({ minimumLength, maximumAgeDays }: PasswordRules): readonly Problem[] {
  return [
    ...amount(["passwords", "minimumLength"], minimumLength, { from: 16, to: 128, what: "a whole number" }),
    ...amount(["passwords", "maximumAgeDays"], maximumAgeDays, { from: 1, to: 90, what: "a whole number" }),
  ];
}

function ciProblems(ci: ContinuousIntegration, own: string): readonly Problem[] {
  const issuer = /^[a-z0-9.-]+(\/[\w.\-/]*[\w.-])?$/.test(ci.issuer);
  return [
    ...(issuer ? [] : [problem(["ci", "issuer"], ci.issuer, "host and path, without https://")]),
    ...Object.entries(ci.deployers).flatMap(([environment, subjects]) =>
      deployerProblems(environment, subjects, own),
    ),
    ...(ci.account === undefined ? [] : accountDeliveryProblems(ci.account, own)),
    ...ci.previewers.flatMap((subject, position) =>
      subjectProblems(["ci", "previewers", position], subject, subjectMistake(subject)),
    ),
    ...(/^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(ci.state.keyArn)
      ? []
      : [problem(["ci", "state", "keyArn"], ci.state.keyArn, "the ARN of a key; an alias is none")]),
  ];
}

function deployerProblems(environment: string, subjects: readonly string[], own: string): readonly Problem[] {
  const path = ["ci", "deployers", environment];
  if (environment === own) {
    const allowed =
      "environments only: whoever deploys the account can lift every limit that it sets; ci.account is where that is said";
    return [problem(path, environment, allowed)];
  }
  if (subjects.length === 0) return [problem(path, subjects, "at least one subject")];
  return subjects.flatMap((subject, position) =>
    subjectProblems([...path, position], subject, subjectMistake(subject, environment)),
  );
}

function accountDeliveryProblems({ subjects, accepted }: AccountDelivery, own: string): readonly Problem[] {
  const path = ["ci", "account"];
  const allowed = `environment:${own}, which asks for a review; a branch cannot`;
  return [
    ...(accepted === accountDeliveryWords
      ? []
      : [problem([...path, "accepted"], accepted, JSON.stringify(accountDeliveryWords))]),
    ...(subjects.length > 0 ? [] : [problem([...path, "subjects"], subjects, "at least one subject")]),
    ...subjects.flatMap((subject, position) => {
      const mistake = subjectMistake(subject, own);
      const ofEnvironment = subject.endsWith(`:environment:${own}`);
      return subjectProblems(
        [...path, "subjects", position],
        subject,
        mistake ?? (ofEnvironment ? undefined : allowed),
      );
    }),
  ];
}

function subjectProblems(path: Path, subject: string, mistake: string | undefined): readonly Problem[] {
  return mistake === undefined ? [] : [problem(path, subject, mistake)];
}

/** Policies that a role takes unless AWS has granted more; source: IAM and STS quotas, 2026-11. */
const mostPolicies = 10;

function runProblems(runs: readonly RunbookAccess[], own: string): readonly Problem[] {
  const environments = runs.flatMap(({ environment }, position) => {
    const mistake =
      environment === own ? "not the account itself, which has no runbooks" : environmentMistake(environment);
    return mistake === undefined ? [] : [problem(["runs", position, "environment"], environment, mistake)];
  });
  if (environments.length > 0) return environments;
  return (Object.keys(accessLevels) as readonly AccessLevel[]).flatMap((level) => {
    // Names of policies do not depend on the account.
    const scope: Scope = { environment: own, accountId: "000000000000", region: "eu-west-1" };
    const policies = runbookRuns(level, { runs, scope }).map(({ policyName }) => policyName);
    const count = policies.length + accessLevels[level].managedPolicies.length;
    return [
      ...twice(["runs"], policies),
      ...(count > mostPolicies
        ? [
            problem(
              ["runs"],
              `${count} policies of ${level}`,
              `at most ${mostPolicies}, AWS's own among them: fewer groups or environments`,
            ),
          ]
        : []),
    ];
  });
}

/**
 * What internal analysis looks at, apart from streams and directory buckets, which this platform has none of. Source, 2026-11:
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_InternalAccessAnalysisRuleCriteria.html
 */
const analysable =
  /^arn:[^:]+:(?:s3:::[^/*?]+|(?:dynamodb|rds):([^:]+):\d{12}:(?:table\/|snapshot:|cluster-snapshot:)[^*?]+)$/;

function internalProblems({
  internalAccess,
  regions,
}: Pick<IdentitySettings, "internalAccess"> & { readonly regions: readonly Region[] }): readonly Problem[] {
  return Object.entries(internalAccess).flatMap(([region, arns]) => {
    const path = ["internalAccess", region];
    if (!regions.some((each) => each === region))
      return [problem(path, region, `one of the guarded Regions: ${regions.join(", ")}`)];
    return [
      ...twice(path, arns),
      ...arns.flatMap((arn, position) => {
        const found = analysable.exec(arn);
        const fine = found !== null && [undefined, region].includes(found[1]);
        const allowed = `the ARN of a bucket, a table or a snapshot of ${region}, without wildcards`;
        return fine ? [] : [problem([...path, position], arn, allowed)];
      }),
    ];
  });
}

function principalProblems(
  field: "approvers" | "breakGlass",
  principals: readonly string[],
): readonly Problem[] {
  if (principals.length === 0) return [problem([field], principals, "at least one user or role")];
  return principals.flatMap((principal, position) =>
    /^arn:[^:]+:iam::\d{12}:(user|role)\/[^*?]+$/.test(principal)
      ? []
      : [problem([field, position], principal, "the ARN of one user or role, without wildcards")],
  );
}

function outsideProblems({ outsideMachines }: IdentitySettings): readonly Problem[] {
  if (outsideMachines === undefined) return [];
  const { commonNames, policyArns } = outsideMachines;
  return [
    ...someProblems("commonNames", commonNames, "a name without wildcards", (name) => !/[*?]/.test(name)),
    ...someProblems(
      "policyArns",
      policyArns,
      "the ARN of a policy that gives no right to everything",
      (arn) =>
        /^arn:[^:]+:iam::(aws|\d{12}):policy\/(?!AdministratorAccess$|PowerUserAccess$|IAMFullAccess$)[^*?]+$/.test(
          arn,
        ),
    ),
  ];
}

/** Problems of a list of machines' that must not be empty, and whose members have to be fine. */
function someProblems(
  field: string,
  members: readonly string[],
  allowed: string,
  isFine: (member: string) => boolean,
): readonly Problem[] {
  const path = ["outsideMachines", field];
  if (members.length === 0) return [problem(path, members, `at least one: ${allowed}`)];
  return members.flatMap((member, position) =>
    isFine(member) ? [] : [problem([...path, position], member, allowed)],
  );
}
