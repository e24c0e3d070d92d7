import { physicalName } from "./names";
import type { RunbookWord } from "./runbook-words";
import type { Scope } from "./scope";

/** Name of the document of a runbook in an environment: operations makes it, and who may start it is said by name. */
export function runbookDocumentName(scope: Scope, id: RunbookWord): string {
  return physicalName("ssm-document", scope, id);
}

/** Name of the role in which that document acts. */
export function runbookRoleName(scope: Scope, id: RunbookWord): string {
  return physicalName("iam-role", scope, `runbook-${id}-${scope.region}`);
}
