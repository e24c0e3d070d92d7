import { aws, fixtures } from "../../support/fixtures";
import { tokenFixtures } from "../../support/metadata-tokens";

const template = { launchTemplate: { id: "lt-1" } };

fixtures("instance-imdsv2", {
  ...tokenFixtures("ec2/instance:Instance"),
  notApplicable: {
    "an instance that leaves it to its template": { instance: aws("ec2/instance:Instance", template) },
  },
});
