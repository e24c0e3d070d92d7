import type { Monitored } from "../core/monitored";
import type { AlarmEntry, Kind, Of } from "./alarm-entry";
import { callAlarms } from "./call-alarms";
import { certificateAuthorityAlarms } from "./certificate-authority-alarms";
import { databaseClusterAlarms } from "./database-cluster-alarms";
import { databaseInstanceAlarms } from "./database-instance-alarms";
import { certificateAlarms, loadBalancerAlarms, targetGroupAlarms, webAclAlarms } from "./front-door-alarms";
import {
  deadLetterQueueAlarms,
  eventBusAlarms,
  eventRuleAlarms,
  partnerAlarms,
  queueAlarms,
  stateMachineAlarms,
} from "./integration-alarms";
import { fleetAlarms } from "./fleet-alarms";
import { databaseLowUse, fleetLowUse, serviceLowUse } from "./low-use-alarms";
import {
  dnsFirewallAlarms,
  interfaceEndpointAlarms,
  logGroupAlarms,
  natGatewayAlarms,
  vpcAlarms,
} from "./network-alarms";
import { restoreTestAlarms } from "./recovery-alarms";
import { scheduleGroupAlarms } from "./schedule-alarms";
import { serviceAlarms } from "./service-alarms";
import { bucketAlarms, cacheAlarms, tableAlarms } from "./store-alarms";
import { topicAlarms } from "./topic-alarms";
import { appMonitorAlarms, canaryAlarms } from "./visitor-alarms";

/**
 * Everything that can go wrong and that a metric tells, by kind. Two kinds have no metric: a key and a cluster are watched
 * by the events that AWS tells of them (`event-alerts.ts`).
 */
export const alarmCatalogue: { readonly [K in Kind]: readonly AlarmEntry<Of<K>>[] } = {
  vpc: vpcAlarms,
  "nat-gateway": natGatewayAlarms,
  "interface-endpoint": interfaceEndpointAlarms,
  "dns-firewall": dnsFirewallAlarms,
  "log-group": logGroupAlarms,
  key: [],
  "database-cluster": databaseClusterAlarms,
  "database-instance": [...databaseInstanceAlarms, databaseLowUse],
  table: tableAlarms,
  cache: cacheAlarms,
  bucket: bucketAlarms,
  "load-balancer": loadBalancerAlarms,
  "target-group": targetGroupAlarms,
  certificate: certificateAlarms,
  "certificate-authority": certificateAuthorityAlarms,
  "web-acl": webAclAlarms,
  canary: canaryAlarms,
  "app-monitor": appMonitorAlarms,
  cluster: [],
  service: [...serviceAlarms, serviceLowUse],
  call: callAlarms,
  fleet: [...fleetAlarms, fleetLowUse],
  "event-bus": eventBusAlarms,
  "event-rule": eventRuleAlarms,
  queue: queueAlarms,
  "dead-letter-queue": deadLetterQueueAlarms,
  "state-machine": stateMachineAlarms,
  partner: partnerAlarms,
  topic: topicAlarms,
  "schedule-group": scheduleGroupAlarms,
  "restore-test": restoreTestAlarms,
};

/** Entries of the catalogue that apply to a thing. */
export function entriesOf(thing: Monitored): readonly AlarmEntry<Monitored>[] {
  // The entries under a thing's kind are made for things of that kind; the type of the lookup forgets which.
  const entries: readonly AlarmEntry<Monitored>[] = alarmCatalogue[thing.kind];
  return entries.filter((entry) => entry.applies?.(thing) ?? true);
}
