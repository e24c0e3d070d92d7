import { choiceRule, textOf, type Creation, type ResourceType, type ResourceTypes } from "./definition";

/** A setting of which an account has one per Region; AWS gives it no id, so the provider takes the Region. */
function regionSetting(more: Omit<ResourceType, "id"> = {}): ResourceType {
  return { id: ({ settings }: Creation) => settings.region, ...more };
}

/** Settings of which an account, or a Region of it, has exactly one; and buckets. */
export const ACCOUNT_TYPES: ResourceTypes = {
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    id: ({ inputs, settings }) => textOf(inputs.accountId) || settings.accountId,
    defaults: {
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    },
    computed: ({ settings }) => ({ accountId: settings.accountId }),
    forceNew: ["accountId"],
  },
  "aws:ebs/encryptionByDefault:EncryptionByDefault": regionSetting({ defaults: { enabled: true } }),
  "aws:ebs/defaultKmsKey:DefaultKmsKey": regionSetting({
    forceNew: ["keyArn"],
    references: { keyArn: { types: ["aws:kms/key:Key"], missing: "InvalidKmsKey.NotFound" } },
  }),
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": regionSetting({
    rules: [
      choiceRule("state", "InvalidParameterValue", ["block-all-sharing", "block-new-sharing", "unblocked"]),
    ],
  }),
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": regionSetting({
    rules: [choiceRule("state", "InvalidParameterValue", ["block-new-sharing", "unblocked"])],
  }),
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": regionSetting({ defaults: { enabled: true } }),
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": regionSetting({
    computed: () => ({
      httpEndpoint: "no-preference",
      httpPutResponseHopLimit: -1,
      httpTokens: "no-preference",
      instanceMetadataTags: "no-preference",
    }),
  }),
};
