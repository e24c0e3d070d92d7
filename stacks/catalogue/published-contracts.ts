import type { ContractLock } from "../../infra/integration/settings";
import * as lock from "../contracts.lock.json";

/** Contracts of events as they were published, from the committed lock file. */
// TypeScript reads JSON's words as plain texts; the tool that writes the file has checked them.
export const publishedContracts = { events: lock.events } as ContractLock;
