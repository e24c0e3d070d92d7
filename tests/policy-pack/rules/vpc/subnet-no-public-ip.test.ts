import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const subnet = (props: object) => ({ subnet: aws("ec2/subnet:Subnet", { ...props }) });

fixtures("subnet-no-public-ip", {
  pass: { "a subnet that gives private addresses only": subnet({ mapPublicIpOnLaunch: false }) },
  fail: {
    "a subnet that gives public addresses": subnet({ mapPublicIpOnLaunch: true }),
    "a subnet that gives IPv6 addresses": subnet({ assignIpv6AddressOnCreation: true }),
  },
  unknown: { "a subnet whose setting is computed": subnet({ mapPublicIpOnLaunch: UNKNOWN }) },
  unset: { "a subnet that leaves it out": ["pass", subnet({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a subnet that is declared public": subnet({ mapPublicIpOnLaunch: true, tags: { SubnetType: "Public" } }),
  },
});
