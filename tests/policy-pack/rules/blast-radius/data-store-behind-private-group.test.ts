import { aws, fixtures, type Program, ref } from "../../support/fixtures";

const group = (props: object = {}) => aws("ec2/securityGroup:SecurityGroup", { ...props });
const world = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
const admits = (target: string, source: string) =>
  aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
    securityGroupId: ref(target),
    referencedSecurityGroupId: ref(source),
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
  });
const database = aws("rds/instance:Instance", { vpcSecurityGroupIds: [ref("data")] });
const tiers: Program = { edge: group({ ingress: [world] }), app: group(), data: group(), database };

fixtures("data-store-behind-private-group", {
  pass: {
    "a database behind what is behind a balancer": {
      ...tiers,
      inner: admits("app", "edge"),
      innermost: admits("data", "app"),
    },
    "a database that admits itself": { ...tiers, itself: admits("data", "data") },
  },
  fail: {
    "a database that admits what the internet reaches": { ...tiers, short: admits("data", "edge") },
    "a database that admits one of two that the internet reaches": {
      ...tiers,
      other: group({ ingress: [world] }),
      short: admits("data", "edge"),
    },
    "a cache that admits it inline": {
      edge: group({ ingress: [world] }),
      data: group({
        ingress: [{ protocol: "tcp", fromPort: 6379, toPort: 6379, securityGroups: [ref("edge")] }],
      }),
      cache: aws("elasticache/replicationGroup:ReplicationGroup", { securityGroupIds: [ref("data")] }),
    },
  },
  unknown: { none: "what is not known to be open is no finding of this control" },
  unset: { "a group without rules": ["pass", { data: group(), database }] },
  alias: {
    "a default group that admits it by the former rule": {
      edge: group({ ingress: [world] }),
      data: aws("ec2/defaultSecurityGroup:DefaultSecurityGroup"),
      rule: aws("ec2/securityGroupRule:SecurityGroupRule", {
        ...{ type: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432 },
        ...{ securityGroupId: ref("data"), sourceSecurityGroupId: ref("edge") },
      }),
      database,
    },
  },
  otherTypes: {
    "a group that guards no data": {
      edge: group({ ingress: [world] }),
      app: group(),
      rule: admits("app", "edge"),
    },
  },
});
