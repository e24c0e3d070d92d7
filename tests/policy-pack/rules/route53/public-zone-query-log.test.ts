import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const zone = (props: object = {}) => ({ zone: aws("route53/zone:Zone", { name: "example.com", ...props }) });
const log = (zoneId: unknown) => ({ log: aws("route53/queryLog:QueryLog", { zoneId }) });

fixtures("public-zone-query-log", {
  pass: { "a public zone with a log": { ...zone(), ...log(ref("zone")) } },
  fail: { "a public zone beside the log of another": { ...zone({ vpcs: [] }), ...log("Z1") } },
  unknown: {
    "a public zone beside a log that cannot be joined": { ...zone(), ...log(UNKNOWN) },
    "a zone that may be private": zone({ vpcs: UNKNOWN }),
  },
  unset: { "a public zone alone": ["fail", zone()] },
  alias: { none: "one token" },
  notApplicable: { "a private zone": zone({ vpcs: [{ vpcId: UNKNOWN }] }) },
});
