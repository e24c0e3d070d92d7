import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const lambda = (props: object) => ({ lambda: aws("lambda/function:Function", { ...props }) });

fixtures("function-code-signed", {
  pass: {
    "a function that wants signed code": lambda({ codeSigningConfigArn: "arn" }),
    "a function with a computed setting": lambda({ codeSigningConfigArn: UNKNOWN }),
  },
  fail: { "a function with a blank setting": lambda({ codeSigningConfigArn: "" }) },
  unknown: { none: "a setting that is computed is a setting" },
  unset: { "a function that takes any code": ["fail", lambda({})] },
  alias: { none: "one token" },
  notApplicable: { "a container image": lambda({ packageType: "Image" }) },
});
