import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

const template = (blockDeviceMappings: unknown) =>
  aws("ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings });
const common = volumeFixtures((ebs) => template([{ deviceName: "/dev/xvda", ebs }]));

fixtures("launch-template-volumes-encrypted", {
  ...common,
  fail: {
    ...common.fail,
    "a template whose second volume is not encrypted": {
      template: template([{ ebs: { encrypted: "true" } }, { ebs: { encrypted: "false" } }]),
    },
  },
  unknown: { ...common.unknown, "a template whose volumes are computed": { template: template(UNKNOWN) } },
  unset: {
    "a template that leaves its volumes to the image": [
      "fail",
      { template: aws("ec2/launchTemplate:LaunchTemplate") },
    ],
  },
  notApplicable: {
    "a template with an instance store only": {
      template: template([{ deviceName: "/dev/sdb", virtualName: "ephemeral0" }]),
    },
  },
});
