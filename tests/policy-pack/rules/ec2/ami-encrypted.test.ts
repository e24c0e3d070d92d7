import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { byDefault } from "../../support/volumes-encrypted";

const image = (...ebsBlockDevices: readonly unknown[]) => ({
  image: aws("ec2/ami:Ami", { ebsBlockDevices: [...ebsBlockDevices] }),
});
const copy = (props: object) =>
  aws("ec2/amiCopy:AmiCopy", { sourceAmiId: "ami-1", sourceAmiRegion: "eu-west-1", ...props });

fixtures("ami-encrypted", {
  pass: {
    "an image with encrypted devices": image({ encrypted: true }, { encrypted: true }),
    "a copy that is encrypted": { copy: copy({ encrypted: true }) },
    "a copy of a copy that is": {
      first: copy({ encrypted: true }),
      copy: copy({ sourceAmiId: ref("first") }),
    },
    "a copy in a stack that encrypts by default": { copy: copy({}), defaults: byDefault() },
    "the same with what the provider fills in": { copy: copy({ encrypted: false }), defaults: byDefault() },
  },
  fail: {
    "an image with one device that is not": image({ encrypted: true }, { encrypted: false }),
    "an image with a device that leaves it out": image({ deviceName: "/dev/xvda" }),
    "a copy that is not encrypted": { copy: copy({ encrypted: false }) },
  },
  unknown: {
    "an image whose devices are computed": { image: aws("ec2/ami:Ami", { ebsBlockDevices: UNKNOWN }) },
    "an image of a snapshot": image({ snapshotId: "snap-1" }),
    "a copy whose encryption is computed": { copy: copy({ encrypted: UNKNOWN }) },
  },
  unset: { "a copy that leaves it out": ["fail", { copy: copy({}) }] },
  alias: { "a copy that is said not to be": { copy: copy({ encrypted: false }) } },
  notApplicable: { "an image without EBS devices": { image: aws("ec2/ami:Ami") } },
});

describe("with a key of one's own", () => {
  fixtures("ami-encrypted", {
    pass: { "a copy with a key": { copy: copy({ encrypted: true, kmsKeyId: UNKNOWN }) } },
    fail: { "a copy without one": { copy: copy({ encrypted: true }) } },
    unknown: { none: "said above" },
    unset: { none: "said above" },
    alias: { "a copy with AWS's key": { copy: copy({ encrypted: true, kmsKeyId: "alias/aws/ebs" }) } },
    settings: { properties: { customerKey: true } },
  });
});
