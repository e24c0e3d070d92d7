import { aws, type Fixtures, ref, type Resource, UNKNOWN } from "./fixtures";
import type { Props } from "./pack-messages";

/** EBS encryption by default, as a stack turns it on. */
export const byDefault = (props: Props = {}): Resource =>
  aws("ebs/encryptionByDefault:EncryptionByDefault", props);

/**
 * Fixtures of a control of volumes.
 *
 * @param withVolume - A resource that asks for this volume and for no other.
 */
export function volumeFixtures(withVolume: (volume: Props) => Resource): Fixtures {
  const unset = { maker: withVolume({ volumeSize: 8 }) };
  return {
    pass: {
      "a volume that is encrypted": { maker: withVolume({ encrypted: true }) },
      "a volume that is encrypted in words": { maker: withVolume({ encrypted: "true" }) },
      "a volume of a stack that encrypts by default": { ...unset, defaults: byDefault() },
      "a volume in the Region whose default is on": {
        maker: withRegion(withVolume({}), "eu-west-1"),
        defaults: byDefault({ region: "eu-west-1" }),
      },
    },
    fail: {
      "a volume that is not encrypted": { maker: withVolume({ encrypted: false }) },
      "a volume that is said not to be, whatever the default": {
        maker: withVolume({ encrypted: false }),
        defaults: byDefault(),
      },
      "a volume of a stack that turns the default off": { ...unset, defaults: byDefault({ enabled: false }) },
      "a volume in another Region than the default": {
        maker: withRegion(withVolume({}), "eu-west-1"),
        defaults: byDefault({ region: "eu-central-1" }),
      },
    },
    unknown: {
      "a volume whose encryption is computed": { maker: withVolume({ encrypted: UNKNOWN }) },
      "a volume whose snapshot decides": { maker: withVolume({ snapshotId: "snap-1" }) },
      "a volume whose snapshot is computed": {
        maker: withVolume({ snapshotId: ref("snapshot") }),
        snapshot: aws("ebs/snapshot:Snapshot"),
      },
    },
    unset: {
      "a volume that leaves it out": ["fail", unset],
      "a volume that leaves it blank": ["fail", { maker: withVolume({ encrypted: "" }) }],
    },
    alias: { none: "one token" },
    otherTypes: { "a default on its own": { defaults: byDefault({ enabled: false }) } },
  };
}

function withRegion(resource: Resource, region: string): Resource {
  return { ...resource, props: { ...resource.props, region } };
}
