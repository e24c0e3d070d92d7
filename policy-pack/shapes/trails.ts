import { BUCKETS } from "../aws/buckets";
import { type EventKind, logsAll } from "../aws/trail-selectors";
import { tokens } from "../aws/tokens";
import { type Located, located, type Subject } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import {
  fail,
  notApplicable,
  type Outcome,
  outcomes,
  type Judgement,
  pass,
  undetermined,
} from "../verdict/outcome";
import type { Text } from "../verdict/text";
import { type BucketSide, judgeBucket } from "./bucket-side";

export const TRAILS = tokens("cloudtrail/trail:Trail");

/** A trail logs all reads and writes of a kind. */
export function logsEvents(kind: EventKind, message: Text): (subject: Pick<Subject, "props">) => Outcome {
  return ({ props }) => {
    const answer = logsAll(props, kind);
    if (typeof answer !== "boolean") return undetermined(answer);
    const place = props.at("advancedEventSelectors").isEmpty ? "eventSelectors" : "advancedEventSelectors";
    return answer ? pass : fail(place, message);
  };
}

/** One trail of the stack that does as asked is enough; the others may be there for something else. */
export function someTrail(
  judge: (trail: StackResource) => Judgement,
): (stack: StackIndex) => readonly Located[] {
  return (stack) => {
    const judged = stack.ofTypes(TRAILS).map((trail) => ({ trail, found: outcomes(judge(trail)) }));
    const tell = (told: typeof judged): readonly Located[] =>
      told.flatMap(({ trail, found }) =>
        found.filter(({ verdict }) => verdict !== "pass").map((outcome) => located(trail, outcome)),
      );
    const isGood = judged.some(({ found }) => found.every(({ verdict }) => verdict === "pass"));
    if (isGood) return judged.map(({ trail }) => located(trail, pass));
    const hopeful = judged.filter(({ found }) => found.every(({ verdict }) => verdict !== "fail"));
    return tell(hopeful.length > 0 ? hopeful : judged);
  };
}

/** Judges the buckets that trails write to, each once; a bucket of another stack is that stack's to judge. */
export function trailBuckets(
  judge: (stack: StackIndex, bucket: StackResource) => Located,
): (stack: StackIndex) => readonly Located[] {
  return (stack) => {
    const trails = stack.ofTypes(TRAILS).map((trail) => ({
      ...{ trail, targets: stack.targets(trail, "s3BucketName", BUCKETS) },
    }));
    const elsewhere = trails.filter(({ targets }) => targets.found.length === 0);
    const buckets = new Set(trails.flatMap(({ targets }) => targets.found));
    return [
      ...[...buckets].map((bucket) => judge(stack, bucket)),
      ...elsewhere.map(({ trail, targets }) =>
        located(
          trail,
          targets.isOpen ? undetermined("s3BucketName") : notApplicable("The bucket is another stack's"),
        ),
      ),
    ];
  };
}

/** One side of the buckets that trails write to is as asked. */
export function trailBucketSide(asked: BucketSide): (stack: StackIndex) => readonly Located[] {
  return trailBuckets((stack, bucket) => judgeBucket(stack, bucket, asked));
}
