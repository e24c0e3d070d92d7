import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { ZONES } from "../../shapes/hosted-zone";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const RECORDS = tokens("route53/record:Record");

/** Records that lead somebody somewhere; the others only say something, such as who owns the name. */
const LEADING = ["A", "AAAA", "HTTPS", "SVCB"];

function judge(stack: StackIndex, record: StackResource): Outcome {
  const type = known(record.props.at("type").string());
  if (type === undefined) return undetermined("type");
  if (!LEADING.includes(type)) return notApplicable("The record leads to no server");
  const { found } = stack.targets(record, "zoneId", ZONES);
  const [zone] = found;
  if (!zone) return undetermined("zoneId");
  const vpcs = zone.props.at("vpcs");
  if (vpcs.isUnknown) return undetermined(vpcs);
  if (!vpcs.isEmpty) return pass;
  return fail("zoneId", text`the internet can look the name up; required: a private zone.`);
}

export const control = defineControl({
  id: "EXP-03",
  name: "public-dns-names-no-server",
  title: "Names of servers are in private zones",
  why: "A public name tells everybody what there is inside, and where; it is the first thing that somebody looks for.",
  fix: "Put the record into an aws.route53.Zone with vpcs; records that prove who owns a name may stay public.",
  severity: "low",
  enforcement: "disabled",
  profiles: {
    private: { severity: "medium", enforcement: "mandatory" },
  },
  types: RECORDS,
  stack: (stack) => stack.ofTypes(RECORDS).map((record) => located(record, judge(stack, record))),
  references: { nist80053: ["SC-7", "SC-20"], wellArchitected: ["SEC05-BP01"] },
});
