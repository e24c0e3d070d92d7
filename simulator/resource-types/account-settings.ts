import { isWireList, isWireObject, type Wire } from "../wire";
import { choiceRule, textOf, type Creation, type ResourceType, type ResourceTypes } from "./definition";

/** A setting of which an account has one per Region; AWS gives it no id, so the provider takes the Region. */
function regionSetting(more: Omit<ResourceType, "id"> = {}): ResourceType {
  return { id: ({ settings }: Creation) => settings.region, ...more };
}

/** Source: `ImageProviders` of API_ImageCriterionRequest of EC2, 2026-11 */
function hasKnownProviders(criterion: Wire): boolean {
  const providers = isWireObject(criterion) ? criterion.imageProviders : undefined;
  const known = /^(amazon|aws-marketplace|aws-backup-vault|none|\d{12})$/;
  return (
    providers === undefined || (isWireList(providers) && providers.every((each) => known.test(textOf(each))))
  );
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
  "aws:ec2/allowedImagesSettings:AllowedImagesSettings": regionSetting({
    rules: [
      choiceRule("state", "InvalidParameterValue", ["enabled", "audit-mode", "disabled"]),
      {
        property: "imageCriterions",
        code: "InvalidParameterValue",
        requires: "must have at most 10 criteria, each with providers that EC2 knows",
        holds: (value) => Array.isArray(value) && value.length <= 10 && value.every(hasKnownProviders),
      },
    ],
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
