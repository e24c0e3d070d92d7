import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });
const settings = (state: string) => ({
  allowed: aws("ec2/allowedImagesSettings:AllowedImagesSettings", { state }),
});

fixtures("ami-approved", {
  pass: {
    "an approved image": instance({ ami: "ami-1" }),
    "an approved parameter": instance({ ami: "resolve:ssm:/golden" }),
    "an account that allows only some images": settings("enabled"),
  },
  fail: {
    "another image": instance({ ami: "ami-2" }),
    "an account that only watches": settings("audit-mode"),
  },
  unknown: { "an image that is computed": instance({ ami: UNKNOWN }), "a computed state": settings(UNKNOWN) },
  unset: {
    "settings without a state": ["fail", { allowed: aws("ec2/allowedImagesSettings:AllowedImagesSettings") }],
  },
  alias: {
    "a template of another image": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { imageId: "ami-2" }),
    },
    "a launch configuration of another image": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { imageId: "ami-2" }),
    },
  },
  notApplicable: {
    "an instance whose template names the image": instance({ launchTemplate: { id: "lt-1" } }),
  },
  settings: { properties: { images: ["ami-1", "resolve:ssm:/golden"] } },
});

describe("without a list of images", () => {
  fixtures("ami-approved", {
    pass: { "an account that allows only some images": settings("enabled") },
    fail: { "an account that only watches": settings("audit-mode") },
    unknown: { none: "said above" },
    unset: { none: "said above" },
    alias: { "an account that allows all": settings("disabled") },
    notApplicable: {
      "any image": instance({ ami: "ami-2" }),
      "a computed image": instance({ ami: UNKNOWN }),
    },
  });
});
