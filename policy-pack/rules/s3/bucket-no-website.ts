import { BUCKETS, saidInline, WEBSITE } from "../../aws/buckets";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "S3-25",
  name: "bucket-no-website",
  title: "No bucket is a website of its own",
  why: "The website endpoint of S3 speaks plain HTTP only and needs a public bucket.",
  fix: "Serve the bucket through CloudFront with origin access control, and remove the website configuration.",
  severity: "low",
  enforcement: "advisory",
  types: [...BUCKETS, ...WEBSITE.types],
  resource: ({ type, props }) => {
    const website = text`the bucket is a website of its own.`;
    if (WEBSITE.types.includes(type)) return fail("", website);
    const [place] = saidInline(props, WEBSITE);
    if (!place) return pass;
    return place.isUnknown ? undetermined(place) : fail(place, website);
  },
  references: {
    nist80053: ["AC-3", "SC-8"],
    wellArchitected: ["SEC05-BP02", "SEC09-BP02"],
    cdkNag: ["AwsSolutions-S5"],
  },
});
