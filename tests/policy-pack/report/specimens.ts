import type { ReportedVerdict, Rule, StackReport } from "../../../policy-pack/report";

const PROJECT = "urn:pulumi:prod::shop::";

/** The URN of a resource of the specimen's stack. */
export function urnOf(name: string, type = "aws:s3/bucket:Bucket", stack = "prod"): string {
  return `${PROJECT.replace("prod", stack)}${type}::${name}`;
}

/** A verdict: an advisory failure of a bucket, unless a test says otherwise. */
export function verdict(given: Partial<ReportedVerdict> = {}): ReportedVerdict {
  return {
    control: "S3-16",
    policy: "bucket-access-logged",
    urn: urnOf("logs"),
    verdict: "fail",
    severity: "medium",
    enforcement: "advisory",
    message: "the bucket has no server access logging.",
    path: "",
    ...given,
  };
}

const RULE: Rule = {
  id: "S3-16",
  name: "bucket-access-logged",
  title: "Every bucket logs who reads and writes it",
  why: "Nobody knows who read it.",
  fix: "Add an aws.s3.BucketLogging.",
  severity: "medium",
  enforcement: "advisory",
  tags: ["security"],
};

/** What a pack says of a stack. */
export function report(verdicts: readonly ReportedVerdict[], given: Partial<StackReport> = {}): StackReport {
  return {
    project: "shop",
    stack: "prod",
    tool: { name: "well-architected", version: "1.2.3" },
    rules: [RULE],
    verdicts,
    placeOf: () => ({ file: "infra/buckets.ts", line: 12, column: 5 }),
    ...given,
  };
}

/** One verdict of each kind that a report tells. */
export const ONE_OF_EACH: readonly ReportedVerdict[] = [
  verdict({ control: "S3-01", policy: "bucket-private", enforcement: "mandatory", severity: "critical" }),
  verdict(),
  verdict({
    ...{ control: "S3-12", policy: "bucket-key", verdict: "undetermined", path: "kmsKeyId" },
    ...{ message: "", waitsFor: ["urn:pulumi:prod::shop::aws:kms/key:Key::logs"] },
  }),
  verdict({
    control: "S3-20",
    policy: "bucket-versioned",
    severity: "high",
    exemption: { reason: "written once", owner: "platform", expires: "2027-03-31", ticket: "OPS-7" },
  }),
  verdict({ control: "S3-02", policy: "bucket-tls", verdict: "pass", message: "" }),
  verdict({ control: "S3-03", policy: "bucket-acl", verdict: "notApplicable", message: "" }),
];
