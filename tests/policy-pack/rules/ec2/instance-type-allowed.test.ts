import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });
const database = (instanceClass: string) => ({ database: aws("rds/instance:Instance", { instanceClass }) });

fixtures("instance-type-allowed", {
  pass: {
    "an allowed type": instance({ instanceType: "m7g.large" }),
    "a size of an allowed family": instance({ instanceType: "t4g.micro", tenancy: "default" }),
    "an allowed class": database("db.t4g.micro"),
  },
  fail: {
    "another type": instance({ instanceType: "m7g.xlarge" }),
    "a family whose name only begins like an allowed one": instance({ instanceType: "t4gn.micro" }),
    "another tenancy": instance({ instanceType: "m7g.large", tenancy: "dedicated" }),
  },
  unknown: { "a computed type": instance({ instanceType: UNKNOWN }) },
  unset: { none: "what is left out is chosen by a template, or has AWS's default" },
  alias: {
    "another class": database("db.r7g.16xlarge"),
    "another tenancy in a template": {
      template: aws("ec2/launchTemplate:LaunchTemplate", { placement: { tenancy: "host" } }),
    },
    "another tenancy in a launch configuration": {
      configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { placementTenancy: "dedicated" }),
    },
  },
  notApplicable: {
    "an instance that leaves all to its template": instance({ launchTemplate: { id: "lt-1" } }),
  },
  settings: {
    properties: {
      instanceTypes: ["m7g.large", "t4g.*"],
      tenancies: ["default"],
      databaseClasses: ["db.t4g.*"],
    },
  },
});

describe("instance-type-allowed", () => {
  it("asks nothing without lists", async () => {
    const { verdict } = await judge("instance-type-allowed", instance({ instanceType: "u-24tb1.metal" }));
    assert.equal(verdict, "notApplicable");
  });
});
