import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const endpoint = (props: object) => ({ endpoint: aws("ec2clientvpn/endpoint:Endpoint", { ...props }) });
const rule = (props: object) => ({
  rule: aws("ec2clientvpn/authorizationRule:AuthorizationRule", {
    targetNetworkCidr: "10.0.0.0/16",
    ...props,
  }),
});

fixtures("client-vpn-restricted", {
  pass: {
    "an endpoint that logs": endpoint({ connectionLogOptions: { enabled: true } }),
    "a rule for a group": rule({ accessGroupId: "group-1" }),
  },
  fail: { "an endpoint that does not log": endpoint({ connectionLogOptions: { enabled: false } }) },
  unknown: { "an endpoint whose logging is computed": endpoint({ connectionLogOptions: UNKNOWN }) },
  unset: { "an endpoint without log options": ["fail", endpoint({})] },
  alias: { "a rule for everyone": rule({ authorizeAllGroups: true }) },
});
