/** Something that Systems Manager does on every managed instance of a Region, again and again. */
export interface StandingTask {
  /** Name. */
  readonly word: string;
  /** AWS's own document. */
  readonly document: string;
  /** How often. */
  readonly schedule: string;
  /** What the document is told. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How bad it is where it does not work. */
  readonly severity: "CRITICAL" | "HIGH" | "MEDIUM";
}

/**
 * What is done on every managed instance. How the CloudWatch agent measures is for who runs the instance to say; that it
 * is there and current is not.
 *
 * Source: the documents' own parameters and
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-inventory-query.html, 2026-11
 */
export const standingTasks: readonly StandingTask[] = [
  {
    word: "inventory",
    document: "AWS-GatherSoftwareInventory",
    schedule: "rate(12 hours)",
    parameters: {
      applications: "Enabled",
      awsComponents: "Enabled",
      billingInfo: "Enabled",
      customInventory: "Disabled",
      instanceDetailedInformation: "Enabled",
      networkConfig: "Enabled",
      services: "Enabled",
      windowsRoles: "Enabled",
      windowsUpdates: "Enabled",
    },
    severity: "MEDIUM",
  },
  {
    word: "systems-manager-agent",
    document: "AWS-UpdateSSMAgent",
    schedule: "rate(14 days)",
    parameters: { allowDowngrade: "false" },
    severity: "HIGH",
  },
  {
    word: "cloudwatch-agent",
    document: "AWS-ConfigureAWSPackage",
    schedule: "rate(14 days)",
    parameters: { action: "Install", installationType: "In-place update", name: "AmazonCloudWatchAgent" },
    severity: "MEDIUM",
  },
  {
    word: "patch-scan",
    document: "AWS-RunPatchBaseline",
    schedule: "rate(1 day)",
    parameters: { Operation: "Scan", RebootOption: "NoReboot" },
    severity: "HIGH",
  },
];
