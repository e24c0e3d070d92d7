import { isSet } from "../reading/set";
import { known, type View } from "../reading/view";
import { tokens } from "./tokens";

/** Keys that KMS makes itself. */
export const OWN_KEYS = tokens("kms/key:Key");

/** Keys whose material a customer brings, or which follow a key of another Region. */
const OTHER_KEYS = tokens(
  "kms/externalKey:ExternalKey",
  "kms/replicaExternalKey:ReplicaExternalKey",
  "kms/replicaKey:ReplicaKey",
);

/** Every kind of key, each of which can carry its policy itself. */
export const KEYS = [...OWN_KEYS, ...OTHER_KEYS];

/** Policies of keys as resources of their own. */
export const KEY_POLICIES = tokens("kms/keyPolicy:KeyPolicy");

/** An alias that AWS gives to a key it made for one of its services. */
const OF_AWS = /(^|:)alias\/aws\//;

/** Whether a property names a key of AWS's own. */
export function namesKeyOfAws(place: View): boolean {
  return OF_AWS.test(known(place.string()) ?? "");
}

/** Whether a property names a key that the account made; one that is computed is. */
export function namesCustomerKey(place: View): boolean {
  return isSet(place) && !namesKeyOfAws(place);
}
