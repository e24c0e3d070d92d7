import { REPLICATION_GROUPS, SERVERLESS_CACHES } from "../../aws/caches";
import { isSet } from "../../reading/set";
import { defineControl, type Subject } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { orPrimary } from "../../shapes/global-caches";
import { present } from "../../shapes/property";
import { fail, type Judgement, type Outcome, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function groupAsks({ props }: Subject): Outcome {
  const asks = ["authToken", "authTokenWo", "userGroupIds"].some((name) => isSet(props.at(name)));
  return asks ? pass : fail("userGroupIds", text`neither "userGroupIds" nor a token is set.`);
}

/** Memcached knows no users. */
const serverlessAsks = forEngines(/^(redis|valkey)$/, present("userGroupId"));

function asks(subject: Subject): Judgement {
  return SERVERLESS_CACHES.includes(subject.type) ? serverlessAsks(subject) : groupAsks(subject);
}

export const control = defineControl({
  id: "EC-03",
  name: "elasticache-authenticated",
  title: "Caches ask who is there, by users or by a token",
  why: "Without either, whoever reaches the port reads, writes and empties the cache.",
  fix: "Set userGroupIds to an aws.elasticache.UserGroup, or authTokenWo.",
  severity: "medium",
  enforcement: "advisory",
  types: [...REPLICATION_GROUPS, ...SERVERLESS_CACHES],
  ...orPrimary(asks),
  references: {
    securityHub: ["ElastiCache.6"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-6", "IA-5"],
    wellArchitected: ["SEC02-BP01", "SEC09-BP03"],
    checkov: ["CKV_AWS_31"],
    cdkNag: ["AwsSolutions-AEC6"],
    awsConfig: ["elasticache-repl-grp-redis-auth-enabled", "elasticache-rbac-auth-enabled"],
    prowler: ["elasticache_redis_replication_group_auth_enabled"],
  },
});
