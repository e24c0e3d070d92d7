import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });

fixtures("instance-subnet-chosen", {
  pass: {
    "an instance in a subnet": instance({ subnetId: "subnet-1" }),
    "an instance in a computed subnet": instance({ subnetId: UNKNOWN }),
    "an instance on an interface": instance({ networkInterfaces: [{ networkInterfaceId: UNKNOWN }] }),
    "an instance on a primary interface": instance({
      primaryNetworkInterface: { networkInterfaceId: "eni-1" },
    }),
    "an instance of a template": instance({ launchTemplate: { name: "web" } }),
  },
  fail: { "an instance in a zone only": instance({ availabilityZone: "eu-west-1a" }) },
  unknown: { none: "a subnet that is computed is a subnet" },
  unset: { "an instance that says nothing": ["fail", instance({})] },
  alias: { none: "one token" },
});
