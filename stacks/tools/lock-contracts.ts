import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { lockContracts } from "../../infra/integration/settings";
import { catalogue } from "../catalogue";
import { publishedContracts } from "../catalogue/published-contracts";

// Adds what the catalogue publishes to the committed lock; a breaking change without a new version is refused.
const lock = lockContracts(catalogue.events, publishedContracts);
writeFileSync(join(__dirname, "..", "contracts.lock.json"), `${JSON.stringify(lock, undefined, 2)}\n`);
