import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object = {}) => aws("ec2/instance:Instance", { ...props });
const attachment = (instanceId: unknown) =>
  aws("ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", {
    instanceId,
    networkInterfaceId: "eni-2",
    deviceIndex: 1,
  });
const first = { deviceIndex: 0, networkInterfaceId: UNKNOWN };

fixtures("instance-one-interface", {
  pass: {
    "an instance on an interface of its own": { instance: instance({ networkInterfaces: [first] }) },
    "an instance on a primary interface": {
      instance: instance({ primaryNetworkInterface: { networkInterfaceId: UNKNOWN } }),
    },
    "an instance beside another with two": {
      instance: instance(),
      link: attachment("i-2"),
    },
  },
  fail: {
    "an instance on two interfaces": { instance: instance({ networkInterfaces: [first, first] }) },
    "an instance to which a second one is attached": {
      instance: instance(),
      link: attachment(ref("instance")),
    },
    "an instance with a primary interface and another": {
      instance: instance({
        primaryNetworkInterface: { networkInterfaceId: "eni-1" },
        networkInterfaces: [{ deviceIndex: 1, networkInterfaceId: "eni-2" }],
      }),
    },
    "an instance in a second network": {
      instance: instance({ secondaryNetworkInterfaces: [{ networkCardIndex: 1, secondarySubnetId: "s" }] }),
    },
  },
  unknown: {
    "an instance whose interfaces are computed": { instance: instance({ networkInterfaces: UNKNOWN }) },
    "an instance beside an attachment that cannot be joined": {
      instance: instance(),
      link: attachment(UNKNOWN),
    },
  },
  unset: { "an instance that says nothing": ["pass", { instance: instance() }] },
  alias: { none: "one token" },
});
