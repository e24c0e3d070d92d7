import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

const fleet = (launchSpecifications: unknown) =>
  aws("ec2/spotFleetRequest:SpotFleetRequest", { launchSpecifications });
const common = volumeFixtures((volume) => fleet([{ ebsBlockDevices: [volume] }]));

fixtures("spot-fleet-volumes-encrypted", {
  ...common,
  fail: {
    ...common.fail,
    "a fleet whose second specification has a root volume that is not": {
      fleet: fleet([
        { rootBlockDevices: [{ encrypted: true }] },
        { rootBlockDevices: [{ encrypted: false }] },
      ]),
    },
  },
  unknown: { ...common.unknown, "a fleet whose specifications are computed": { fleet: fleet(UNKNOWN) } },
  notApplicable: {
    "a fleet of launch templates": {
      fleet: aws("ec2/spotFleetRequest:SpotFleetRequest", { launchTemplateConfigs: [{}] }),
    },
  },
});
