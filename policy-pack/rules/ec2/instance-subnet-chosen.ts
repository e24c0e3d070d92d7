import { INSTANCES } from "../../aws/instances";
import { defineControl } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PLACES = ["subnetId", "networkInterfaces", "primaryNetworkInterface", "launchTemplate"];

export const control = defineControl({
  id: "EC2-24",
  name: "instance-subnet-chosen",
  title: "Instances are placed in a subnet that was chosen",
  why: "Otherwise AWS takes a subnet of the default VPC, which is public and which nobody planned.",
  fix: "Set subnetId, or name a network interface or a launch template that does.",
  severity: "low",
  enforcement: "advisory",
  types: INSTANCES,
  resource: ({ props }) => {
    const isPlaced = PLACES.map((name) => props.at(name)).some((place) => place.isUnknown || !place.isEmpty);
    return isPlaced
      ? pass
      : fail("subnetId", text`neither a subnet, a network interface nor a launch template is set.`);
  },
  references: {
    securityHub: ["EC2.29"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    cdkNag: ["EC2InstancesInVPC"],
    awsConfig: ["instances-in-vpc", "ec2-instances-in-vpc"],
    pulumi: ["PB:ec2-vpc-placement-required"],
  },
});
