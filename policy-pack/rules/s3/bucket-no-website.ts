import { BUCKETS, saidInline, WEBSITE } from "../../aws/buckets";
import { PUBLIC_BY_TAG } from "../../aws/declared-public";
import { defineControl, type Subject } from "../../registry/control";
import {
  type DeclaredPublic,
  declaredPublicParameter,
  unlessDeclaredPublic,
} from "../../shapes/declared-public";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const TYPES = [...BUCKETS, ...WEBSITE.types];

function judge({ type, props }: Subject): Outcome {
  const website = text`the bucket is a website of its own.`;
  if (WEBSITE.types.includes(type)) return fail("", website);
  const [place] = saidInline(props, WEBSITE);
  if (!place) return pass;
  return place.isUnknown ? undetermined(place) : fail(place, website);
}

export const control = defineControl<DeclaredPublic>({
  id: "S3-25",
  name: "bucket-no-website",
  title: "No bucket is a website of its own",
  why: "The website endpoint of S3 speaks plain HTTP only and needs a public bucket.",
  fix: "Serve the bucket through CloudFront with origin access control, and remove the website configuration.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    public: { parameters: { publicTags: PUBLIC_BY_TAG } },
    private: { severity: "high", enforcement: "mandatory" },
  },
  types: TYPES,
  parameters: declaredPublicParameter,
  ...unlessDeclaredPublic(TYPES, judge),
  references: {
    nist80053: ["AC-3", "SC-8"],
    wellArchitected: ["SEC05-BP02", "SEC09-BP02"],
    cdkNag: ["AwsSolutions-S5"],
  },
});
