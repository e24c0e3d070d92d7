import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object = {}) => aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props });
const objects = (...values: readonly string[]) => ({ dataResources: [{ type: "AWS::S3::Object", values }] });
const basic = (...eventSelectors: readonly object[]) => ({ trail: trail({ eventSelectors }) });
const field = (name: string, ...equals: readonly string[]) => ({ field: name, equals });
const data = [field("eventCategory", "Data"), field("resources.type", "AWS::S3::Object")];
const advanced = (...selectors: readonly (readonly object[])[]) => ({
  trail: trail({ advancedEventSelectors: selectors.map((fieldSelectors) => ({ fieldSelectors })) }),
});

fixtures("trail-object-events", {
  pass: {
    "a trail of all objects": basic(objects("arn:aws:s3")),
    "a trail of all objects, in other words": basic({ ...objects("arn:aws:s3:::"), readWriteType: "All" }),
    "reads and writes apart": basic(
      { ...objects("arn:aws:s3"), readWriteType: "ReadOnly" },
      { ...objects("arn:aws:s3"), readWriteType: "WriteOnly" },
    ),
    "an advanced selector": advanced([field("eventCategory", "Management")], data),
    "a second trail beside that of management events": {
      trail: trail(),
      data: basic(objects("arn:aws:s3")).trail,
    },
  },
  fail: {
    "a trail of one bucket": basic(objects("arn:aws:s3:::reports/")),
    "a trail of writes": basic({ ...objects("arn:aws:s3"), readWriteType: "WriteOnly" }),
    "a trail of functions": basic({
      dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }],
    }),
    "an advanced selector of one bucket": advanced([
      ...data,
      { field: "resources.ARN", startsWiths: ["arn:aws:s3:::reports/"] },
    ]),
    "an advanced selector of reads": advanced([...data, field("readOnly", "true")]),
  },
  unknown: {
    "a bucket that is computed": basic(objects(UNKNOWN)),
    "selectors that are computed": { trail: trail({ advancedEventSelectors: UNKNOWN }) },
  },
  unset: { "a trail that selects nothing": ["fail", { trail: trail() }] },
  alias: { none: "one token" },
});
