import { fixtures } from "../../support/fixtures";
import { tokenFixtures } from "../../support/metadata-tokens";

fixtures("launch-configuration-imdsv2", tokenFixtures("ec2/launchConfiguration:LaunchConfiguration"));
