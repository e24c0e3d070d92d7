import { aws, type Fixtures, UNKNOWN } from "./fixtures";
import { document } from "./policy-documents";

/** A statement that lets in everyone. */
export const open = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

/** A statement that denies everyone what does not come over TLS. */
export const tlsOnly = { ...open, Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } };

/**
 * The fixtures that all controls share which refuse policies for everyone.
 *
 * @param separate - The type of policies of their own.
 * @param holder - The type that can carry the policy itself.
 * @param props - What a policy of its own needs besides.
 */
export function publicFixtures(
  separate: string,
  holder: string,
  props: object = {},
): Pick<Fixtures, "pass" | "fail" | "unknown" | "unset" | "alias"> {
  const given = (policy: unknown) => ({ policy: aws(separate, { ...props, policy }) });
  const limited = (Condition: object) => given(document({ ...open, Condition }));
  const named = { AWS: "arn:aws:iam::111122223333:role/app" };
  return {
    pass: {
      "a named principal": given(document({ ...open, Principal: named })),
      "a service for one source": limited({
        ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:t" },
      }),
      "everyone of an organisation": limited({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
      "an owner, as AWS fills in": limited({ StringEquals: { "AWS:SourceOwner": "111122223333" } }),
      "a denial of everyone": given(document(tlsOnly)),
      "a named principal on a resource that is not known": given({
        Statement: [{ ...open, Principal: named, Resource: UNKNOWN }],
      }),
    },
    fail: {
      everyone: given(document(open)),
      "everyone among others": given(document({ ...open, Principal: { AWS: ["111122223333", "*"] } })),
      "everyone over TLS": limited({ Bool: { "aws:SecureTransport": "true" } }),
      "everyone from any source": limited({ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:*" } }),
      "everyone on a resource that is not known": given({ Statement: [{ ...open, Resource: UNKNOWN }] }),
    },
    unknown: {
      "a policy that is computed": given(UNKNOWN),
      "a principal that is computed": given({ Statement: [{ ...open, Principal: { AWS: UNKNOWN } }] }),
    },
    unset: { "no policy": ["notApplicable", { holder: aws(holder) }] },
    alias: { "a policy in the resource itself": { holder: aws(holder, { policy: document(open) }) } },
  };
}
