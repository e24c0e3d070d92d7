import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const server = (props: object = {}) => ({ server: aws("ec2/instance:Instance", { ...props }) });
const port = (props: object = {}) => ({ port: aws("ec2/networkInterface:NetworkInterface", { ...props }) });
const address = (props: object) => ({ address: aws("ec2/eip:Eip", { ...props }) });
const joined = (props: object) => ({ joined: aws("ec2/eipAssociation:EipAssociation", { ...props }) });

fixtures("elastic-ip-not-on-servers", {
  pass: {
    "the address of a NAT appliance": {
      ...server({ sourceDestCheck: false }),
      ...address({ instance: ref("server") }),
    },
    "an address joined to the interface of a NAT appliance": {
      ...port({ sourceDestCheck: false }),
      ...joined({ networkInterfaceId: ref("port"), allocationId: UNKNOWN }),
    },
  },
  fail: {
    "the address of a server": { ...server(), ...address({ instance: ref("server") }) },
    "an address joined to a server": { ...server(), ...joined({ instanceId: ref("server") }) },
    "the address of an interface that checks": {
      ...port({ sourceDestCheck: true }),
      ...address({ networkInterface: ref("port") }),
    },
    "an address joined to an interface": { ...port(), ...joined({ networkInterfaceId: ref("port") }) },
    "the address of a server of another stack": address({ instance: "i-0123456789abcdef0" }),
  },
  unknown: {
    "an address of what is computed elsewhere": address({ instance: UNKNOWN }),
    "a server of which it is not known whether it checks": {
      ...server({ sourceDestCheck: UNKNOWN }),
      ...address({ instance: ref("server") }),
    },
  },
  unset: { "an address that says nothing of a server": ["notApplicable", address({ domain: "vpc" })] },
  alias: { "the address of a server, joined": { ...server(), ...joined({ instanceId: ref("server") }) } },
  notApplicable: {
    "the address of a NAT gateway": {
      ...address({}),
      nat: aws("ec2/natGateway:NatGateway", { allocationId: ref("address") }),
    },
    "an address whose server is an empty text": address({ instance: "" }),
  },
});
