import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const volume = aws("ebs/volume:Volume");
const attachment = (volumeId: unknown) =>
  aws("ec2/volumeAttachment:VolumeAttachment", { volumeId, instanceId: "i-1" });
const instance = (deleteOnTermination: unknown) => ({
  instance: aws("ec2/instance:Instance", { rootBlockDevice: { deleteOnTermination } }),
});

fixtures("ebs-volume-in-use", {
  pass: {
    "a volume that is attached": { volume, link: attachment(ref("volume")) },
    "a volume whose id a launch template hands on": {
      volume,
      template: aws("ec2/launchTemplate:LaunchTemplate", { userData: ref("volume") }),
    },
    "a root volume that ends with its instance": instance(true),
  },
  fail: {
    "a volume that is only backed up": {
      volume,
      snapshot: aws("ebs/snapshot:Snapshot", { volumeId: ref("volume") }),
      selection: aws("backup/selection:Selection", { resources: [ref("volume")] }),
    },
    "a volume beside one that is attached": { volume, other: volume, link: attachment(ref("other")) },
  },
  unknown: {
    "a volume beside an attachment that cannot be joined": { volume, link: attachment(UNKNOWN) },
    "a root volume whose end is computed": instance(UNKNOWN),
  },
  unset: {
    "a volume without an attachment": ["fail", { volume }],
    "an instance that leaves it out": ["pass", { instance: aws("ec2/instance:Instance") }],
  },
  alias: { "a root volume that outlives its instance": instance(false) },
});
