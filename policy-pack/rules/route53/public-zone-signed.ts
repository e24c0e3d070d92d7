import { tokens } from "../../aws/tokens";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { eachPublicZone, ZONES } from "../../shapes/hosted-zone";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

/** What signing takes: a key, and the switch. Each with the property that turns it on, which AWS does unless told. */
const PARTS = [
  { types: tokens("route53/keySigningKey:KeySigningKey"), property: "status", on: "ACTIVE" },
  { types: tokens("route53/hostedZoneDnsSec:HostedZoneDnsSec"), property: "signingStatus", on: "SIGNING" },
];

function judgePart(
  stack: StackIndex,
  zone: StackResource,
  { types, property, on }: (typeof PARTS)[number],
): Outcome {
  const own = stack.referrers(zone, "hostedZoneId", types);
  const states = own.map(({ props }) => valueOr(props.at(property).string(), on));
  if (states.includes(on)) return pass;
  const unknown = own[states.indexOf(undefined)] ?? stack.openReferrer(zone, "hostedZoneId", types);
  return unknown
    ? undetermined("", unknown.urn)
    : fail("", text`the zone is not signed; required: an active KeySigningKey and a HostedZoneDnsSec.`);
}

export const control = defineControl({
  id: "R53-02",
  name: "public-zone-signed",
  title: "Public hosted zones are signed",
  why: "Unsigned answers can be forged on their way, and lead users to somebody else's server.",
  fix: "Add an aws.route53.KeySigningKey and an aws.route53.HostedZoneDnsSec, then the DS record in the parent zone.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    public: { severity: "medium", enforcement: "mandatory" },
  },
  types: ZONES,
  stack: eachPublicZone(
    (stack, zone) =>
      PARTS.map((part) => judgePart(stack, zone, part)).find(({ verdict }) => verdict !== "pass") ?? pass,
  ),
  references: { nist80053: ["SC-20", "SC-21"], wellArchitected: ["SEC09-BP03"], checkov: ["CKV2_AWS_38"] },
});
