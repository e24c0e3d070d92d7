import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const zone = (props: object = {}) => ({ zone: aws("route53/zone:Zone", { name: "example.com", ...props }) });
const key = (props: object = {}) => ({
  key: aws("route53/keySigningKey:KeySigningKey", { hostedZoneId: ref("zone"), ...props }),
});
const signing = (props: object = {}) => ({
  signing: aws("route53/hostedZoneDnsSec:HostedZoneDnsSec", { hostedZoneId: ref("zone"), ...props }),
});

fixtures("public-zone-signed", {
  pass: {
    "a zone that is signed": {
      ...zone(),
      ...key({ status: "ACTIVE" }),
      ...signing({ signingStatus: "SIGNING" }),
    },
    "a zone that is signed, with all that AWS turns on by itself": { ...zone(), ...key(), ...signing() },
  },
  fail: {
    "a zone with a key only": { ...zone(), ...key() },
    "a zone with the switch only": { ...zone(), ...signing() },
    "a zone whose key rests": { ...zone(), ...key({ status: "INACTIVE" }), ...signing() },
    "a zone whose switch is off": { ...zone(), ...key(), ...signing({ signingStatus: "NOT_SIGNING" }) },
  },
  unknown: {
    "a zone whose switch is computed": { ...zone(), ...key(), ...signing({ signingStatus: UNKNOWN }) },
    "a zone beside a key that cannot be joined": {
      ...zone(),
      ...key({ hostedZoneId: UNKNOWN }),
      ...signing(),
    },
  },
  unset: { "a zone alone": ["fail", zone()] },
  alias: { none: "one token" },
  notApplicable: { "a private zone": zone({ vpcs: [{ vpcId: "vpc-1" }] }) },
});
