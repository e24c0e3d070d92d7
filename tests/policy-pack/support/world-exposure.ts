import { aws, type Fixtures, ref, UNKNOWN } from "./fixtures";

const HALVES = ["0.0.0.0/1", "128.0.0.0/1"];

/** Fixtures of a control that refuses these ports to the internet: in every type, in parts, over IPv6. */
export function worldFixtures(fromPort: number, toPort: number): Fixtures {
  const ports = { fromPort, toPort, protocol: "tcp" };
  const group = (...ingress: readonly object[]) =>
    aws("ec2/securityGroup:SecurityGroup", { ingress: [...ingress] });
  const newer = (props: object) =>
    aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      fromPort,
      toPort,
      ipProtocol: "tcp",
      ...props,
    });
  const older = (props: object) => aws("ec2/securityGroupRule:SecurityGroupRule", { ...ports, ...props });
  const [half = "", rest = ""] = HALVES;

  return {
    pass: {
      "a group that admits a private range": { group: group({ ...ports, cidrBlocks: ["10.0.0.0/8"] }) },
      "a group that admits itself": { group: group({ ...ports, self: true }) },
      "a group that admits another group that is not known yet": {
        group: group({ ...ports, securityGroups: [UNKNOWN] }),
      },
      "a group that admits half the internet": { group: group({ ...ports, cidrBlocks: [half] }) },
      "a group that opens another port": {
        group: group({ fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] }),
      },
      "a computed range on another port": {
        group: group({ fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: [UNKNOWN] }),
      },
      "a rule for traffic out": { rule: older({ type: "egress", cidrBlocks: ["0.0.0.0/0"] }) },
    },
    fail: {
      "a prefix list of the stack to which an entry of its own adds the world": {
        group: group(),
        list: aws("ec2/managedPrefixList:ManagedPrefixList", { addressFamily: "IPv4" }),
        entry: aws("ec2/managedPrefixListEntry:ManagedPrefixListEntry", {
          prefixListId: ref("list"),
          cidr: "0.0.0.0/0",
        }),
        rule: older({ type: "ingress", securityGroupId: ref("group"), prefixListIds: [ref("list")] }),
      },

      "a group that admits the world": { group: group({ ...ports, cidrBlocks: ["0.0.0.0/0"] }) },
      "a group that admits the world over IPv6": { group: group({ ...ports, ipv6CidrBlocks: ["0:0::/0"] }) },
      "a group that admits the world in two halves": { group: group({ ...ports, cidrBlocks: HALVES }) },
      "a group that admits the halves by two rules": {
        group: group({ ...ports, cidrBlocks: [half] }, { ...ports, cidrBlocks: [rest] }),
      },
      "a group that admits all protocols": {
        group: group({ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }),
      },
      "a group that admits the protocol by its number": {
        group: group({ ...ports, protocol: "6", cidrBlocks: ["0.0.0.0/0"] }),
      },
      "a group that admits the world beside a range that is computed": {
        group: group({ ...ports, cidrBlocks: ["0.0.0.0/0", UNKNOWN] }),
      },
      "halves that two separate rules admit": {
        group: group(),
        one: newer({ securityGroupId: ref("group"), cidrIpv4: half }),
        two: newer({ securityGroupId: ref("group"), cidrIpv4: rest }),
      },
      "a prefix list of the stack that holds the world": {
        group: group(),
        list: aws("ec2/managedPrefixList:ManagedPrefixList", { entries: [{ cidr: "0.0.0.0/0" }] }),
        rule: newer({ securityGroupId: ref("group"), prefixListId: ref("list") }),
      },
    },
    unknown: {
      "a group whose rules are computed": {
        group: aws("ec2/securityGroup:SecurityGroup", { ingress: UNKNOWN }),
      },
      "a group that admits a range that is computed": { group: group({ ...ports, cidrBlocks: [UNKNOWN] }) },
      "a group that admits the world on a protocol that is computed": {
        group: group({ ...ports, protocol: UNKNOWN, cidrBlocks: ["0.0.0.0/0"] }),
      },
      "a rule whose range is computed": { rule: newer({ securityGroupId: "sg-1", cidrIpv4: UNKNOWN }) },
      "a rule whose direction is computed": { rule: older({ type: UNKNOWN, cidrBlocks: ["0.0.0.0/0"] }) },
    },
    unset: { "a group without rules": ["pass", { group: aws("ec2/securityGroup:SecurityGroup") }] },
    alias: {
      "a separate rule": { rule: newer({ securityGroupId: "sg-1", cidrIpv4: "0.0.0.0/0" }) },
      "a rule of the older kind": { rule: older({ type: "ingress", cidrBlocks: ["0.0.0.0/0"] }) },
      "a default group": {
        group: {
          ...group({ ...ports, cidrBlocks: ["0.0.0.0/0"] }),
          type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        },
      },
    },
  };
}
