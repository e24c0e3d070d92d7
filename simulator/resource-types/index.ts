import { ACCOUNT_TYPES } from "./account-settings";
import type { ResourceType } from "./definition";
import { DNS_TYPES } from "./dns";
import { ENDPOINT_TYPES } from "./endpoints";
import { EVENT_TYPES } from "./events";
import { FIREWALL_TYPES } from "./firewalls";
import { KEY_AND_IDENTITY_TYPES } from "./keys-and-identity";
import { LOG_DELIVERY_TYPES } from "./log-delivery";
import { MESSAGING_TYPES } from "./messaging";
import { OBSERVATION_TYPES } from "./observation";
import { ROUTING_TYPES } from "./routing";
import { VPC_TYPES } from "./vpc";
import { WORKFLOW_TYPES } from "./workflows";

/** Every type the simulation knows in detail. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  [
    VPC_TYPES,
    ROUTING_TYPES,
    FIREWALL_TYPES,
    ENDPOINT_TYPES,
    OBSERVATION_TYPES,
    DNS_TYPES,
    KEY_AND_IDENTITY_TYPES,
    ACCOUNT_TYPES,
    MESSAGING_TYPES,
    EVENT_TYPES,
    WORKFLOW_TYPES,
    LOG_DELIVERY_TYPES,
  ].flatMap((types) => Object.entries(types)),
);
