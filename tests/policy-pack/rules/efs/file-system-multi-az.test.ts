import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const fileSystem = (props: object = {}) => aws("efs/fileSystem:FileSystem", { ...props });
const target = (subnetId: unknown, fileSystemId: unknown = ref("fileSystem")) =>
  aws("efs/mountTarget:MountTarget", { fileSystemId, subnetId });
const subnet = (availabilityZone: string) => aws("ec2/subnet:Subnet", { availabilityZone });

fixtures("file-system-multi-az", {
  pass: {
    "a file system with targets in two zones": {
      fileSystem: fileSystem(),
      a: subnet("eu-west-1a"),
      b: subnet("eu-west-1b"),
      one: target(ref("a")),
      two: target(ref("b")),
    },
    "a file system with two targets in subnets of other stacks": {
      fileSystem: fileSystem(),
      one: target("subnet-1"),
      two: target("subnet-2"),
    },
  },
  fail: {
    "a file system of one zone": { fileSystem: fileSystem({ availabilityZoneName: "eu-west-1a" }) },
    "a file system of a computed zone": { fileSystem: fileSystem({ availabilityZoneName: UNKNOWN }) },
    "a file system with one target": { fileSystem: fileSystem(), one: target("subnet-1") },
    "a file system with two targets in one zone": {
      fileSystem: fileSystem(),
      a: subnet("eu-west-1a"),
      b: subnet("eu-west-1a"),
      one: target(ref("a")),
      two: target(ref("b")),
    },
  },
  unknown: {
    "a file system with one target beside another that cannot be joined": {
      fileSystem: fileSystem(),
      one: target("subnet-1"),
      two: target("subnet-2", UNKNOWN),
    },
  },
  unset: { "a file system without targets": ["pass", { fileSystem: fileSystem() }] },
  alias: { none: "one token" },
});
