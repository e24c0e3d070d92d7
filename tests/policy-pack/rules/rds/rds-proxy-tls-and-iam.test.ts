import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const proxy = (props: object) => ({
  proxy: aws("rds/proxy:Proxy", { engineFamily: "POSTGRESQL", ...props }),
});
const byIam = [{ iamAuth: "REQUIRED", secretArn: UNKNOWN }];

fixtures("rds-proxy-tls-and-iam", {
  pass: {
    "a proxy that asks for IAM as a whole, whatever its secrets say": proxy({
      requireTls: true,
      defaultAuthScheme: "IAM_AUTH",
      auths: [{ iamAuth: "DISABLED" }],
    }),

    "a proxy that asks for both": proxy({ requireTls: true, auths: byIam }),
    "a proxy that asks for IAM as a whole": proxy({ requireTls: true, defaultAuthScheme: "IAM_AUTH" }),
  },
  fail: {
    "a proxy that does not ask for TLS": proxy({ requireTls: false, auths: byIam }),
    "a proxy one of whose secrets does without IAM": proxy({
      requireTls: true,
      auths: [...byIam, { iamAuth: "DISABLED" }],
    }),
  },
  unknown: {
    "a proxy whose setting is computed": proxy({ requireTls: UNKNOWN, auths: byIam }),
    "a proxy whose secrets are computed": proxy({ requireTls: true, auths: UNKNOWN }),
    "a proxy whose scheme is computed": proxy({ requireTls: true, defaultAuthScheme: UNKNOWN, auths: [{}] }),
  },
  unset: {
    "a proxy that leaves out TLS": ["fail", proxy({ auths: byIam })],
    "a proxy that leaves out IAM": ["fail", proxy({ requireTls: true, auths: [{ secretArn: UNKNOWN }] })],
  },
  alias: { none: "one token" },
});
