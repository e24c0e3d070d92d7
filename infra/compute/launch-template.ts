import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import { computed, withKnownParts } from "../core/known-parts";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { FleetSizes, FleetSpec } from "./compute-args";
import { instanceSize } from "./instance-sizes";
import { publicImageParameter } from "./public-images";
import { userData } from "./user-data";

/** Arguments of {@link launchTemplate}. */
export interface LaunchTemplateArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Fleet that it is for, by its name. */
  readonly fleet: string;
  /** Operating system. */
  readonly operatingSystem: FleetSpec["operatingSystem"];
  /** Instance type and volume. */
  readonly sizes: FleetSizes;
  /** Key that encrypts the volume. */
  readonly key: EncryptionKey;
  /** Security group of the instances. */
  readonly securityGroupId: pulumi.Input<string>;
  /** ARN of the instance profile. */
  readonly profileArn: pulumi.Input<string>;
  /** Parameter that holds the CloudWatch agent's configuration, by name. */
  readonly agentParameter: string;
  /** What the application reads from its environment. */
  readonly settings: Readonly<Record<string, pulumi.Input<string>>>;
  /** Tags of what is launched: the provider's default tags do not reach it. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What is launched and takes tags. */
const launched = ["instance", "volume", "network-interface"] as const;

/** Root volume of Amazon Linux's images. */
const rootDevice = "/dev/xvda";

/** How the instances of a fleet start: what they are, what they may, and what they are told. */
export function launchTemplate(
  name: string,
  args: LaunchTemplateArgs,
  parent: pulumi.Resource,
): aws.ec2.LaunchTemplate {
  const { scope, sizes, tags } = args;
  const templateName = physicalName("launch-template", scope, args.fleet);
  const script = (settings: Readonly<Record<string, string>>): string =>
    userData({ agentParameter: args.agentParameter, settings });
  const encoded = pulumi
    .output(args.settings)
    .apply((settings) => Buffer.from(script(settings)).toString("base64"));
  return new aws.ec2.LaunchTemplate(
    name,
    {
      name: templateName,
      description: `Instances of ${args.fleet}`,
      updateDefaultVersion: true,
      imageId: newestImage(args, parent),
      instanceType: sizes.instanceType,
      iamInstanceProfile: { arn: args.profileArn },
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: "disabled",
      },
      monitoring: { enabled: true },
      ebsOptimized: "true",
      blockDeviceMappings: [{ deviceName: rootDevice, ebs: volume(sizes, args.key) }],
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [args.securityGroupId],
        },
      ],
      instanceInitiatedShutdownBehavior: "terminate",
      userData: withKnownParts(encoded, script(knownSettings(args.settings))),
      tagSpecifications: launched.map((resourceType) => ({ resourceType, tags })),
      tags: { ...tags, Name: templateName },
    },
    { parent },
  );
}

/** Settings as far as they are text already. */
function knownSettings(settings: LaunchTemplateArgs["settings"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, typeof value === "string" ? value : computed]),
  );
}

function volume(
  { volumeGib }: FleetSizes,
  key: EncryptionKey,
): aws.types.input.ec2.LaunchTemplateBlockDeviceMappingEbs {
  return {
    volumeType: "gp3",
    volumeSize: volumeGib,
    encrypted: "true",
    kmsKeyId: key.arn,
    deleteOnTermination: "true",
  };
}

/**
 * The newest public image, looked up when the program runs and written into the template. `resolve:ssm:` in its place would
 * leave the look-up to each launch: instances of one group would then run different images, and Auto Scaling refuses to
 * roll a refresh back.
 *
 * @see docs/decisions/0010-instances-beside-containers.md
 */
function newestImage(
  { operatingSystem, sizes }: LaunchTemplateArgs,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const architecture = instanceSize(sizes.instanceType)?.architecture;
  if (architecture === undefined) throw new Error(`instance type "${sizes.instanceType}" is not known`);
  const name = publicImageParameter(operatingSystem, architecture);
  return aws.ssm.getParameterOutput({ name }, { parent }).insecureValue;
}
