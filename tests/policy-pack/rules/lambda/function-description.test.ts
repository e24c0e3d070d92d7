import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const lambda = (props: object) => ({ lambda: aws("lambda/function:Function", { ...props }) });

fixtures("function-description", {
  pass: {
    "a function that says what it is for": lambda({ description: "Resizes uploads" }),
    "a function with a computed description": lambda({ description: UNKNOWN }),
  },
  fail: {
    "a function with a blank description": lambda({ description: "" }),
    "a function with the description that Pulumi fills in": lambda({ description: "Managed by Pulumi" }),
  },
  unknown: { none: "a description that is computed is a description" },
  unset: { "a function without a description": ["fail", lambda({})] },
  alias: { none: "one token" },
});
