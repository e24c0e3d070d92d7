import { aws, fixtures, ref } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });
const common = volumeFixtures((rootBlockDevice) => aws("ec2/instance:Instance", { rootBlockDevice }));
const good = { encrypted: true };
const copy = (encrypted: boolean) => ({
  image: aws("ec2/amiCopy:AmiCopy", { encrypted }),
  ...instance({ ami: ref("image") }),
});

fixtures("instance-volumes-encrypted", {
  ...common,
  pass: {
    ...common.pass,
    "an instance whose volumes are all encrypted": instance({
      rootBlockDevice: good,
      ebsBlockDevices: [good, good],
    }),
    "an instance from an image that this stack encrypts": copy(true),
  },
  fail: {
    ...common.fail,
    "an instance with a data volume that is not encrypted": instance({
      rootBlockDevice: good,
      ebsBlockDevices: [good, { deviceName: "/dev/sdf" }],
    }),
    "an instance from an image that this stack does not encrypt": copy(false),
    "an instance whose template decides on the root volume only": instance({
      launchTemplate: { id: "lt-1" },
      ebsBlockDevices: [{ deviceName: "/dev/sdf" }],
    }),
  },
  unset: { "an instance that leaves its root volume to the image": ["fail", instance({})] },
  alias: {
    "a Spot request with a volume that is not encrypted": {
      request: aws("ec2/spotInstanceRequest:SpotInstanceRequest", { rootBlockDevice: { encrypted: false } }),
    },
  },
  notApplicable: {
    "an instance that leaves its volumes to its template": instance({ launchTemplate: { id: "lt-1" } }),
  },
});
