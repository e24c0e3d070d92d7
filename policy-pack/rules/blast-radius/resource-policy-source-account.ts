import { KEY_POLICIES, KEYS } from "../../aws/keys";
import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { POLICY_HOLDERS } from "../../aws/policy-holders";
import { ON_BEHALF_OF } from "../../policy-documents/conditions";
import { trustsAnyDeputy } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly services: readonly string[];
}

/**
 * Services that act for many customers on resources with a policy, and say for whose. Read in AWS's guides on 2026-11-26 for
 * CloudWatch, Config ("Permissions for the Amazon S3 Bucket"), S3 and SES ("Giving permissions to Amazon SES for email
 * receiving"). Older copies of the guides of GuardDuty and of cost alerts name no source; their present ones and the others' are
 * still to be read. A service of your own choice: the parameter `services`.
 */
const TELL_THEIR_SOURCE = [
  "bcm-data-exports.amazonaws.com",
  "billingreports.amazonaws.com",
  "budgets.amazonaws.com",
  "cloudfront.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "cloudwatch.amazonaws.com",
  "config.amazonaws.com",
  "costalerts.amazonaws.com",
  "delivery.logs.amazonaws.com",
  "guardduty.amazonaws.com",
  "inspector2.amazonaws.com",
  "logging.s3.amazonaws.com",
  "s3.amazonaws.com",
  "ses.amazonaws.com",
  "sns.amazonaws.com",
];

/** EventBridge names its rule to queues, but neither to encrypted topics nor to their keys. */
const TELL_QUEUES = ["events.amazonaws.com"];

/** Says to a key whose logs it encrypts in the context of the encryption alone. */
const SILENT_TO_KEYS = ["delivery.logs.amazonaws.com"];

/** Keys of conditions that tie what a service does with a KMS key to one owner's resource. */
const SOURCES = new Set([
  ...ON_BEHALF_OF,
  "kms:calleraccount",
  "kms:encryptioncontext:aws:cloudtrail:arn",
  "kms:encryptioncontext:aws:sns:topicarn",
]);

const QUEUE_TYPES = [...QUEUES, ...QUEUE_POLICIES];
const KEY_TYPES = [...KEYS, ...KEY_POLICIES];

export const control = defineControl<Parameters>({
  id: "BLAST-06",
  name: "resource-policy-source-account",
  title: "Policies of resources say for whom a service may act",
  why: "A service that acts for every customer of AWS can be made to write to your resource by another customer's.",
  fix: "Add a condition on aws:SourceAccount or aws:SourceArn to the statement whose principal is the service.",
  severity: "medium",
  enforcement: "advisory",
  parameters: {
    services: {
      type: "array",
      items: { type: "string" },
      default: TELL_THEIR_SOURCE,
      description: "Services of which a source is asked: those that tell it to a resource's policy.",
    },
  },
  ...resourcePolicies<Parameters>(
    POLICY_HOLDERS,
    ({ type }, { services }) => {
      const isAsked = (service: string): boolean => {
        if (QUEUE_TYPES.includes(type) && TELL_QUEUES.includes(service)) return true;
        if (KEY_TYPES.includes(type) && SILENT_TO_KEYS.includes(service)) return false;
        return services.includes(service);
      };
      return (statement) => trustsAnyDeputy(statement, isAsked, SOURCES);
    },
    text`a service may act on the resource for anyone; required: aws:SourceAccount or aws:SourceArn.`,
  ),
  references: { nist80053: ["AC-3", "AC-4", "AC-6"], wellArchitected: ["SEC03-BP07"] },
});
