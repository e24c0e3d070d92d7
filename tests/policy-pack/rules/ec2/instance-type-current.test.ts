import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (instanceType: string) => ({ instance: aws("ec2/instance:Instance", { instanceType }) });
const image = (props: object) => ({ image: aws("ec2/ami:Ami", { ...props }) });

fixtures("instance-type-current", {
  pass: {
    "a current type": instance("m7g.large"),
    "a family that only begins like an old one": instance("c3x.large"),
    "an image with hardware virtualisation": image({ virtualizationType: "hvm" }),
  },
  fail: {
    "an old type of the third generation": instance("c3.large"),

    "an old type": instance("m3.large"),
    "the smallest old type": instance("t1.micro"),
    "a paravirtual image": image({ virtualizationType: "paravirtual" }),
  },
  unknown: {
    "a computed type": instance(UNKNOWN),
    "an image that is computed": image({ virtualizationType: UNKNOWN }),
  },
  unset: {
    "an image that leaves it out, and so is paravirtual": ["fail", image({})],
    "an instance whose template names the type": ["pass", { instance: aws("ec2/instance:Instance") }],
  },
  alias: {
    "a template of an old type": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { instanceType: "c1.medium" }),
    },
    "a launch configuration of an old type": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { instanceType: "c1.medium" }),
    },
  },
});
