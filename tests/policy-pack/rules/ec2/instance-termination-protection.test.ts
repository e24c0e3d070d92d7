import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("ec2/instance:Instance", { ...props }) });

fixtures("instance-termination-protection", {
  pass: { "an instance that is protected": instance({ disableApiTermination: true }) },
  fail: { "an instance that is not": instance({ disableApiTermination: false }) },
  unknown: { "an instance whose protection is computed": instance({ disableApiTermination: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["fail", instance({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a Spot instance": instance({ instanceMarketOptions: { marketType: "spot" } }),
    "an instance that leaves it to its template": instance({ launchTemplate: { id: "lt-1" } }),
  },
});
