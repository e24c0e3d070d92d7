import { fixtures } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-rdp", worldFixtures(3389, 3389));
