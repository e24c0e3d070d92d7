import { fixtures } from "../../support/fixtures";
import { worldFixtures } from "../../support/world-exposure";

fixtures("security-group-no-world-high-risk-ports", worldFixtures(5432, 6379));
