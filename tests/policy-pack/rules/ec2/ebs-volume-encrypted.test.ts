import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

fixtures(
  "ebs-volume-encrypted",
  volumeFixtures((volume) => aws("ebs/volume:Volume", { availabilityZone: "eu-west-1a", ...volume })),
);

describe("in an account that encrypts by default", () => {
  const volume = (props: object) => ({ volume: aws("ebs/volume:Volume", { ...props }) });

  fixtures("ebs-volume-encrypted", {
    pass: {
      "a volume that leaves it out": volume({}),
      "a volume of a snapshot": volume({ snapshotId: "s" }),
    },
    fail: { "a volume that is said not to be": volume({ encrypted: false }) },
    unknown: { "a volume whose encryption is computed": volume({ encrypted: UNKNOWN }) },
    unset: { none: "it passes" },
    alias: { none: "one token" },
    settings: { properties: { accountDefault: true } },
  });
});
