import type {
  MonitoredAppMonitor,
  MonitoredCall,
  MonitoredCanary,
  MonitoredCertificate,
  MonitoredCertificateAuthority,
  MonitoredCluster,
  MonitoredFleet,
  MonitoredLoadBalancer,
  MonitoredService,
  MonitoredTargetGroup,
  MonitoredWebAcl,
} from "./monitored-compute";
import type {
  MonitoredBucket,
  MonitoredCache,
  MonitoredDatabaseCluster,
  MonitoredDatabaseInstance,
  MonitoredTable,
} from "./monitored-data";
import type {
  MonitoredDeadLetterQueue,
  MonitoredEventBus,
  MonitoredEventRule,
  MonitoredPartner,
  MonitoredQueue,
  MonitoredScheduleGroup,
  MonitoredStateMachine,
  MonitoredTopic,
} from "./monitored-integration";
import type {
  MonitoredDnsFirewall,
  MonitoredInterfaceEndpoint,
  MonitoredKey,
  MonitoredLogGroup,
  MonitoredNatGateway,
  MonitoredVpc,
} from "./monitored-network";
import type { MonitoredRestoreTest } from "./monitored-recovery";

/** Something whose health is watched. Consumers switch over `kind`. */
export type Monitored =
  | MonitoredVpc
  | MonitoredNatGateway
  | MonitoredInterfaceEndpoint
  | MonitoredDnsFirewall
  | MonitoredLogGroup
  | MonitoredKey
  | MonitoredDatabaseCluster
  | MonitoredDatabaseInstance
  | MonitoredTable
  | MonitoredCache
  | MonitoredBucket
  | MonitoredLoadBalancer
  | MonitoredTargetGroup
  | MonitoredCertificate
  | MonitoredCertificateAuthority
  | MonitoredWebAcl
  | MonitoredCanary
  | MonitoredAppMonitor
  | MonitoredCluster
  | MonitoredService
  | MonitoredCall
  | MonitoredFleet
  | MonitoredEventBus
  | MonitoredEventRule
  | MonitoredQueue
  | MonitoredDeadLetterQueue
  | MonitoredStateMachine
  | MonitoredPartner
  | MonitoredTopic
  | MonitoredScheduleGroup
  | MonitoredRestoreTest;
