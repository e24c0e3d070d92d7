import { SECRETS } from "../../aws/secrets";
import { defineControl } from "../../registry/control";
import { described } from "../../shapes/description";
import { all, within } from "../../shapes/property";

/** What AWS waits before it deletes a secret where nothing is said; zero deletes at once. */
const AWS_DAYS = 30;

export const control = defineControl({
  id: "SM-06",
  name: "secret-described-and-recoverable",
  title: "Secrets say what they are for, and can be brought back",
  why: "A secret that was deleted by mistake takes down whatever reads it.",
  fix: "Set description; leave recoveryWindowInDays out or set it to at least 7.",
  severity: "low",
  enforcement: "advisory",
  types: SECRETS,
  resource: all(described, within("recoveryWindowInDays", { least: 7 }, AWS_DAYS)),
  references: {
    nist80053: ["CM-8", "CP-9"],
    wellArchitected: ["SEC02-BP03"],
    pulumi: ["CP:secretsmanager-secret-missing-description"],
  },
});
