import { ACCESS_TYPES } from "./access";
import { ACCOUNT_TYPES } from "./account-settings";
import { BACKUP_TYPES } from "./backups";
import { BUCKET_TYPES } from "./buckets";
import { CACHE_TYPES } from "./caches";
import { DATABASE_GROUP_TYPES } from "./database-groups";
import { DATABASE_TYPES } from "./databases";
import type { ResourceType, ResourceTypes } from "./definition";
import { CERTIFICATE_AUTHORITY_TYPES } from "./certificate-authorities";
import { CONTAINER_TYPES } from "./containers";
import { COST_TYPES } from "./costs";
import { DETECTION_TYPES } from "./detection";
import { DNS_TYPES } from "./dns";
import { DOCUMENT_RESOURCE_TYPES } from "./documents";
import { EDGE_TYPES } from "./edge";
import { ENDPOINT_TYPES } from "./endpoints";
import { EVENT_TYPES } from "./events";
import { FAILOVER_TYPES } from "./failover";
import { FIREWALL_TYPES } from "./firewalls";
import { GAME_DAY_TYPES } from "./game-days";
import { INSTANCE_TYPES } from "./instances";
import { KEY_AND_IDENTITY_TYPES } from "./keys-and-identity";
import { LOAD_BALANCING_TYPES } from "./load-balancing";
import { LOG_DELIVERY_TYPES } from "./log-delivery";
import { MESSAGING_TYPES } from "./messaging";
import { OBSERVATION_TYPES } from "./observation";
import { OPERATION_TYPES } from "./operations";
import { QUOTA_TYPES } from "./quotas";
import { RECOVERY_TYPES } from "./recovery";
import { REGION_SWITCH_TYPES } from "./region-switch";
import { ROUTING_TYPES } from "./routing";
import { SCALING_TYPES } from "./scaling";
import { SECRET_AND_TOPIC_TYPES } from "./secrets-and-topics";
import { SYSTEMS_TYPES } from "./systems";
import { TABLE_TYPES } from "./tables";
import { VPC_TYPES } from "./vpc";
import { VISIT_TYPES } from "./visits";
import { WATCHING_TYPES } from "./watching";
import { WORKFLOW_TYPES } from "./workflows";

/** Every type the simulation knows in detail. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = joined([
  VPC_TYPES,
  ROUTING_TYPES,
  FIREWALL_TYPES,
  ENDPOINT_TYPES,
  OBSERVATION_TYPES,
  DNS_TYPES,
  EDGE_TYPES,
  LOAD_BALANCING_TYPES,
  KEY_AND_IDENTITY_TYPES,
  ACCESS_TYPES,
  ACCOUNT_TYPES,
  CONTAINER_TYPES,
  DETECTION_TYPES,
  INSTANCE_TYPES,
  CERTIFICATE_AUTHORITY_TYPES,
  OPERATION_TYPES,
  DATABASE_GROUP_TYPES,
  DATABASE_TYPES,
  SCALING_TYPES,
  TABLE_TYPES,
  CACHE_TYPES,
  BUCKET_TYPES,
  SECRET_AND_TOPIC_TYPES,
  MESSAGING_TYPES,
  EVENT_TYPES,
  WORKFLOW_TYPES,
  LOG_DELIVERY_TYPES,
  BACKUP_TYPES,
  RECOVERY_TYPES,
  FAILOVER_TYPES,
  REGION_SWITCH_TYPES,
  QUOTA_TYPES,
  COST_TYPES,
  VISIT_TYPES,
  GAME_DAY_TYPES,
  WATCHING_TYPES,
  DOCUMENT_RESOURCE_TYPES,
  SYSTEMS_TYPES,
]);

function joined(tables: readonly ResourceTypes[]): ReadonlyMap<string, ResourceType> {
  const all = new Map<string, ResourceType>();
  for (const [type, row] of tables.flatMap((table) => Object.entries(table))) {
    if (all.has(type)) throw new Error(`${type} is in two tables of the simulation`);
    all.set(type, row);
  }
  return all;
}
