import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption, inRegion } from "../core/adoption";
import type { Declaration } from "../core/declarations";
import { computed, withKnownParts } from "../core/known-parts";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { sessionPlaces } from "../core/sessions";
import { standingTasks } from "./associations";
import { KeptBucket } from "./kept-bucket";
import { serviceSettings } from "./service-settings";
import { sessionDocument, sessionDocumentName } from "./session-document";
import type { SystemsArgs } from "./systems-args";
import { scriptLogGroup, sessionBucketStatements, systemsKeyStatements } from "./systems-policies";

/** What {@link RegionSystems} is made of. */
export interface RegionSystemsArgs extends SystemsArgs {
  /** Region that it is about. */
  readonly region: Region;
  /** Role by which instances without one of their own are managed. */
  readonly hostRole: pulumi.Resource;
}

/** Days that CloudWatch keeps what sessions and scripts say: a year, in which an audit may ask for it. */
const logDays = 400;

/**
 * Systems Manager in a Region: its settings, how sessions are encrypted, recorded and ended, and what is done on every
 * managed instance. A Region has exactly one of each.
 */
export class RegionSystems extends pulumi.ComponentResource {
  /** ARN of the Region's key. */
  public readonly keyArn: pulumi.Output<string>;
  /** What the key says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: RegionSystemsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:RegionSystems", name, {}, opts);
    const scope = { ...args.scope, region: args.region };
    const key = this.key(name, scope, args.keyDeletionWindowDays);
    const scripts = this.logGroup(`${name}-scripts`, scriptLogGroup(scope), scope.region, key);
    this.settings(name, args, [args.hostRole, scripts]);
    this.sessions(`${name}-sessions`, args, scope, key);
    this.associations(name, scope);

    this.keyArn = key.arn;
    const { criticality, owner } = args;
    this.declarations = [
      { family: "monitored", kind: "key", name, criticality, owner, dimensions: { KeyId: key.keyId } },
    ];
    this.registerOutputs({ keyArn: this.keyArn });
  }

  private key(name: string, scope: Scope, deletionWindowInDays: number): aws.kms.Key {
    const { region } = scope;
    const { keyAlias } = sessionPlaces(scope);
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts sessions on instances, their records and what is known of instances",
        enableKeyRotation: true,
        deletionWindowInDays,
        policy: policyDocument(systemsKeyStatements(scope)),
        tags: { Name: keyAlias },
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(name, { region, name: keyAlias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  private logGroup(
    name: string,
    logGroup: string,
    region: Region,
    key: aws.kms.Key,
  ): aws.cloudwatch.LogGroup {
    return new aws.cloudwatch.LogGroup(
      name,
      { region, name: logGroup, retentionInDays: logDays, kmsKeyId: key.arn, tags: { Name: logGroup } },
      { parent: this },
    );
  }

  private settings(
    name: string,
    { region, scope, parameters }: RegionSystemsArgs,
    before: readonly pulumi.Resource[],
  ): void {
    const settings = serviceSettings(parameters, scriptLogGroup({ ...scope, region }));
    for (const [word, [settingId, settingValue]] of Object.entries(settings)) {
      new aws.ssm.ServiceSetting(
        `${name}-${word}`,
        { region, settingId, settingValue },
        { parent: this, dependsOn: [...before] },
      );
    }
  }

  private sessions(name: string, args: RegionSystemsArgs, scope: Scope, key: aws.kms.Key): void {
    const { region } = scope;
    const places = sessionPlaces(scope);
    const log = this.logGroup(name, places.logGroup, region, key);
    const bucket = new KeptBucket(
      name,
      {
        region,
        bucketName: places.bucket,
        keyArn: key.arn,
        statements: sessionBucketStatements(scope),
        retentionDays: args.sessions.retentionDays,
      },
      { parent: this },
    );
    const content = key.arn.apply((keyArn) => JSON.stringify(sessionDocument(args.sessions, places, keyArn)));
    const isThere = args.adopt[region]?.sessionPreferences === true;
    new aws.ssm.Document(
      name,
      {
        region,
        name: sessionDocumentName,
        documentType: "Session",
        documentFormat: "JSON",
        content: withKnownParts(content, sessionDocument(args.sessions, places, computed)),
        tags: { Name: sessionDocumentName },
      },
      {
        parent: this,
        dependsOn: [log, bucket.ready],
        ...adoption(inRegion(isThere ? sessionDocumentName : undefined, region), [
          "attachmentsSources",
          "content",
          "documentFormat",
          "permissions",
          "tags",
          "versionName",
        ]),
      },
    );
  }

  private associations(name: string, scope: Scope): void {
    for (const { word, document, schedule, parameters, severity } of standingTasks) {
      const associationName = physicalName("ssm-association", scope, word);
      new aws.ssm.Association(
        `${name}-${word}`,
        {
          region: scope.region,
          name: document,
          associationName,
          parameters: { ...parameters },
          scheduleExpression: schedule,
          targets: [{ key: "InstanceIds", values: ["*"] }],
          complianceSeverity: severity,
          maxConcurrency: "10%",
          maxErrors: "10%",
          tags: { Name: associationName },
        },
        { parent: this },
      );
    }
  }
}
