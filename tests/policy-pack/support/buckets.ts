import { aws, type Program, ref, UNKNOWN } from "./fixtures";
import type { Props } from "./pack-messages";

const BUCKET = "s3/bucket:Bucket";
const FORMER = "s3/bucketV2:BucketV2";

/** A program with one bucket. */
export function bucket(props: Props = {}): Program {
  return { bucket: aws(BUCKET, props) };
}

/** A program with one bucket, by the token that it had before. */
export function formerBucket(props: Props = {}): Program {
  return { bucket: aws(FORMER, props) };
}

/** A bucket beside a resource of its own, such as `bucketVersioning:BucketVersioning`. */
export function withSide(type: string, props: Props): Program {
  return { ...bucket(), side: aws(`s3/${type}`, { bucket: ref("bucket"), ...props }) };
}

/** A bucket by its former token beside a resource by its former token. */
export function formerWithSide(type: string, props: Props): Program {
  return { ...formerBucket(), side: aws(`s3/${type}`, { bucket: ref("bucket"), ...props }) };
}

/** A bucket that is joined by its name, which the program has chosen. */
export function byName(type: string, props: Props): Program {
  return {
    ...bucket({ bucket: "reports" }),
    side: aws(`s3/${type}`, { bucket: "reports", ...props }),
  };
}

/** A bucket beside a resource whose bucket cannot be told. */
export function besideOpen(type: string, props: Props): Program {
  return { ...bucket(), side: aws(`s3/${type}`, { bucket: UNKNOWN, ...props }) };
}

/** A bucket beside a resource of another bucket. */
export function besideOther(type: string, props: Props): Program {
  return { ...bucket({ bucket: "reports" }), side: aws(`s3/${type}`, { bucket: "other", ...props }) };
}

/** A policy of one statement or several, as JSON text. */
export function policy(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** A bucket policy that is a resource of its own. */
export function bucketPolicy(document: unknown): Program {
  return { policy: aws("s3/bucketPolicy:BucketPolicy", { bucket: "reports", policy: document }) };
}
