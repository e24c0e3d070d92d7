import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const permission = (props: object) => ({
  permission: aws("lambda/permission:Permission", {
    action: "lambda:InvokeFunction",
    function: "web",
    ...props,
  }),
});
const service = (props: object = {}) => permission({ principal: "s3.amazonaws.com", ...props });

fixtures("function-permission-source", {
  pass: {
    "a service with a source": service({ sourceArn: "arn:aws:s3:::uploads" }),
    "a service with a source of the stack": {
      bucket: aws("s3/bucket:Bucket"),
      ...service({ sourceArn: ref("bucket") }),
    },
    "a service with an account": service({ sourceAccount: "111122223333" }),
    "a voice service with its token": permission({
      principal: "alexa-appkit.amazon.com",
      eventSourceToken: "amzn1.ask.skill.1",
    }),
    "a computed principal with a source": permission({ principal: UNKNOWN, sourceArn: UNKNOWN }),
  },
  fail: {
    "a service without a source": service(),
    "a service with a blank source": service({ sourceArn: "" }),
    "a service in China without a source": permission({ principal: "events.amazonaws.com.cn" }),
  },
  unknown: { "a computed principal without a source": permission({ principal: UNKNOWN }) },
  unset: { "a service that leaves all out": ["fail", service()] },
  alias: { none: "one token" },
  notApplicable: {
    "an account": permission({ principal: "111122223333" }),
    "a role": permission({ principal: "arn:aws:iam::111122223333:role/web" }),
  },
});
