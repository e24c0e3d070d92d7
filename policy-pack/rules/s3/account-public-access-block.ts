import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { type Owned, owned, ownedExists } from "../../shapes/ownership";
import { publicAccessBlocked } from "../../shapes/public-access-flags";
import { text } from "../../verdict/text";

const BLOCKS = tokens("s3/accountPublicAccessBlock:AccountPublicAccessBlock");

export const control = defineControl<Owned>({
  id: "S3-02",
  name: "account-public-access-block",
  title: "The account blocks public access to all of its buckets",
  why: "It holds for every bucket, whoever made it, and no setting of a bucket can loosen it.",
  fix: "Set all four flags of aws.s3.AccountPublicAccessBlock to true.",
  severity: "high",
  enforcement: "mandatory",
  types: BLOCKS,
  parameters: owned("This stack owns the setting, which an account has once: it must be there."),
  resource: publicAccessBlocked("", false),
  stack: ownedExists(BLOCKS, text`this stack owns the account's public access block and does not set it.`),
  references: {
    securityHub: ["S3.1"],
    cis3: ["2.1.4"],
    nist80053: ["AC-3", "AC-4", "AC-6", "SC-7"],
    wellArchitected: ["SEC01-BP06", "SEC08-BP04"],
    awsConfig: ["s3-account-level-public-access-blocks-periodic", "s3-account-level-public-access-blocks"],
    prowler: ["s3_account_level_public_access_blocks"],
  },
});
