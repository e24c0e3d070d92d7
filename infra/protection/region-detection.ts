import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption, inRegion } from "../core/adoption";
import { credentialRuleName, credentialRules, credentialRuleWord } from "../core/credential-rules";
import { physicalName } from "../core/names";
import type { Region } from "../core/region";
import { type AdoptedDetection, type DetectionArgs, standards } from "./detection-args";
import { packTemplate } from "./conformance-pack";
import { churning, guardDutyPlans, recordBucketName, standardArn } from "./record-policies";
import type { Records } from "./records";
import { SensitiveData } from "./sensitive-data";

/** Arguments of {@link RegionDetection}. */
export interface RegionDetectionArgs extends DetectionArgs {
  /** Region that is watched. */
  readonly region: Region;
  /** Where records go. */
  readonly records: Records;
}

/** What stays of a delivery channel while it is taken over. */
const keptOfChannel = [
  "s3BucketName",
  "s3KeyPrefix",
  "s3KmsKeyArn",
  "snapshotDeliveryProperties",
  "snsTopicArn",
];

/** What watches a Region: Config, GuardDuty, Security Hub, Inspector, and Macie and Detective where they are wanted. */
export class RegionDetection extends pulumi.ComponentResource {
  /** What records how things are configured; rules find nothing before it does. */
  public readonly recording: pulumi.Resource;

  public constructor(name: string, args: RegionDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:RegionDetection", name, {}, opts);
    const adopted = args.adopt[args.region] ?? {};
    const recording = this.recorder(name, args, adopted);
    if (args.region === args.scope.region) this.credentials(name, args, recording);
    this.packs(name, args, recording);
    const detector = this.guardDuty(name, args, adopted);
    this.securityHub(name, args, adopted, recording);
    this.others(name, args, detector);
    this.recording = recording;
    this.registerOutputs({});
  }

  private recorder(
    name: string,
    args: RegionDetectionArgs,
    adopted: AdoptedDetection,
  ): aws.cfg.RecorderStatus {
    const { region, scope, records } = args;
    const home = region === scope.region;
    const recorder = new aws.cfg.Recorder(
      name,
      {
        region,
        name: adopted.recorder ?? "default",
        roleArn: records.configRoleArn,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: home },
        recordingMode: {
          recordingFrequency: "CONTINUOUS",
          recordingModeOverride: {
            description: "Change with every task that starts or stops",
            recordingFrequency: "DAILY",
            resourceTypes: [...churning],
          },
        },
      },
      {
        parent: this,
        dependsOn: [...records.ready],
        ...adoption(inRegion(adopted.recorder, region), ["roleArn", "recordingGroup", "recordingMode"]),
      },
    );
    const channel = new aws.cfg.DeliveryChannel(
      name,
      {
        region,
        name: adopted.deliveryChannel ?? "default",
        s3BucketName: recordBucketName(scope, "configuration"),
        s3KmsKeyArn: records.keyArn,
        snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
      },
      {
        parent: this,
        dependsOn: recorder,
        ...adoption(inRegion(adopted.deliveryChannel, region), keptOfChannel),
      },
    );
    new aws.cfg.RetentionConfiguration(
      name,
      { region, retentionPeriodInDays: args.retentionDays },
      { parent: this, dependsOn: recorder },
    );
    return new aws.cfg.RecorderStatus(
      name,
      { region, name: recorder.name, isEnabled: true },
      { parent: this, dependsOn: channel },
    );
  }

  /** IAM is the same in every Region, so what proves its periodicity is asked once. */
  private credentials(name: string, { region }: RegionDetectionArgs, recording: pulumi.Resource): void {
    for (const [identifier, parameters] of Object.entries(credentialRules)) {
      const ruleName = credentialRuleName(identifier);
      new aws.cfg.Rule(
        `${name}-${credentialRuleWord(identifier)}`,
        {
          region,
          name: ruleName,
          description: "Credentials change in time, and go when nobody uses them",
          source: { owner: "AWS", sourceIdentifier: identifier },
          maximumExecutionFrequency: "TwentyFour_Hours",
          ...(Object.keys(parameters).length === 0 ? {} : { inputParameters: JSON.stringify(parameters) }),
          tags: { Name: ruleName },
        },
        { parent: this, dependsOn: recording },
      );
    }
  }

  private packs(
    name: string,
    { region, scope, conformancePacks }: RegionDetectionArgs,
    recording: pulumi.Resource,
  ): void {
    for (const pack of conformancePacks) {
      new aws.cfg.ConformancePack(
        `${name}-${pack}`,
        { region, name: physicalName("conformance-pack", scope, pack), templateBody: packTemplate(pack) },
        { parent: this, dependsOn: recording },
      );
    }
  }

  private guardDuty(
    name: string,
    { region }: RegionDetectionArgs,
    adopted: AdoptedDetection,
  ): aws.guardduty.Detector {
    const detector = new aws.guardduty.Detector(
      name,
      {
        region,
        enable: true,
        findingPublishingFrequency: "FIFTEEN_MINUTES",
        tags: { Name: name },
      },
      {
        parent: this,
        ...adoption(inRegion(adopted.detector, region), [
          "enable",
          "findingPublishingFrequency",
          "datasources",
          "tags",
        ]),
      },
    );
    for (const [plan, agents] of Object.entries(guardDutyPlans)) {
      new aws.guardduty.DetectorFeature(
        `${name}-${plan.toLowerCase().replaceAll("_", "-")}`,
        {
          region,
          detectorId: detector.id,
          name: plan,
          status: "ENABLED",
          ...(agents.length === 0
            ? {}
            : { additionalConfigurations: agents.map((agent) => ({ name: agent, status: "ENABLED" })) }),
        },
        { parent: this },
      );
    }
    return detector;
  }

  /** After Config records, without which Security Hub finds nothing. */
  private securityHub(
    name: string,
    { region, scope, disabledControls }: RegionDetectionArgs,
    adopted: AdoptedDetection,
    recording: pulumi.Resource,
  ): void {
    const hub = new aws.securityhub.Account(
      name,
      {
        region,
        enableDefaultStandards: false,
        controlFindingGenerator: "SECURITY_CONTROL",
        autoEnableControls: true,
      },
      {
        parent: this,
        dependsOn: recording,
        // It counts once, when Security Hub is switched on; a change would switch it off and on again, and lose findings.
        ignoreChanges: ["enableDefaultStandards"],
        ...adoption(inRegion(adopted.securityHub === true ? scope.accountId : undefined, region), [
          "enableDefaultStandards",
          "controlFindingGenerator",
          "autoEnableControls",
        ]),
      },
    );
    for (const standard of standards) {
      const standardsArn = standardArn(region, standard);
      const subscription = new aws.securityhub.StandardsSubscription(
        `${name}-${standard}`,
        { region, standardsArn },
        { parent: this, dependsOn: hub },
      );
      for (const entry of disabledControls.filter((each) => each.standard === standard)) {
        new aws.securityhub.StandardsControlAssociation(
          `${name}-${standard}-${entry.control}`,
          {
            region,
            standardsArn,
            securityControlId: entry.control,
            associationStatus: "DISABLED",
            updatedReason: `${entry.reason} (${entry.owner}, until ${entry.expires})`,
          },
          { parent: this, dependsOn: subscription },
        );
      }
    }
  }

  private others(name: string, args: RegionDetectionArgs, detector: aws.guardduty.Detector): void {
    const { region, scope, macie, macieSamplePercent, detective } = args;
    new aws.inspector2.Enabler(
      name,
      { region, accountIds: [scope.accountId], resourceTypes: ["EC2", "ECR", "LAMBDA"] },
      { parent: this },
    );
    if (macie) {
      new SensitiveData(
        `${name}-data`,
        { region, environment: scope.environment, samplePercent: macieSamplePercent },
        { parent: this },
      );
    }
    if (detective) {
      new aws.detective.Graph(name, { region, tags: { Name: name } }, { parent: this, dependsOn: detector });
    }
  }
}
