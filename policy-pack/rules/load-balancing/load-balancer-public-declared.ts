import { CLASSIC_LOAD_BALANCERS, isInternetFacing, LOAD_BALANCERS } from "../../aws/load-balancers";
import { hasPublicTag, type PublicTags } from "../../aws/subnets";
import { defineControl, type Subject } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly publicTags: PublicTags;
}

function judge({ props }: Subject, publicTags: PublicTags): Outcome {
  const isPublic = isInternetFacing(props);
  if (isPublic === false || hasPublicTag(props, publicTags)) return pass;
  if (isPublic === undefined) return undetermined("internal");
  const tags = ["tagsAll", "tags"].map((name) => props.at(name).firstUnknown()).find(Boolean);
  return tags
    ? undetermined(tags)
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
  types: [...LOAD_BALANCERS, ...CLASSIC_LOAD_BALANCERS],
  parameters: {
    publicTags: {
      type: "object",
      additionalProperties: { type: "string" },
      default: {},
      description: "Tags, any of which declares a load balancer public; without any, nothing is asked.",
    },
  },
  resource: (subject, { parameters }) => {
    if (Object.keys(parameters.publicTags).length === 0)
      return notApplicable("No tag is configured that declares a load balancer public");
    return where(ofKind("application", "network"), (given) => judge(given, parameters.publicTags))(subject);
  },
  references: {
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP01"],
    prowler: ["elbv2_internet_facing", "elb_internet_facing"],
    trivy: ["AWS-0053"],
  },
});
