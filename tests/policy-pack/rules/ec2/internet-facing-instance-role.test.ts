import { aws, fixtures, type Program, ref, UNKNOWN } from "../../support/fixtures";
import { allows, attached, inline, PROFILE } from "../../support/instance-roles";

const ADMIN = attached("arn:aws:iam::aws:policy/AdministratorAccess");
const group = (block: string) =>
  aws("ec2/securityGroup:SecurityGroup", {
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [block] }],
  });
const server = (props: object): Program => ({
  ...PROFILE,
  group: group("0.0.0.0/0"),
  instance: aws("ec2/instance:Instance", {
    iamInstanceProfile: ref("profile"),
    vpcSecurityGroupIds: [ref("group")],
    associatePublicIpAddress: true,
    ...props,
  }),
});
const inSubnet = (mapPublicIpOnLaunch: unknown) => ({
  subnet: aws("ec2/subnet:Subnet", { mapPublicIpOnLaunch }),
  ...server({ subnetId: ref("subnet"), associatePublicIpAddress: null }),
});

fixtures("internet-facing-instance-role", {
  pass: {
    "a server with wide rights in a subnet that gives no addresses by default": {
      ...inSubnet(null),
      ...ADMIN,
    },
    "a public server with narrow rights": { ...server({}), ...inline(allows("s3:GetObject")) },
    "a public server with all rights on one thing": {
      ...server({}),
      ...inline(allows("*", "arn:aws:s3:::a")),
    },
    "a private server with wide rights": { ...server({ associatePublicIpAddress: false }), ...ADMIN },
    "a server with wide rights in a private subnet": { ...inSubnet(false), ...ADMIN },
    "a public server with wide rights behind a closed group": {
      ...server({}),
      ...ADMIN,
      group: group("10.0.0.0/8"),
    },
    "a public server with wide rights in the default group": {
      ...server({ vpcSecurityGroupIds: null }),
      ...ADMIN,
    },
  },
  fail: {
    "the same with an address that is joined to it": {
      ...server({ associatePublicIpAddress: false }),
      ...ADMIN,
      eip: aws("ec2/eipAssociation:EipAssociation", { instanceId: ref("instance") }),
    },
    "a public server with AWS's policy for administrators": { ...server({}), ...ADMIN },
    "a public server that may do everything": { ...server({}), ...inline(allows("*")) },
    "a public server that may change who may do what": {
      ...server({}),
      ...inline(allows(["iam:*", "s3:*"])),
    },
    "the same in a public subnet": { ...inSubnet(true), ...ADMIN },
    "the same with an address of its own": {
      ...server({ associatePublicIpAddress: false }),
      ...ADMIN,
      eip: aws("ec2/eip:Eip", { instance: ref("instance") }),
    },
    "the same behind a group that a separate rule opens": {
      ...server({}),
      ...ADMIN,
      group: aws("ec2/securityGroup:SecurityGroup"),
      rule: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
        securityGroupId: ref("group"),
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "-1",
      }),
    },
  },
  unknown: {
    "a server with wide rights in a subnet of another stack": {
      ...server({ associatePublicIpAddress: null, subnetId: "subnet-1" }),
      ...ADMIN,
    },
    "a public server with wide rights in a group of EC2 Classic": {
      ...server({ vpcSecurityGroupIds: null, securityGroups: ["web"] }),
      ...ADMIN,
    },
    "a public server with wide rights behind a closed group and one whose range is computed": {
      ...server({ vpcSecurityGroupIds: [ref("group"), ref("second")] }),
      ...ADMIN,
      group: group("10.0.0.0/8"),
      second: group(UNKNOWN),
    },
    "a server with wide rights in a computed subnet": { ...inSubnet(UNKNOWN), ...ADMIN },
    "a public server with a computed policy": { ...server({}), ...inline(UNKNOWN) },
    "a public server with wide rights behind a group of another stack": {
      ...server({ vpcSecurityGroupIds: ["sg-1"] }),
      ...ADMIN,
    },
    "a public server with wide rights behind a closed group and one of another stack": {
      ...server({ vpcSecurityGroupIds: [ref("group"), "sg-1"] }),
      ...ADMIN,
      group: group("10.0.0.0/8"),
    },
    "a public server with a profile of another stack": server({ iamInstanceProfile: "web" }),
  },
  unset: { "a public server whose role has no policy": ["pass", server({})] },
  alias: { none: "one token" },
  notApplicable: { "a public server without a profile": server({ iamInstanceProfile: null }) },
});
