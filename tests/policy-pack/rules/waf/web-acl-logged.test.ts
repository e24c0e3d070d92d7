import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { webAcl } from "../../support/web-acls";

const logging = (resourceArn: unknown) => ({
  logging: aws("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", { resourceArn }),
});

fixtures("web-acl-logged", {
  pass: {
    "a web ACL with logging": { acl: webAcl(), ...logging(ref("acl")) },
    "a web ACL of the first generation with logging": {
      acl: aws("waf/webAcl:WebAcl", { loggingConfiguration: { logDestination: UNKNOWN } }),
    },
  },
  fail: { "a web ACL beside the logging of another": { acl: webAcl(), ...logging("arn:other") } },
  unknown: { "a web ACL beside logging that cannot be joined": { acl: webAcl(), ...logging(UNKNOWN) } },
  unset: { "a web ACL alone": ["fail", { acl: webAcl() }] },
  alias: { "a regional web ACL of the first generation": { acl: aws("wafregional/webAcl:WebAcl") } },
});
