import { BUCKETS } from "../aws/buckets";
import { hasPublicTag, openPublicTag, type PublicTags } from "../aws/declared-public";
import {
  type Context,
  type ControlArgs,
  type Located,
  located,
  type Parameter,
  type Subject,
} from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { type Judgement, notApplicable, type Outcome, outcomes, undetermined } from "../verdict/outcome";

/** The parameter of a control that asks nothing of buckets that are declared public. */
export interface DeclaredPublic {
  readonly publicTags: PublicTags;
}

/** The parameter's declaration. */
export const declaredPublicParameter: Readonly<Record<keyof DeclaredPublic, Parameter>> = {
  publicTags: {
    type: "object",
    additionalProperties: { type: "string" },
    default: {},
    description: "Tags, any of which declares that a bucket is meant to be public; without any, none is.",
  },
};

function isOff(publicTags: PublicTags): boolean {
  return Object.keys(publicTags).length === 0;
}

/** What is to be said of a bucket, or of a resource that belongs to one, by the tags of the bucket: nothing where they declare it public. */
export function unlessDeclared(
  stack: StackIndex,
  resource: StackResource,
  publicTags: PublicTags,
  judged: readonly Outcome[],
): readonly Outcome[] {
  if (judged.every(({ verdict }) => verdict === "pass")) return judged;
  const buckets = BUCKETS.includes(resource.type)
    ? [resource]
    : stack.targets(resource, "bucket", BUCKETS).found;
  if (buckets.some(({ props }) => hasPublicTag(props, publicTags)))
    return [notApplicable("The bucket is declared public")];
  const [open] = buckets.flatMap(({ props }) => openPublicTag(props, publicTags) ?? []);
  return open ? judged.map((outcome) => (outcome.verdict === "fail" ? undetermined(open) : outcome)) : judged;
}

/**
 * Judges buckets and what belongs to them by their inputs; where tags may declare a bucket public, together with its tags.
 *
 * @param types - Types that the check is for.
 */
export function unlessDeclaredPublic(
  types: readonly string[],
  judge: (subject: Subject) => Judgement,
): Required<Pick<ControlArgs<DeclaredPublic>, "resource" | "stack">> {
  const together = (stack: StackIndex, resource: StackResource, publicTags: PublicTags): readonly Located[] =>
    unlessDeclared(stack, resource, publicTags, outcomes(judge(resource))).map((outcome) =>
      located(resource, outcome),
    );
  return {
    resource: (subject: Subject, { parameters: { publicTags } }: Context<DeclaredPublic>) =>
      isOff(publicTags) ? judge(subject) : notApplicable("Judged with the tags of the bucket"),
    stack: (stack: StackIndex, { parameters: { publicTags } }: Context<DeclaredPublic>) =>
      isOff(publicTags) ? [] : stack.ofTypes(types).flatMap((each) => together(stack, each, publicTags)),
  };
}
