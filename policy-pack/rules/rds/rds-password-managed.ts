import { CLUSTERS, INSTANCES, madeFrom } from "../../aws/databases";
import { isSet } from "../../reading/set";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

interface Parameters {
  readonly writeOnly: boolean;
}

const MANAGED = "manageMasterUserPassword";

function judge({ type, props }: Subject, writeOnly: boolean): Outcome {
  const name = INSTANCES.includes(type) ? "password" : "masterPassword";
  const given = props.at(name);
  const isKept = text`${key(name)} is given by the program and kept in its state`;
  if (isSet(given)) return fail(given, text`${isKept}; required: ${key(MANAGED)}.`);
  const managed = props.at(MANAGED);
  if (managed.isUnknown) return undetermined(managed);
  const isWriteOnly = isSet(props.at(`${name}Wo`));
  if (known(managed.boolean()) === true || (isWriteOnly && writeOnly)) return pass;
  const isCopy = madeFrom(props) ?? isSet(props.at("globalClusterIdentifier"));
  if (isCopy && !isWriteOnly) return notApplicable("The password is that of what the database is made from");
  return fail(managed, text`${key(MANAGED)} is not set; required: true.`);
}

export const control = defineControl<Parameters>({
  id: "RDS-31",
  name: "rds-password-managed",
  title: "Passwords of administrators are managed by Secrets Manager",
  why: "A password that the program gives is in its state and in every log that shows it, and nobody changes it.",
  fix: "Set manageMasterUserPassword to true and remove the password.",
  severity: "high",
  enforcement: "mandatory",
  types: [...INSTANCES, ...CLUSTERS],
  parameters: {
    writeOnly: {
      type: "boolean",
      default: true,
      description: "A write-only password, which is kept in no state, will do as well.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters.writeOnly),
  references: {
    nist80053: ["IA-5", "IA-5(1)", "IA-5(7)", "SC-12"],
    wellArchitected: ["SEC02-BP03"],
    pulumi: ["PB:rds-secure-master-credentials", "PB:rds-cluster-secure-master-credentials"],
  },
});
