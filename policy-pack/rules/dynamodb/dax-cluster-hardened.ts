import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { all, oneOf, within } from "../../shapes/property";
import { fail, type Outcome, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly leastNodes: number;
}

/** Zones that are named: without any, DAX spreads the nodes over those of the subnet group. */
function spansZones({ props }: Subject): Outcome {
  const place = props.at("availabilityZones");
  if (place.isAbsent || place.firstUnknown() !== undefined) return pass;
  const zones = new Set(place.items().flatMap((zone) => known(zone.string()) ?? []));
  return zones.size > 1
    ? pass
    : fail(place, text`the nodes are in ${zones.size} zones; required: at least 2.`);
}

export const control = defineControl<Parameters>({
  id: "DAX-01",
  name: "dax-cluster-hardened",
  title: "DAX clusters are encrypted at rest and in transit, and have nodes in several zones",
  why: "A cache holds the same data as the table; the defaults encrypt nothing, and a single node is gone with its zone.",
  fix: "Set serverSideEncryption.enabled, clusterEndpointEncryptionType to TLS and a replicationFactor of two or more.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("dax/cluster:Cluster"),
  parameters: {
    leastNodes: { type: "integer", minimum: 1, maximum: 11, default: 2, description: "Fewest nodes." },
  },
  resource: (subject, { parameters }) =>
    all(
      oneOf("serverSideEncryption.enabled", [true], false),
      oneOf("clusterEndpointEncryptionType", ["TLS"], "NONE"),
      within("replicationFactor", { least: parameters.leastNodes }),
      ...(parameters.leastNodes > 1 ? [spansZones] : []),
    )(subject),
  references: {
    securityHub: ["DynamoDB.3", "DynamoDB.7"],
    nist80053: ["AC-17", "CA-9(1)", "CM-3(6)", "SC-13", "SC-23", "SC-28", "SC-28(1)", "SC-8", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02", "SEC09-BP02", "REL10-BP01"],
    checkov: ["CKV_AWS_47", "CKV_AWS_239"],
    cdkNag: ["AwsSolutions-DDB4"],
    awsConfig: ["dax-encryption-enabled", "dax-tls-endpoint-encryption"],
    prowler: [
      "dynamodb_accelerator_cluster_encryption_enabled",
      "dynamodb_accelerator_cluster_in_transit_encryption_enabled",
      "dynamodb_accelerator_cluster_multi_az",
    ],
    trivy: ["AWS-0023"],
    pulumi: ["PB:dax-cluster-encryption-at-rest", "PB:dax-cluster-endpoint-encryption"],
  },
});
