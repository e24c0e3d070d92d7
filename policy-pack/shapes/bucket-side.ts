import { BUCKETS, said, type Side } from "../aws/buckets";
import type { View } from "../reading/view";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** What is asked of one side of every bucket. */
export interface BucketSide {
  readonly side: Side;
  /** Judges one place that says something of it; one good place is enough. */
  readonly judge: (place: View) => Outcome;
  /** What is told where nothing says anything. */
  readonly missing: Text;
  /**
   * Why a bucket need not have it.
   *
   * @default - every bucket must
   */
  readonly exempt?: (stack: StackIndex, bucket: StackResource) => string | undefined;
}

/** Each bucket of the stack has one side as asked, by a property or by a resource that is joined to it. */
export function everyBucket(asked: BucketSide): (stack: StackIndex) => readonly Located[] {
  return (stack) => stack.ofTypes(BUCKETS).map((bucket) => judgeBucket(stack, bucket, asked));
}

/** What is to be said of one side of one bucket, told of the resource that says it. */
export function judgeBucket(stack: StackIndex, bucket: StackResource, asked: BucketSide): Located {
  const reason = asked.exempt?.(stack, bucket);
  if (reason !== undefined) return located(bucket, notApplicable(reason));
  const judged = said(stack, bucket, asked.side).map(({ resource, place }) =>
    located(resource, asked.judge(place)),
  );
  const ofVerdict = (verdict: Outcome["verdict"]) =>
    judged.find(({ outcome }) => outcome.verdict === verdict);
  if (ofVerdict("pass")) return located(bucket, pass);
  const decided = ofVerdict("undetermined") ?? ofVerdict("fail") ?? ofVerdict("notApplicable");
  if (decided) return decided;
  const open = stack.openReferrer(bucket, "bucket", asked.side.types);
  return located(bucket, open ? undetermined("", open.urn) : fail("", asked.missing));
}
