import { hasPublicTag, openPublicTag, PUBLIC_BY_TAG, type PublicTags } from "../../aws/declared-public";
import { ENDPOINT_TYPES, reachOfEndpoint } from "../../aws/public-endpoints";
import { defineControl, type Subject } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly publicTags: PublicTags;
  readonly internal: boolean;
}

function judge({ type, props }: Subject, { publicTags, internal }: Parameters): Outcome {
  if (!internal && Object.keys(publicTags).length === 0)
    return notApplicable("No tag is configured that declares an endpoint public");
  const { place, isPublic } = reachOfEndpoint(type, props);
  if (isPublic === false || (!internal && hasPublicTag(props, publicTags))) return pass;
  if (isPublic === undefined) return undetermined(place);
  if (internal)
    return fail(place, text`the internet can reach the endpoint; required: a private one, or none.`);
  const open = openPublicTag(props, publicTags);
  return open
    ? undetermined(open)
    : fail(place, text`the internet can reach the endpoint, and no tag declares it public.`);
}

export const control = defineControl<Parameters>({
  id: "EXP-01",
  name: "endpoint-public-declared",
  title: "Managed endpoints face the internet only where a tag declares it",
  why: "Many services of AWS answer the whole internet unless they are told not to, and no security group stands before them.",
  fix: "Make the endpoint private, such as by VPC options or a visibility, or tag the resource as the control's publicTags say.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory", parameters: { publicTags: PUBLIC_BY_TAG } },
    private: { severity: "high", enforcement: "mandatory", parameters: { internal: true } },
  },
  types: ENDPOINT_TYPES,
  parameters: {
    publicTags: {
      type: "object",
      additionalProperties: { type: "string" },
      default: {},
      description: "Tags, any of which declares an endpoint public; without any, nothing is asked.",
    },
    internal: {
      type: "boolean",
      default: false,
      description: "No endpoint may face the internet, whatever its tags declare.",
    },
  },
  resource: (subject, { parameters }) => judge(subject, parameters),
  references: { nist80053: ["AC-4", "CM-7", "SC-7"], wellArchitected: ["SEC05-BP01"] },
});
