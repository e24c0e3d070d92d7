import { encryptionOf, encryptionSource } from "../../aws/database-encryption";
import { CLUSTERS, INSTANCES } from "../../aws/databases";
import { isSet } from "../../reading/set";
import { defineControl, type Located, located } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TYPES = [...INSTANCES, ...CLUSTERS];

function takesKeyFromSource(resource: Pick<StackResource, "type" | "props">): boolean {
  return !isSet(resource.props.at("kmsKeyId")) && encryptionSource(resource) !== undefined;
}

function judgeCopy(stack: StackIndex, copy: StackResource): Outcome {
  const { state, hasKey, place } = encryptionOf(stack, copy);
  if (hasKey === true) return pass;
  if (hasKey === undefined || state === "open") return undetermined(place);
  return fail(place, text`what the database is made from has no key of your own.`);
}

function judgeCopies(stack: StackIndex): readonly Located[] {
  return stack
    .ofTypes(TYPES)
    .filter(takesKeyFromSource)
    .map((copy) => located(copy, judgeCopy(stack, copy)));
}

export const control = defineControl({
  id: "RDS-04",
  name: "rds-customer-key",
  title: "Databases are encrypted with a key of your own",
  why: "Only a key of your own has a policy and a log of its use, can be shared across accounts, and can be withdrawn.",
  fix: "Set kmsKeyId on the aws.rds.Instance or aws.rds.Cluster to the ARN of an aws.kms.Key.",
  severity: "low",
  enforcement: "advisory",
  types: TYPES,
  resource: (subject) =>
    takesKeyFromSource(subject)
      ? notApplicable("Judged with what it is made from")
      : customerKey("kmsKeyId")(subject),
  stack: judgeCopies,
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28(1)"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV_AWS_327"],
    pulumi: [
      "CP:rds-instance-configure-customer-managed-key",
      "CP:rds-cluster-configure-customer-managed-key",
      "PB:rds-cluster-configure-customer-managed-key",
    ],
  },
});
