import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { unlessReplica } from "../../shapes/database-copies";
import { oneOf } from "../../shapes/property";

interface Parameters {
  readonly replicas: boolean;
}

export const control = defineControl<Parameters>({
  id: "RDS-07",
  name: "rds-instance-multi-az",
  title: "Database instances have a standby in another zone",
  why: "An instance in one zone is down for as long as the zone, or its own repair, takes.",
  fix: "Set multiAz to true on the aws.rds.Instance.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  parameters: {
    replicas: { type: "boolean", default: false, description: "Ask the same of read replicas." },
  },
  resource: (subject, { parameters }) =>
    unlessReplica(oneOf("multiAz", [true], false), parameters.replicas)(subject),
  references: {
    securityHub: ["RDS.5"],
    nist80053: ["CP-10", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    checkov: ["CKV_AWS_157"],
    cdkNag: ["AwsSolutions-RDS3", "RDSMultiAZSupport"],
    awsConfig: ["rds-multi-az-support"],
    prowler: ["rds_instance_multi_az"],
    pulumi: ["AG:rds-instance-multi-az-enabled", "PB:rds-instance-high-availability"],
  },
});
