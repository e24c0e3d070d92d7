import { aws, fixtures } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

const configuration = (props: object) => ({
  configuration: aws("ec2/launchConfiguration:LaunchConfiguration", { ...props }),
});
const common = volumeFixtures((rootBlockDevice) =>
  aws("ec2/launchConfiguration:LaunchConfiguration", { rootBlockDevice }),
);
const good = { encrypted: true };

fixtures("launch-configuration-volumes-encrypted", {
  ...common,
  pass: {
    ...common.pass,
    "a configuration that takes a device away": configuration({
      rootBlockDevice: good,
      ebsBlockDevices: [{ deviceName: "/dev/sdb", noDevice: true }],
    }),
  },
  fail: {
    ...common.fail,
    "a configuration with a data volume that is not encrypted": configuration({
      rootBlockDevice: good,
      ebsBlockDevices: [{ deviceName: "/dev/sdb" }],
    }),
  },
  unset: { "a configuration that leaves its root volume to the image": ["fail", configuration({})] },
});
