import type { Autoname } from "./definition";

const lower = (name: string): string => name.toLowerCase();
const fifo =
  (flag: string): NonNullable<Autoname["transform"]> =>
  (name, inputs) =>
    inputs[flag] === true ? `${name}.fifo` : name;

/**
 * Names that `pulumi-aws` makes otherwise than by its rule for `name`, for types without an entry of their own.
 * Source: the provider's resource overrides, version 7.
 */
export const AUTONAMES: Readonly<Record<string, Autoname | "none">> = {
  "aws:ec2/keyPair:KeyPair": { property: "keyName", maxLength: 255 },
  "aws:efs/fileSystem:FileSystem": { property: "creationToken", maxLength: 255 },
  "aws:eks/nodeGroup:NodeGroup": { property: "nodeGroupName", maxLength: 255 },
  "aws:elasticache/cluster:Cluster": { property: "clusterId", maxLength: 50, transform: lower },
  "aws:lambda/function:Function": { property: "name", maxLength: 64 },
  "aws:lambda/permission:Permission": { property: "statementId", maxLength: 100 },
  "aws:lb/loadBalancer:LoadBalancer": { property: "name", maxLength: 32 },
  "aws:lb/targetGroup:TargetGroup": { property: "name", maxLength: 32 },
  "aws:mq/broker:Broker": { property: "brokerName", maxLength: 55 },
  "aws:opensearch/domain:Domain": { property: "domainName", maxLength: 255 },
  "aws:route53/record:Record": "none",
  "aws:sqs/queue:Queue": { property: "name", maxLength: 80, transform: fifo("fifoQueue") },
  "aws:sns/topic:Topic": { property: "name", maxLength: 80, transform: fifo("fifoTopic") },
};
