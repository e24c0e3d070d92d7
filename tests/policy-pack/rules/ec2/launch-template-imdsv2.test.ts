import { fixtures } from "../../support/fixtures";
import { tokenFixtures } from "../../support/metadata-tokens";

fixtures("launch-template-imdsv2", tokenFixtures("ec2/launchTemplate:LaunchTemplate"));
