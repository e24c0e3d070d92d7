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
