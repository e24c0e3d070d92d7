import { managedPasswordApis } from "../api-rights";
import type { Runbook } from "../runbook";
import { api, approve, call, choose, insist, pause, textOutput, unlessDryRun, wait } from "../step";
import { database, databaseKind, moment, newDatabase, reviewed } from "./parameters";
import { restoreCluster, restoreInstance } from "./scripts";

const kindVariable = "{{ Kind }}";
const source = { Kind: databaseKind, Database: database };
const theCluster = { DBClusterIdentifier: "{{ Database }}" };
const theInstance = { DBInstanceIdentifier: "{{ Database }}" };
const newCluster = { DBClusterIdentifier: "{{ NewDatabase }}" };
const newInstance = { DBInstanceIdentifier: "{{ NewDatabase }}" };

const clusterStatus = "$.DBClusters[0].Status";
const instanceStatus = "$.DBInstances[0].DBInstanceStatus";
const clusterSecret = "$.DBClusters[0].MasterUserSecret.SecretStatus";
const instanceSecret = "$.DBInstances[0].MasterUserSecret.SecretStatus";
const hour = 3600;

const byKind = (name: string, says: string, cluster: string, instance: string) =>
  choose(name, says, kindVariable, { when: { cluster }, otherwise: instance });

/** Runbooks of databases. */
export const databaseRunbooks: readonly Runbook[] = [
  {
    id: "rotate-database-credential",
    title: "Rotate a database's credential",
    purpose:
      "Give a database's owner a new password at once, because the old one may be known or its rotation failed",
    ...{ runner: "data-owner", escalation: "security", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: source,
    steps: [
      byKind("whichKind", "Look at a cluster or an instance", "checkCluster", "checkInstance"),
      insist(
        "checkCluster",
        "Make sure that Secrets Manager manages the password",
        "rds.DescribeDBClusters",
        {
          ...{ inputs: theCluster, selector: clusterSecret, wanted: ["active", "impaired"] },
          next: "whetherToAct",
        },
      ),
      insist(
        "checkInstance",
        "Make sure that Secrets Manager manages the password",
        "rds.DescribeDBInstances",
        {
          ...{ inputs: theInstance, selector: instanceSecret, wanted: ["active", "impaired"] },
        },
      ),
      ...unlessDryRun("whichToRotate"),
      byKind("whichToRotate", "Rotate a cluster's or an instance's", "rotateCluster", "rotateInstance"),
      call("rotateCluster", "Rotate the password", "rds.ModifyDBCluster", {
        inputs: { ...theCluster, RotateMasterUserPassword: true, ApplyImmediately: true },
        also: managedPasswordApis,
      }),
      wait("waitForCluster", "Wait until the new password is in force", "rds.DescribeDBClusters", {
        ...{ inputs: theCluster, selector: clusterSecret, wanted: ["active"], seconds: hour },
        end: true,
      }),
      call("rotateInstance", "Rotate the password", "rds.ModifyDBInstance", {
        inputs: { ...theInstance, RotateMasterUserPassword: true, ApplyImmediately: true },
        also: managedPasswordApis,
      }),
      wait("waitForInstance", "Wait until the new password is in force", "rds.DescribeDBInstances", {
        ...{ inputs: theInstance, selector: instanceSecret, wanted: ["active"], seconds: hour },
      }),
    ],
    expected: "The secret holds a new password, and the old one is refused",
    lastChanged: reviewed,
  },
  {
    id: "restore-database",
    title: "Restore a database to a point in time",
    purpose:
      "Make a database beside the damaged one as it was at a moment, with a password that Secrets Manager manages again",
    ...{ runner: "data-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [
      { kind: "alarm" },
      { kind: "occasion", when: "Data was destroyed or falsified, and the moment before is known" },
    ],
    parameters: {
      ...source,
      NewDatabase: newDatabase,
      Moment: {
        type: "String",
        says: "Moment in UTC, such as 2026-11-26T08:30:00Z, or latest",
        default: "latest",
        pattern: `^latest$|${moment}`,
      },
    },
    steps: [
      byKind("whichKind", "Look at a cluster or an instance", "lookAtCluster", "lookAtInstance"),
      call("lookAtCluster", "See how far back and how near one can go", "rds.DescribeDBClusters", {
        inputs: theCluster,
        outputs: [
          textOutput("Earliest", "$.DBClusters[0].EarliestRestorableTime"),
          textOutput("Latest", "$.DBClusters[0].LatestRestorableTime"),
        ],
        next: "whetherToAct",
      }),
      call("lookAtInstance", "See how near to now one can go", "rds.DescribeDBInstances", {
        inputs: theInstance,
        outputs: [textOutput("Latest", "$.DBInstances[0].LatestRestorableTime")],
      }),
      ...unlessDryRun("approve"),
      approve("Data of an earlier moment is made readable in another database"),
      byKind("whichToRestore", "Restore a cluster or an instance", "restoreCluster", "restoreInstance"),
      {
        kind: "script",
        name: "restoreCluster",
        says: "Begin the restore beside the source, with its network, parameters and key",
        source: restoreCluster,
        inputs: { source: "{{ Database }}", target: "{{ NewDatabase }}", moment: "{{ Moment }}" },
        outputs: [
          textOutput("Engine", "$.Payload.Engine"),
          textOutput("InstanceClass", "$.Payload.InstanceClass"),
          textOutput("SecretKey", "$.Payload.SecretKey"),
        ],
        calls: ["rds.DescribeDBClusters", "rds.DescribeDBInstances", "rds.RestoreDBClusterToPointInTime"].map(
          api,
        ),
      },
      wait("waitForCluster", "Wait until the cluster is restored", "rds.DescribeDBClusters", {
        ...{ inputs: newCluster, selector: clusterStatus, wanted: ["available"], seconds: 6 * hour },
      }),
      call("addWriter", "Give it an instance", "rds.CreateDBInstance", {
        inputs: {
          DBInstanceIdentifier: "{{ NewDatabase }}-writer",
          DBClusterIdentifier: "{{ NewDatabase }}",
          Engine: "{{ restoreCluster.Engine }}",
          DBInstanceClass: "{{ restoreCluster.InstanceClass }}",
          PubliclyAccessible: false,
        },
      }),
      wait("waitForWriter", "Wait until it answers", "rds.DescribeDBInstances", {
        inputs: { DBInstanceIdentifier: "{{ NewDatabase }}-writer" },
        ...{ selector: instanceStatus, wanted: ["available"], seconds: hour },
      }),
      call(
        "manageClusterPassword",
        "Have Secrets Manager manage the password again: a restore forgets it",
        "rds.ModifyDBCluster",
        {
          inputs: {
            ...newCluster,
            ManageMasterUserPassword: true,
            MasterUserSecretKmsKeyId: "{{ restoreCluster.SecretKey }}",
            ApplyImmediately: true,
          },
          also: managedPasswordApis,
        },
      ),
      wait("waitForClusterPassword", "Wait until the password is managed", "rds.DescribeDBClusters", {
        ...{ inputs: newCluster, selector: clusterSecret, wanted: ["active"], seconds: hour },
        end: true,
      }),
      {
        kind: "script",
        name: "restoreInstance",
        says: "Begin the restore beside the source, with its network, parameters and key",
        source: restoreInstance,
        inputs: { source: "{{ Database }}", target: "{{ NewDatabase }}", moment: "{{ Moment }}" },
        outputs: [textOutput("SecretKey", "$.Payload.SecretKey")],
        calls: ["rds.DescribeDBInstances", "rds.RestoreDBInstanceToPointInTime"].map(api),
      },
      wait("waitForInstance", "Wait until the instance is restored", "rds.DescribeDBInstances", {
        ...{ inputs: newInstance, selector: instanceStatus, wanted: ["available"], seconds: 6 * hour },
      }),
      call(
        "manageInstancePassword",
        "Have Secrets Manager manage the password again: a restore forgets it",
        "rds.ModifyDBInstance",
        {
          inputs: {
            ...newInstance,
            ManageMasterUserPassword: true,
            MasterUserSecretKmsKeyId: "{{ restoreInstance.SecretKey }}",
            ApplyImmediately: true,
          },
          also: managedPasswordApis,
        },
      ),
      wait("waitForInstancePassword", "Wait until the password is managed", "rds.DescribeDBInstances", {
        ...{ inputs: newInstance, selector: instanceSecret, wanted: ["active"], seconds: hour },
      }),
    ],
    expected:
      "A database of that moment answers under the new identifier, encrypted, not public, protected, with a managed password; services use it once the program says so",
    lastChanged: reviewed,
  },
  {
    id: "fail-over-database",
    title: "Fail a database over",
    purpose: "Have the standby or a reader in another zone take over from a database that is unwell",
    ...{ runner: "on-call", escalation: "data-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: source,
    steps: [
      byKind("whichKind", "Look at a cluster or an instance", "checkCluster", "checkInstance"),
      insist("checkCluster", "Make sure that more than one zone holds it", "rds.DescribeDBClusters", {
        ...{ inputs: theCluster, selector: "$.DBClusters[0].MultiAZ", wanted: ["true", "True"] },
        next: "whetherToAct",
      }),
      insist("checkInstance", "Make sure that a standby waits", "rds.DescribeDBInstances", {
        ...{ inputs: theInstance, selector: "$.DBInstances[0].MultiAZ", wanted: ["true", "True"] },
      }),
      ...unlessDryRun("approve"),
      approve("Connections to the database break for about a minute"),
      byKind("whichToFailOver", "Fail a cluster or an instance over", "failOverCluster", "failOverInstance"),
      call("failOverCluster", "Make a reader the writer", "rds.FailoverDBCluster", { inputs: theCluster }),
      pause("settleCluster", "Give the change time to show", 60),
      wait("waitForCluster", "Wait until the cluster is available", "rds.DescribeDBClusters", {
        ...{ inputs: theCluster, selector: clusterStatus, wanted: ["available"], seconds: hour },
        end: true,
      }),
      call("failOverInstance", "Make the standby take over", "rds.RebootDBInstance", {
        inputs: { ...theInstance, ForceFailover: true },
      }),
      pause("settleInstance", "Give the change time to show", 60),
      wait("waitForInstance", "Wait until the instance is available", "rds.DescribeDBInstances", {
        ...{ inputs: theInstance, selector: instanceStatus, wanted: ["available"], seconds: hour },
      }),
    ],
    expected: "The database answers from another zone under the same address",
    lastChanged: reviewed,
  },
  {
    id: "extend-storage",
    title: "Extend a database's storage",
    purpose: "Give a database instance more storage, and more room to grow, before it is full",
    ...{ runner: "data-owner", escalation: "platform-owner", safe: false, dryRun: true },
    triggers: [{ kind: "alarm" }],
    parameters: {
      Database: database,
      StorageGib: { type: "Integer", says: "Storage from now on, in GiB, at least a tenth more than now" },
      MaximumGib: {
        type: "Integer",
        says: "Storage that scaling may reach, in GiB, at least a quarter more than that",
      },
    },
    steps: [
      insist("checkInstance", "Make sure that the database is available", "rds.DescribeDBInstances", {
        ...{ inputs: theInstance, selector: instanceStatus, wanted: ["available", "storage-full"] },
      }),
      call("lookAtStorage", "See how much it has", "rds.DescribeDBInstances", {
        inputs: theInstance,
        outputs: [{ name: "Gib", selector: "$.DBInstances[0].AllocatedStorage", type: "Integer" }],
      }),
      ...unlessDryRun("approve"),
      approve("Storage grows for good: it can never shrink, and cannot grow again for six hours"),
      call("extend", "Extend the storage", "rds.ModifyDBInstance", {
        inputs: {
          ...theInstance,
          AllocatedStorage: "{{ StorageGib }}",
          MaxAllocatedStorage: "{{ MaximumGib }}",
          ApplyImmediately: true,
        },
      }),
      pause("settle", "Give the change time to show", 60),
      wait("waitForStorage", "Wait until the storage is there", "rds.DescribeDBInstances", {
        inputs: theInstance,
        ...{ selector: instanceStatus, wanted: ["available", "storage-optimization"], seconds: 6 * hour },
      }),
    ],
    expected:
      "The database has the storage asked for; the size table says the same, or the next deployment is refused",
    lastChanged: reviewed,
  },
];
