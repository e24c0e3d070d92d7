import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const url = (props: object) => ({
  url: aws("lambda/functionUrl:FunctionUrl", { functionName: "web", ...props }),
});
const withIam = (allowOrigins: unknown) => url({ authorizationType: "AWS_IAM", cors: { allowOrigins } });

fixtures("function-url-auth", {
  pass: {
    "a URL that asks for credentials": url({ authorizationType: "AWS_IAM" }),
    "a URL that names its sites": withIam(["https://www.example.com"]),
  },
  fail: {
    "a URL that asks for nothing": url({ authorizationType: "NONE" }),
    "a URL for every site": withIam(["https://www.example.com", "*"]),
  },
  unknown: {
    "a URL whose authorisation is computed": url({ authorizationType: UNKNOWN }),
    "a URL whose sites are computed": withIam(UNKNOWN),
    "a URL with one computed site": withIam([UNKNOWN]),
  },
  unset: { "a URL that says nothing": ["fail", url({})] },
  alias: { none: "one token" },
});
