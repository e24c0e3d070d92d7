import * as pulumi from "@pulumi/pulumi";
import { RunError } from "@pulumi/pulumi/errors";
import * as z from "zod";

import { failoverRoles, type FrontDoorSizes } from "../infra/compute/settings";
import type { Running, Switched } from "../infra/compute";
import { criticalities, type Criticality } from "../infra/core/criticality";
import type { Region } from "../infra/core/region";
import { mistakesOf } from "./config/issue";
import { jsonSchemaOf } from "./config/json-schema";
import { formatPath, type Mistake } from "./config/mistake";

/** Domain that a stack answers for. */
export interface AnsweredDomain extends Pick<FrontDoorSizes, "domain" | "hostedZoneId"> {
  /** Which part of the domain's failover the stack is. */
  readonly failoverRole: FrontDoorSizes["failover"]["role"];
  /** Health check by which people switch it on and off, by id; nothing where there is none yet. */
  readonly healthCheckId?: string | undefined;
}

/** Where a stack is that takes over, and whose place it takes. */
export interface Successor {
  /** Stack that it stands in for, of the same project and organization. */
  readonly standsInFor: string;
  /** Region of the stack itself: what lies elsewhere is lost with the other one's Region. */
  readonly region: Region;
  /** Account of both. */
  readonly accountId: string;
  /** Domain that the stack itself answers for. */
  readonly frontDoor: AnsweredDomain;
  /** What the stack itself runs: the other one has to run all of it, so that each can take the other's place. */
  readonly runs: Switched;
}

/** What a stack of the `workload` program promises the one that stands in for it; the other one's own outputs, by name. */
export interface Promises {
  /** The stack that promises, in full: organization, project and stack. */
  readonly stack: string;
  /** ARN of the vault with copies of each word's recovery points, in the Region of the one that stands in. */
  readonly backupCopyVaultArns: pulumi.Output<Readonly<Partial<Record<Criticality, string>>>>;
  /** ARN of the key that encrypts those copies. */
  readonly backupCopyKeyArn: pulumi.Output<string>;
  /** ARN of the automated backups of each database that are replicated there, by the database's name. */
  readonly replicatedBackupArns: pulumi.Output<Readonly<Record<string, string>>>;
  /** Domain that it answers for: the one of the stack that stands in, where that one shares its domain. */
  readonly frontDoor: pulumi.Output<AnsweredDomain>;
  /** What runs in its own Region, by ARN. */
  readonly running: pulumi.Output<Running>;
}

/** A stack's outputs are not what another stack relies on. Pulumi shows the message without a stack trace. */
class BrokenPromise extends RunError {
  public override readonly name = "BrokenPromise";

  public constructor(stack: string, output: string, mistakes: readonly Mistake[]) {
    const lines = mistakes.map(
      ({ path, given, allowed }) => `${formatPath([output, ...path])}: given ${given}; allowed: ${allowed}`,
    );
    super([`stack "${stack}", output "${output}" is not what this stack relies on`, ...lines].join("\n"));
    this.name = "BrokenPromise";
    // Pulumi shows no stack trace of it, and has Node color it for a span nevertheless, which takes Node 20 minutes.
    this.stack = this.message;
  }
}

/**
 * What another stack promises the one that stands in for it. It reads the other one's state: that one has to be deployed
 * first. The offline preview has no state to read, and shows what is promised as unknown. So does any preview where an output or a part
 * of it is not there yet, with a warning: a new promise and what relies on it are reviewed before either is deployed.
 *
 * @throws BrokenPromise, once the outputs are known, where one is malformed, or missing in a deployment
 */
export function promisesOf(successor: Successor): Promises {
  const stack = [pulumi.getOrganization(), pulumi.getProject(), successor.standsInFor].join("/");
  const reference = new pulumi.StackReference(stack);
  const promised = <Value>(output: string, schema: z.ZodType<Value>): pulumi.Output<Value> =>
    reference.getOutput(output).apply((given: unknown) => kept(stack, output, schema, given));
  const here = (service: string, resource: string): z.ZodType<string> =>
    arnSchema(successor, "here", service, resource);
  return {
    stack,
    backupCopyVaultArns: promised(
      "backupCopyVaultArns",
      z.partialRecord(z.enum(criticalities), here("backup", "backup-vault:.+")),
    ),
    backupCopyKeyArn: promised("backupCopyKeyArn", here("kms", "key/.+")),
    replicatedBackupArns: promised(
      "replicatedBackupArns",
      z.record(z.string(), here("rds", "auto-backup:.+")),
    ),
    frontDoor: promised("frontDoor", frontDoorSchema(successor.frontDoor)),
    running: promised("running", runningSchema(successor)),
  };
}

function kept<Value>(stack: string, output: string, schema: z.ZodType<Value>, given: unknown): Value {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const mistakes = mistakesIn(schema, result.error);
  const broken = new BrokenPromise(stack, output, mistakes);
  const isOnlyMissing = mistakes.every((mistake) => mistake.given === "nothing");
  if (!isOnlyMissing || !pulumi.runtime.isDryRun()) throw broken;
  void pulumi.log.warn(`${broken.message}\nDeploy that stack first; until then it is shown as unknown.`);
  // Unknown is of every type.
  return pulumi.unknown as unknown as Value;
}

function mistakesIn(schema: z.ZodType, { issues }: z.ZodError): readonly Mistake[] {
  const json = jsonSchemaOf(schema);
  return issues.flatMap((issue) => mistakesOf(issue, json));
}

/** An ARN of something in the account of the stack that stands in, in its own Region or in any other. */
function arnSchema(
  { region, accountId }: Successor,
  where: "here" | "elsewhere",
  service: string,
  resource: string,
): z.ZodType<string> {
  const [place, words] =
    where === "here" ? [region, `in ${region}`] : [`(?!${region}:)[a-z0-9-]+`, `outside of ${region}`];
  return z
    .string()
    .regex(new RegExp(`^arn:[a-z-]+:${service}:${place}:${accountId}:${resource}$`))
    .meta({ allowed: `an ARN of ${service} ${words}, account ${accountId}` });
}

/** All that runs in the other Region, in the account of the stack that stands in: what it names `runs` has to be among it. */
function runningSchema(successor: Successor): z.ZodType<Running> {
  const { runs } = successor;
  const there = (service: string, resource: string): z.ZodType<string> =>
    arnSchema(successor, "elsewhere", service, resource);
  const each = (names: readonly string[], arn: z.ZodType<string>): z.ZodType<Record<string, string>> =>
    z.object(Object.fromEntries(names.map((name) => [name, arn])));
  return z.object({
    clusterArn: there("ecs", "cluster/.+"),
    serviceArns: each(runs.services, there("ecs", "service/.+")),
    groupArns: each(runs.fleets, there("autoscaling", "autoScalingGroup:.+")),
  });
}

/** Part of a domain's failover that the other one has to be, by the part that a stack is. */
const counterparts = { primary: "secondary", secondary: "primary" } as const;

/** The domain of the stack that stands in, answered for as its counterpart; any, where that one has its domain to itself. */
function frontDoorSchema({ domain, hostedZoneId, failoverRole }: AnsweredDomain): z.ZodType<AnsweredDomain> {
  if (failoverRole === "none")
    return z.object({
      domain: z.string(),
      hostedZoneId: z.string(),
      failoverRole: z.enum(failoverRoles),
      healthCheckId: z.string().optional(),
    });
  const counterpart = counterparts[failoverRole];
  return z.object({
    domain: shared(domain, "the domain that this stack shares with it"),
    hostedZoneId: shared(hostedZoneId, "the hosted zone of the domain that this stack shares with it"),
    failoverRole: shared(counterpart, `since this stack is the domain's ${failoverRole}`),
    healthCheckId: z.string().optional(),
  });
}

function shared<Word extends string>(word: Word, reason: string): z.ZodType<Word> {
  return z.literal(word).meta({ allowed: `"${word}", ${reason}` });
}
