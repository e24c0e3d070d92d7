import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const type = "aws:s3/bucket:Bucket";
const bucket = (props: object) => ({ bucket: aws("s3/bucket:Bucket", { ...props }) });

fixtures("tags-required-by-type", {
  pass: { "a bucket with the key": bucket({ tags: { DataClass: "internal" } }) },
  fail: { "a bucket without": bucket({ tags: { Owner: "orders" } }) },
  unknown: { "a bucket whose tags are computed": bucket({ tags: UNKNOWN }) },
  unset: { "a bucket without tags": ["fail", bucket({})] },
  alias: { none: "the contract names the tokens" },
  notApplicable: { "another type": { vpc: aws("ec2/vpc:Vpc") } },
  settings: { pack: { tagContract: { DataClass: { required: true, types: [type] } } } },
});
