import { fixtures } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-ssh", worldFixtures(22, 22));
