import { CACHE_CLUSTERS, isMember, REPLICATION_GROUPS } from "../../aws/caches";
import { defineControl, type Subject } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { orPrimary } from "../../shapes/global-caches";
import { oneOf } from "../../shapes/property";
import { type Judgement, notApplicable } from "../../verdict/outcome";

const isOn = oneOf("transitEncryptionEnabled", [true], false);
/** AWS requires encryption of every client unless it is told to prefer it only. */
const isRequired = oneOf("transitEncryptionMode", ["required"], "required");
/** A single node of Redis cannot encrypt; a replication group of one node can. */
const ofMemcached = forEngines(/^memcached$/, isOn);

function isEncrypted(subject: Subject): Judgement {
  if (CACHE_CLUSTERS.includes(subject.type)) {
    return isMember(subject.props) ? notApplicable("Its group decides") : ofMemcached(subject);
  }
  const on = isOn(subject);
  return on.verdict === "pass" ? isRequired(subject) : on;
}

export const control = defineControl({
  id: "EC-02",
  name: "elasticache-encrypted-in-transit",
  title: "Caches accept encrypted connections only",
  why: "The default is plain text: the data, and the password that guards it.",
  fix: "Set transitEncryptionEnabled to true, and transitEncryptionMode to required once all clients encrypt.",
  severity: "high",
  enforcement: "mandatory",
  types: [...REPLICATION_GROUPS, ...CACHE_CLUSTERS],
  ...orPrimary(isEncrypted),
  references: {
    securityHub: ["ElastiCache.5"],
    nist80053: [
      "AC-17(2)",
      "AC-4",
      "IA-5(1)",
      "SC-12(3)",
      "SC-13",
      "SC-23",
      "SC-23(3)",
      "SC-7(4)",
      "SC-8",
      "SC-8(1)",
      "SC-8(2)",
      "SI-7(6)",
    ],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_30"],
    cdkNag: ["AwsSolutions-AEC3"],
    awsConfig: ["elasticache-repl-grp-encrypted-in-transit"],
    prowler: ["elasticache_redis_cluster_in_transit_encryption_enabled"],
    trivy: ["AWS-0051"],
    pulumi: ["PB:elasticache-replicationgroup-encryption-in-transit"],
  },
});
