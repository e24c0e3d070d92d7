import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const volume = (props: object) => ({ volume: aws("ebs/volume:Volume", { ...props }) });
const template = (blockDeviceMappings: unknown) => ({
  template: aws("ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings }),
});

fixtures("ebs-volume-customer-key", {
  pass: {
    "a volume with a key": volume({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" }),
    "a volume with a key that is computed": volume({ kmsKeyId: UNKNOWN }),
    "a volume of a stack with a default key": {
      ...volume({}),
      key: aws("ebs/defaultKmsKey:DefaultKmsKey", { keyArn: UNKNOWN }),
    },
    "a template with a key of the stack": {
      key: aws("kms/key:Key"),
      ...template([{ ebs: { kmsKeyId: ref("key") } }]),
    },
  },
  fail: {
    "a volume with the key that AWS manages": volume({
      kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs",
    }),
    "a volume with a blank key": volume({ kmsKeyId: "" }),
    "a volume with the key that AWS manages beside a default key": {
      ...volume({ kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs" }),
      key: aws("ebs/defaultKmsKey:DefaultKmsKey", { keyArn: UNKNOWN }),
    },
  },
  unknown: { "a template whose volumes are computed": template(UNKNOWN) },
  unset: { "a volume without a key": ["fail", volume({ encrypted: true })] },
  alias: { "a template with a volume without a key": template([{ ebs: { encrypted: "true" } }]) },
  notApplicable: { "a template without volumes": template([{ virtualName: "ephemeral0" }]) },
});
