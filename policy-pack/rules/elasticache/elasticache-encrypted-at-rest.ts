import { REPLICATION_GROUPS } from "../../aws/caches";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { orPrimary } from "../../shapes/global-caches";
import { oneOf } from "../../shapes/property";
import { type Outcome, undetermined } from "../../verdict/outcome";

/** Left out, Valkey encrypts and Redis, which is the engine where none is set, does not. */
function isEncrypted(subject: Subject): Outcome {
  const engine = subject.props.at("engine");
  const isLeft = subject.props.at("atRestEncryptionEnabled").isAbsent;
  if (isLeft && engine.isUnknown) return undetermined(engine);
  return oneOf("atRestEncryptionEnabled", [true], known(engine.string()) === "valkey")(subject);
}

export const control = defineControl({
  id: "EC-01",
  name: "elasticache-encrypted-at-rest",
  title: "Replication groups are encrypted at rest",
  why: "A cache writes its data to disk when it replicates and when it is backed up.",
  fix: "Set atRestEncryptionEnabled to true on the aws.elasticache.ReplicationGroup.",
  severity: "high",
  enforcement: "mandatory",
  types: REPLICATION_GROUPS,
  ...orPrimary(isEncrypted),
  references: {
    securityHub: ["ElastiCache.4"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_29"],
    cdkNag: ["AwsSolutions-AEC3"],
    awsConfig: ["elasticache-repl-grp-encrypted-at-rest"],
    prowler: ["elasticache_redis_cluster_rest_encryption_enabled"],
    trivy: ["AWS-0045"],
    pulumi: ["PB:elasticache-replicationgroup-encryption-at-rest"],
  },
});
