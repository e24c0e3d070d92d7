import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const zone = (props: object = {}) => ({ zone: aws("route53/zone:Zone", { name: "example.com", ...props }) });
const record = (type: unknown, props: object = {}) => ({
  record: aws("route53/record:Record", { name: "shop.example.com", type, zoneId: ref("zone"), ...props }),
});
const hidden = zone({ vpcs: [{ vpcId: "vpc-0123456789abcdef0" }] });

fixtures("public-dns-names-no-server", {
  pass: { "a name in a private zone": { ...hidden, ...record("A") } },
  fail: {
    "an address in a public zone": { ...zone(), ...record("A", { records: ["10.0.0.1"] }) },
    "an alias of IPv6 in a public zone": { ...zone({ vpcs: [] }), ...record("AAAA") },
    "the way to a server in a public zone": { ...zone(), ...record("HTTPS") },
    "the way to a service in a public zone": { ...zone(), ...record("SVCB") },
  },
  unknown: {
    "a name whose zone is not in the stack": record("A", { zoneId: "Z0123456789ABCDEFGHIJ" }),
    "a name in a zone that may be private": { ...zone({ vpcs: UNKNOWN }), ...record("A") },
    "a record of a kind that is computed": { ...zone(), ...record(UNKNOWN) },
  },
  unset: { none: "type and zoneId are required" },
  alias: { none: "one token" },
  notApplicable: {
    "what proves to AWS who owns the name": {
      ...zone(),
      ...record("CNAME", { records: ["_x.acm-validations.aws"] }),
    },
  },
  settings: { level: "mandatory" },
});
