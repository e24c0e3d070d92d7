import * as aws from "@pulumi/aws";

import { contractTags } from "../infra/core/tags";

import type { StackIdentity } from "./config";

/**
 * The one provider of a stack. Everything is created through it, so that everything lies in the stack's Region, carries
 * its tags, and nothing is ever done with another account's credentials.
 */
export function stackProvider({ region, accountId, profile, tags }: StackIdentity): aws.Provider {
  return new aws.Provider("aws", {
    region,
    allowedAccountIds: [accountId],
    ...(profile === undefined ? {} : { profile }),
    defaultTags: { tags: { ...contractTags(tags) } },
  });
}
