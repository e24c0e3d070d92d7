import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const block = (props: object) => aws("ec2/imageBlockPublicAccess:ImageBlockPublicAccess", { ...props });
const blocked = { block: block({ state: "block-new-sharing" }) };
const permission = (props: object) => ({
  ...blocked,
  image: aws("ec2/ami:Ami"),
  permission: aws("ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: ref("image"), ...props }),
});

fixtures("ami-not-public", {
  pass: {
    "a block of sharing": blocked,
    "an image that is shared with an account": permission({ accountId: "111122223333" }),
    "an image that is shared with an organization": permission({ organizationArn: UNKNOWN }),
  },
  fail: {
    "an image that is shared with everyone": permission({ group: "all" }),
    "a block that is off": { block: block({ state: "unblocked" }) },
    "a stack that owns the block and does not set it": {},
  },
  unknown: {
    "an image whose group is computed": permission({ group: UNKNOWN }),
    "a block whose state is computed": { block: block({ state: UNKNOWN }) },
  },
  unset: { "a block without a state": ["fail", { block: block({}) }] },
  alias: { "a block of the other type that is off": { block: block({ state: "unblocked" }) } },
  settings: { properties: { owned: true } },
});
