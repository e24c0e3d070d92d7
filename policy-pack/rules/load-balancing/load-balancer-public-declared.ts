import { hasPublicTag, openPublicTag, PUBLIC_BY_TAG, type PublicTags } from "../../aws/declared-public";
import { CLASSIC_LOAD_BALANCERS, isInternetFacing, LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl, type Subject } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly publicTags: PublicTags;
  readonly internal: boolean;
}

function judge({ props }: Subject, { publicTags, internal }: Parameters): Outcome {
  const isPublic = isInternetFacing(props);
  if (isPublic === false || (!internal && hasPublicTag(props, publicTags))) return pass;
  if (isPublic === undefined) return undetermined("internal");
  if (internal)
    return fail("internal", text`the internet can reach the load balancer; required: an internal one.`);
  const open = openPublicTag(props, publicTags);
  return open
    ? undetermined(open)
    : fail("internal", text`the internet can reach the load balancer, and no tag declares it public.`);
}

export const control = defineControl<Parameters>({
  id: "LB-14",
  name: "load-balancer-public-declared",
  title: "Load balancers face the internet only where a tag declares it",
  why: "A load balancer is public unless it says otherwise, so that one is public by forgetting.",
  fix: "Set internal to true, or tag the load balancer as the control's publicTags say.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory", parameters: { publicTags: PUBLIC_BY_TAG } },
    private: { severity: "high", enforcement: "mandatory", parameters: { internal: true } },
  },
  types: [...LOAD_BALANCERS, ...CLASSIC_LOAD_BALANCERS],
  parameters: {
    publicTags: {
      type: "object",
      additionalProperties: { type: "string" },
      default: {},
      description: "Tags, any of which declares a load balancer public; without any, nothing is asked.",
    },
    internal: {
      type: "boolean",
      default: false,
      description: "No load balancer may face the internet, whatever its tags declare.",
    },
  },
  resource: (subject, { parameters }) => {
    const { publicTags, internal } = parameters;
    if (!internal && Object.keys(publicTags).length === 0)
      return notApplicable("No tag is configured that declares a load balancer public");
    return where(ofKind("application", "network"), (given) => judge(given, parameters))(subject);
  },
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["elbv2_internet_facing", "elb_internet_facing"],
    trivy: ["AWS-0053"],
  },
});
