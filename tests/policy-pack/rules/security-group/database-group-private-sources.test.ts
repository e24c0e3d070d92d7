import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => aws("ec2/securityGroup:SecurityGroup", { ...props });
const from = (...cidrBlocks: readonly string[]) => ({
  ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: [...cidrBlocks] }],
});
const database = aws("rds/instance:Instance", { vpcSecurityGroupIds: [ref("group")] });
const everywhere = { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] };

fixtures("database-group-private-sources", {
  pass: {
    "a database group that admits a private range": { group: group(from("10.0.0.0/16")), database },
    "a database group that admits a security group": {
      group: group({
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [UNKNOWN] }],
      }),
      database,
    },
  },
  fail: {
    "a database group that admits a public range": { group: group(from("52.10.20.0/24")), database },
    "a database group that lets everything out": {
      group: group({ ...from("10.0.0.0/16"), ...everywhere }),
      database,
    },
    "a database group with a separate public rule": {
      group: group({}),
      database,
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        securityGroupId: ref("group"),
        ipProtocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
        cidrIpv4: "0.0.0.0/0",
      }),
    },
    "a database group that admits a public prefix list of the stack": {
      group: group({
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, prefixListIds: [ref("list")] }],
      }),
      database,
      list: aws("ec2/managedPrefixList:ManagedPrefixList", { entries: [{ cidr: "52.10.20.0/24" }] }),
    },
  },
  unknown: { "a database group whose range is computed": { group: group(from(UNKNOWN)), database } },
  unset: { "a database group without rules": ["pass", { group: group({}), database }] },
  alias: {
    "a cache in the default group that admits the world": {
      group: { ...group(from("0.0.0.0/0")), type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
      cache: aws("elasticache/replicationGroup:ReplicationGroup", { securityGroupIds: [ref("group")] }),
    },
  },
});
