import type { PolicyStatement } from "./policy-statement";

/** What a service acts for when it takes a role, by ARN: one thing, or all that match. */
export interface ActsFor {
  readonly ArnEquals?: string;
  readonly ArnLike?: string | readonly string[];
}

/**
 * Who may take a role: a service, for this account alone, and for what it acts for where that is known.
 *
 * @param sid - What the statement is for, in letters and digits.
 * @param service - The service, by its principal (`servicePrincipal`).
 * @param actsFor - Condition on what it acts for; nothing where the service does not tell, or anything of the account will do.
 */
export function serviceTrust(
  sid: string,
  service: string,
  accountId: string,
  actsFor: ActsFor = {},
): readonly PolicyStatement[] {
  const { ArnEquals, ArnLike } = actsFor;
  return takenBy(sid, service, {
    StringEquals: { "aws:SourceAccount": accountId },
    ...(ArnEquals === undefined ? {} : { ArnEquals: { "aws:SourceArn": ArnEquals } }),
    ...(ArnLike === undefined ? {} : { ArnLike: { "aws:SourceArn": ArnLike } }),
  });
}

/**
 * Who may take a role, where AWS does not document that the service says for whom it acts: itself, and where it does say so, for
 * this account's things alone.
 *
 * @param things - What it acts for, as a pattern of ARNs.
 */
export function serviceTrustIfTold(
  sid: string,
  service: string,
  accountId: string,
  things: string,
): readonly PolicyStatement[] {
  return takenBy(sid, service, {
    StringEqualsIfExists: { "aws:SourceAccount": accountId },
    ArnLikeIfExists: { "aws:SourceArn": things },
  });
}

function takenBy(
  sid: string,
  service: string,
  conditions: NonNullable<PolicyStatement["conditions"]>,
): readonly PolicyStatement[] {
  return [{ sid, principals: { Service: [service] }, actions: ["sts:AssumeRole"], conditions }];
}
