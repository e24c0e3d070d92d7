import { fixtures } from "../../support/fixtures";
import { trailAlarmFixtures } from "../../support/trail-alarm";

const patterns = {
  pattern:
    '{ ($.eventSource = s3.amazonaws.com) && (($.eventName = "DeleteBucketReplication") || ($.eventName = "DeleteBucketLifecycle") || ($.eventName = "DeleteBucketCors") || ($.eventName = "DeleteBucketPolicy") || ($.eventName = "PutBucketReplication") || ($.eventName = "PutBucketLifecycle") || ($.eventName = "PutBucketCors") || ($.eventName = "PutBucketPolicy") || ($.eventName = "PutBucketAcl")) }',
  lacking:
    "{ ($.eventName = PutBucketAcl) || ($.eventName = PutBucketPolicy) || ($.eventName = PutBucketCors) || ($.eventName = PutBucketLifecycle) || ($.eventName = PutBucketReplication) || ($.eventName = DeleteBucketPolicy) || ($.eventName = DeleteBucketCors) || ($.eventName = DeleteBucketLifecycle) }",
};

fixtures("alarm-bucket-policy-changes", trailAlarmFixtures(patterns));
