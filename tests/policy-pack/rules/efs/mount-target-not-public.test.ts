import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const target = (subnetId: unknown) => aws("efs/mountTarget:MountTarget", { fileSystemId: "fs-1", subnetId });
const inSubnet = (props: object) => ({
  subnet: aws("ec2/subnet:Subnet", { ...props }),
  target: target(ref("subnet")),
});

fixtures("mount-target-not-public", {
  pass: { "a target in a private subnet": inSubnet({ mapPublicIpOnLaunch: false }) },
  fail: {
    "a target in a public subnet": inSubnet({ mapPublicIpOnLaunch: true }),
    "a target in a public subnet that is joined by its id": {
      subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }, { outputs: { id: "subnet-1" } }),
      target: target("subnet-1"),
    },
  },
  unknown: {
    "a target in a subnet whose setting is computed": inSubnet({ mapPublicIpOnLaunch: UNKNOWN }),
    "a target in a subnet of another stack": { target: target("subnet-1") },
  },
  unset: { "a target in a subnet that says nothing": ["pass", inSubnet({})] },
  alias: { none: "one token" },
});
