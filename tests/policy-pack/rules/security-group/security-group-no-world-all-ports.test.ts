import { fixtures } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-all-ports", worldFixtures(0, 65535));
