import { aws, fixtures } from "../../support/fixtures";
import { volumeFixtures } from "../../support/volumes-encrypted";

fixtures(
  "ebs-volume-encrypted",
  volumeFixtures((volume) => aws("ebs/volume:Volume", { availabilityZone: "eu-west-1a", ...volume })),
);
