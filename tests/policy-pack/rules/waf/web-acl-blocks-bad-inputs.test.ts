import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { badInputs, BLOCKING, LENIENT, UNSEEN_RULES, webAcl } from "../../support/web-acls";

fixtures("web-acl-blocks-bad-inputs", {
  pass: {
    ...BLOCKING,
    "a web ACL with the group beside one of an unknown name": {
      acl: webAcl(badInputs({ name: UNKNOWN }), badInputs()),
    },
  },
  fail: LENIENT,
  unknown: UNSEEN_RULES,
  unset: { "a web ACL that says nothing": ["fail", { acl: aws("wafv2/webAcl:WebAcl") }] },
  alias: { none: "one token" },
});
