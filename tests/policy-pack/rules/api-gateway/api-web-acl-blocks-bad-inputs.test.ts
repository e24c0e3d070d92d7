import { aws, fixtures, type Program, ref } from "../../support/fixtures";
import { REST, restStage } from "../../support/apis";
import { BLOCKING, LENIENT, UNSEEN_RULES } from "../../support/web-acls";

const guard = (webAclArn: unknown) => ({
  guard: aws("wafv2/webAclAssociation:WebAclAssociation", { resourceArn: ref("stage"), webAclArn }),
});
const behind = (programs: Readonly<Record<string, Program>>) =>
  Object.fromEntries(
    Object.entries(programs).map(([title, program]) => [
      `a stage behind ${title}`,
      { ...program, ...REST, ...restStage(), ...guard(ref("acl")) },
    ]),
  );

fixtures("api-web-acl-blocks-bad-inputs", {
  pass: behind(BLOCKING),
  fail: behind(LENIENT),
  unknown: {
    ...behind(UNSEEN_RULES),
    "a stage behind a web ACL of another stack": { ...REST, ...restStage(), ...guard("arn:acl") },
  },
  unset: { "a stage without a web ACL": ["notApplicable", { ...REST, ...restStage() }] },
  alias: { none: "one token" },
});
