import { isSet } from "../reading/set";
import type { View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

export const BUCKETS = tokens("s3/bucket:Bucket");

/** One side of a bucket: a resource of its own, or properties that the bucket has for it still. */
export interface Side {
  readonly types: readonly string[];
  /** Where the resource of its own holds what the bucket's property holds. */
  readonly at?: string;
  /** Properties of the bucket; its former token spells some of them in the plural, as lists. */
  readonly inline: readonly string[];
}

export const ACL: Side = { types: tokens("s3/bucketAcl:BucketAcl"), inline: ["acl", "grants"] };

export const ENCRYPTION: Side = {
  types: tokens("s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"),
  inline: ["serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations"],
};

export const LIFECYCLE: Side = {
  types: tokens("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"),
  at: "rules",
  inline: ["lifecycleRules"],
};

export const LOGGING: Side = {
  types: tokens("s3/bucketLogging:BucketLogging"),
  inline: ["logging", "loggings"],
};

export const NOTIFICATION: Side = {
  types: tokens("s3/bucketNotification:BucketNotification"),
  inline: [],
};

export const OBJECT_LOCK: Side = {
  types: tokens("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"),
  inline: ["objectLockConfiguration"],
};

export const OWNERSHIP: Side = {
  types: tokens("s3/bucketOwnershipControls:BucketOwnershipControls"),
  inline: [],
};

export const POLICY: Side = {
  types: tokens("s3/bucketPolicy:BucketPolicy"),
  at: "policy",
  inline: ["policy"],
};

export const PUBLIC_ACCESS: Side = {
  types: tokens("s3/bucketPublicAccessBlock:BucketPublicAccessBlock"),
  inline: [],
};

export const REPLICATION: Side = {
  types: tokens("s3/bucketReplicationConfig:BucketReplicationConfig"),
  inline: ["replicationConfiguration", "replicationConfigurations"],
};

export const VERSIONING: Side = {
  types: tokens("s3/bucketVersioning:BucketVersioning"),
  at: "versioningConfiguration",
  inline: ["versioning", "versionings"],
};

export const WEBSITE: Side = {
  types: tokens("s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration"),
  inline: ["website", "websites"],
};

/** A place that says something of one side of a bucket, in the bucket or in a resource of its own. */
export interface Said {
  readonly resource: StackResource;
  readonly place: View;
}

/** What the properties of a bucket say of one side. */
export function saidInline(props: View, side: Side): readonly View[] {
  const set = side.inline.map((name) => props.at(name)).filter((place) => isSet(place));
  return set.flatMap((place) => (place.items().length > 0 ? place.items() : [place]));
}

/** What a resource of its own says of one side of its bucket. */
export function saidApart(props: View, side: Side): readonly View[] {
  const place = side.at === undefined ? props : props.at(side.at);
  if (!isSet(place)) return [];
  return place.items().length > 0 ? place.items() : [place];
}

/** All that the stack says of one side of a bucket. */
export function said(stack: StackIndex, bucket: StackResource, side: Side): readonly Said[] {
  const apart = stack.referrers(bucket, "bucket", side.types);
  return [
    ...saidInline(bucket.props, side).map((place) => ({ resource: bucket, place })),
    ...apart.flatMap((resource) => saidApart(resource.props, side).map((place) => ({ resource, place }))),
  ];
}

/** Whether server access logs of other buckets are written to the bucket. */
export function receivesAccessLogs(stack: StackIndex, bucket: StackResource): boolean {
  return (
    stack.referrers(bucket, "targetBucket", LOGGING.types).length > 0 ||
    LOGGING.inline.some((name) => stack.referrers(bucket, name, BUCKETS).length > 0)
  );
}

const BALANCERS = tokens("lb/loadBalancer:LoadBalancer", "elb/loadBalancer:LoadBalancer");

/** Whether AWS writes logs to the bucket that it can encrypt with keys of S3 only. */
export function receivesPlainLogs(stack: StackIndex, bucket: StackResource): boolean {
  const properties = ["accessLogs", "connectionLogs", "healthCheckLogs"];
  // A balancer that is to wait for the bucket's policy names the bucket by the policy.
  const named = [bucket, ...stack.referrers(bucket, "bucket", POLICY.types)];
  return (
    receivesAccessLogs(stack, bucket) ||
    properties.some((name) => named.some((each) => stack.referrers(each, name, BALANCERS).length > 0))
  );
}
