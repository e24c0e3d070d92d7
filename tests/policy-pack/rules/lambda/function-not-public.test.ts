import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const permission = (props: object) => ({
  permission: aws("lambda/permission:Permission", {
    action: "lambda:InvokeFunction",
    function: "web",
    ...props,
  }),
});
const policy = (statement: object) => ({
  policy: aws("lambda/resourcePolicy:ResourcePolicy", {
    resourceArn: "arn",
    policy: JSON.stringify({
      Statement: [{ Effect: "Allow", Action: "lambda:InvokeFunction", ...statement }],
    }),
  }),
});

fixtures("function-not-public", {
  pass: {
    "a permission for a device that knows a word": permission({ principal: "*", eventSourceToken: "word" }),
    "a policy for whoever knows a word": policy({
      Principal: "*",
      Condition: { StringEquals: { "lambda:EventSourceToken": "word" } },
    }),

    "a permission for a service": permission({ principal: "s3.amazonaws.com" }),
    "a permission for an account": permission({ principal: "111122223333" }),
    "a permission for everyone of an organization": permission({ principal: "*", principalOrgId: "o-1" }),
    "a permission for everyone from a computed source": permission({ principal: "*", sourceArn: UNKNOWN }),
    "a computed principal from one account": permission({
      principal: UNKNOWN,
      sourceAccount: "111122223333",
    }),
    "a policy for an account": policy({ Principal: { AWS: "111122223333" } }),
    "a policy for everyone of an organization": policy({
      Principal: "*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    }),
    "a policy that denies everyone": policy({ Effect: "Deny", Principal: "*" }),
  },
  fail: {
    "a permission for everyone": permission({ principal: "*" }),
    "a permission for everyone from everywhere": permission({ principal: "*", sourceArn: "*" }),
    "a permission for everyone through a URL": permission({
      action: "lambda:InvokeFunctionUrl",
      principal: "*",
      functionUrlAuthType: "NONE",
    }),
  },
  unknown: {
    "a permission for a computed principal": permission({ principal: UNKNOWN }),
    "a policy that is computed": {
      policy: aws("lambda/resourcePolicy:ResourcePolicy", { resourceArn: "arn", policy: UNKNOWN }),
    },
  },
  unset: { "a permission without a principal, which AWS refuses": ["pass", permission({})] },
  alias: {
    "a policy for everyone": policy({ Principal: "*" }),
    "a policy for every AWS principal": policy({ Principal: { AWS: ["*"] } }),
    "a policy with a condition that narrows nothing": policy({
      Principal: "*",
      Condition: { StringLike: { "aws:SourceArn": "*" } },
    }),
  },
});
