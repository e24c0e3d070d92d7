import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, REST, restStage } from "../../support/apis";

const guard = (resourceArn: unknown) => ({
  guard: aws("wafv2/webAclAssociation:WebAclAssociation", { resourceArn, webAclArn: "arn:acl" }),
});

fixtures("api-web-acl", {
  pass: { "a stage with a web ACL": { ...REST, ...restStage(), ...guard(ref("stage")) } },
  fail: { "a stage beside the web ACL of another": { ...REST, ...restStage(), ...guard("arn:other") } },
  unknown: {
    "a stage beside an association that cannot be joined": { ...REST, ...restStage(), ...guard(UNKNOWN) },
  },
  unset: { "a stage alone": ["fail", { ...REST, ...restStage() }] },
  alias: { none: "one token" },
  otherTypes: { "a stage of an HTTP API, which takes no web ACL": { ...HTTP, ...httpStage() } },
});
